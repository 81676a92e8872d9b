package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.unconcerning;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A projection that reads the tables of others stays behind them. */
class UpstreamTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @ParameterizedTest
    @EnumSource
    void it_waits_for_the_one_it_reads_from_and_goes_on_when_that_does(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 0, 4);
            FaultyCommits.Held held = new FaultyCommits.Held();
            Following following = new Following(log, "following", "recording");
            Projections projections = log.start(heldAt(5, log, held), following);
            projections.awaitAll(4, PATIENCE);
            append(log, 4, 8);
            held.awaitReached();
            assertBehind(projections, "following", 4);
            held.release();
            projections.awaitAll(8, PATIENCE);
            assertFollowed(following, 8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_waits_for_whichever_is_last_and_others_wait_for_it(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            FaultyCommits.Held held = new FaultyCommits.Held();
            Following beside = new Following(log, "beside");
            Following following = new Following(log, "following", "beside", "recording");
            Following last = new Following(log, "last", "following");
            append(log, 0, 3);
            Projections projections = log.start(heldAt(1, log, held), beside, following, last);
            held.awaitReached();
            projections.await(List.of("beside"), 3, PATIENCE);
            assertBehind(projections, "following", 0);
            assertBehind(projections, "last", 0);
            held.release();
            projections.awaitAll(3, PATIENCE);
            assertFollowed(following, 3);
            assertFollowed(last, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_it_read_ahead_while_the_other_stood_still_is_read_again(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 0, 130);
            FaultyCommits.Held held = new FaultyCommits.Held();
            Following following = new Following(log, "following", "recording");
            Projections projections = log.start(heldAt(60, log, held), following);
            held.awaitReached();
            projections.await(List.of("following"), 50, PATIENCE);
            assertBehind(projections, "following", 50);
            held.release();
            projections.awaitAll(130, PATIENCE);
            assertFollowed(following, 130);
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_restart_it_stays_where_it_was_though_the_other_has_written_down_less(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Following following = new Following(log, "following", "recording");
            append(log, 0, 1);
            Projections before = log.start(new Recording(log), following);
            before.awaitAll(1, PATIENCE);
            log.append(unconcerning("a", 1), unconcerning("a", 2));
            before.awaitAll(3, PATIENCE);
            log.stop();
            assertThat(written(log, "recording")).isEqualTo(1);
            assertThat(written(log, "following")).isEqualTo(3);
            append(log, 3, 5);
            FaultyCommits.Held held = new FaultyCommits.Held();
            Projections projections = log.start(heldAt(4, log, held), following);
            held.awaitReached();
            assertBehind(projections, "following", 3);
            held.release();
            projections.awaitAll(5, PATIENCE);
            assertFollowed(following, 5);
        }
    }

    private static Recording heldAt(long position, TestLog log, FaultyCommits.Held held) {
        return new Recording(log, event -> {
            if (event.position() == position) {
                held.pause();
            }
        });
    }

    private static void append(TestLog log, long from, long to) {
        log.append(LongStream.range(from, to)
                .mapToObj(sequence -> event("a", sequence))
                .toArray(NewEvent[]::new));
    }

    private static void assertBehind(Projections projections, String name, long position) {
        assertThatThrownBy(() -> projections.await(List.of(name), position + 1, SHORT))
                .isInstanceOf(ProjectionBehind.class);
        assertThat(projections.position(List.of(name))).isEqualTo(position);
    }

    private static void assertFollowed(Following following, long last) {
        assertThat(following.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(following.timesAhead()).isZero();
    }

    private static long written(TestLog log, String projection) {
        return log.jdbc
                .sql("select position from projection where name = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }
}
