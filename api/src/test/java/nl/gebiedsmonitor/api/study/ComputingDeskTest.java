package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.effect.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputingDeskTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ComputingDesk<String, String> desk = new ComputingDesk<>("test");
    private final List<String> worked = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void close() throws InterruptedException {
        held.countDown();
        desk.close();
    }

    /** One that is being computed until it is let go of. */
    private ComputingDesk<String, String>.Job holding(String key) throws InterruptedException {
        ComputingDesk<String, String>.Job job = desk.compute(key, _ -> {
            begun.countDown();
            await(held);
            return key + " done";
        });
        begun.await();
        return job;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Function<ComputingDesk<String, String>.Job, String> work(String name) {
        return _ -> {
            worked.add(name);
            return name;
        };
    }

    @Test
    void one_comes_after_another_and_tells_how_far_it_is() throws Exception {
        ComputingDesk<String, String>.Job first = holding("first");
        ComputingDesk<String, String>.Job second = desk.compute("second", work("second"));
        assertThat(first.progress()).isZero();
        assertThat(second.progress()).isNull();
        assertThat(desk.ahead(second)).isEqualTo(1);
        assertThatThrownBy(() -> second.await(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        held.countDown();
        assertThat(second.await(LONG)).isEqualTo("second");
        assertThat(desk.ahead(second)).isZero();
    }

    @Test
    void two_who_ask_for_the_same_wait_for_one() throws Exception {
        holding("first");
        ComputingDesk<String, String>.Job one = desk.compute("same", work("one"));
        assertThat(desk.compute("same", work("other"))).isSameAs(one);
        held.countDown();
        assertThat(one.await(LONG)).isEqualTo("one");
        assertThat(worked).containsExactly("one");
    }

    @Test
    void what_is_called_off_in_line_is_told_at_once_and_never_computed() throws Exception {
        holding("first");
        ComputingDesk<String, String>.Job off = desk.compute("off", work("off"));
        assertThat(desk.cancel("off")).isTrue();
        assertThat(desk.cancel("off")).isFalse();
        assertThat(desk.find("off")).isNull();
        assertThatThrownBy(() -> off.await(Duration.ZERO))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Deadline.Cancelled.class);
        ComputingDesk<String, String>.Job again = desk.compute("off", work("again"));
        held.countDown();
        assertThat(again.await(LONG)).isEqualTo("again");
        assertThat(worked).containsExactly("again");
    }

    @Test
    void what_is_done_stands_until_it_is_taken_away() throws Exception {
        ComputingDesk<String, String>.Job job = desk.compute("done", work("done"));
        assertThat(job.await(LONG)).isEqualTo("done");
        assertThat(desk.find("done")).isSameAs(job);
        assertThat(desk.countOpen(_ -> true)).isZero();
        assertThat(desk.cancel("done")).as("nothing was left to call off").isFalse();
        assertThat(desk.find("done")).isNull();
    }

    @Test
    void those_that_are_left_are_called_off_and_others_go_on() throws Exception {
        ComputingDesk<String, String>.Job first = holding("first");
        ComputingDesk<String, String>.Job left = desk.compute("left", work("left"));
        desk.cancelIf(job -> job == left);
        assertThat(desk.countOpen(_ -> true)).isEqualTo(1);
        assertThatThrownBy(() -> left.await(Duration.ZERO)).hasCauseInstanceOf(Deadline.Cancelled.class);
        held.countDown();
        assertThat(first.await(LONG)).isEqualTo("first done");
    }

    @Test
    void whoever_waits_hears_why_it_broke_off() {
        ComputingDesk<String, String>.Job broken = desk.compute("broken", _ -> {
            throw new StackOverflowError("as deep as it goes");
        });
        assertThatThrownBy(() -> broken.await(LONG)).hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_closed_desk_takes_nothing_more() throws Exception {
        desk.close();
        assertThatThrownBy(() -> desk.compute("late", work("late")).await(LONG))
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }
}
