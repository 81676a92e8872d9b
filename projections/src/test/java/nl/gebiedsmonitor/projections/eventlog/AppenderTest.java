package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.acknowledgement;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppenderTest {

    private static final int WRITERS = 16;
    private static final int APPENDS = 20;
    private static final int EVENTS = WRITERS * APPENDS * 2;

    @ParameterizedTest
    @EnumSource
    void a_follower_sees_every_event_of_many_writers_once_in_gapless_order(
            TestDatabase database, @TempDir Path directory) throws InterruptedException {
        try (TestLog log = database.open(directory)) {
            Writers writers = new Writers();
            List<CompletableFuture<List<Long>>> answers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String aggregate = "writer-" + i;
                answers.add(writers.run(() -> LongStream.range(0, APPENDS)
                        .map(n -> log.append(event(aggregate, 2 * n), event(aggregate, 2 * n + 1)))
                        .boxed()
                        .toList()));
            }
            List<Long> followed = new ArrayList<>();
            while (followed.size() < EVENTS) {
                long cursor = followed.isEmpty() ? 0 : followed.getLast();
                assertThat(log.log().awaitHead(cursor + 1, PATIENCE)).isTrue();
                log.log().after(cursor, 100).forEach(event -> followed.add(event.position()));
            }
            assertThat(followed).isEqualTo(upTo(EVENTS));
            assertThat(answers.stream().map(CompletableFuture::join))
                    .allSatisfy(positions -> assertThat(positions).isSorted())
                    .flatMap(positions -> positions)
                    .doesNotHaveDuplicates()
                    .allMatch(position -> position % 2 == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_conflict_stores_nothing_of_its_append_and_all_of_the_others_in_its_group(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("taken", 0));
            FaultyCommits.Held held = log.commits.hold(false);
            Writers writers = new Writers();
            CompletableFuture<Long> first = writers.append(log, null, event("first", 0));
            held.awaitReached();
            CompletableFuture<Long> one = writers.append(log, null, event("one", 0), event("one", 1));
            CompletableFuture<Long> conflicting =
                    writers.append(log, acknowledgement("a", "k"), event("new", 0), event("taken", 0), event("new", 1));
            CompletableFuture<Long> two = writers.append(log, null, event("two", 0));
            writers.awaitWaiting();
            held.release();
            assertThat(first.join()).isEqualTo(2);
            assertThat(List.of(one.join(), two.join())).isSubsetOf(3L, 4L, 5L);
            assertThatThrownBy(conflicting::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(AppendConflict.class);
            assertThat(log.positions()).isEqualTo(upTo(5));
            assertThat(aggregates(log)).doesNotContain("new");
            assertThat(log.acknowledgements(PATIENCE).byKey("gemeente", "k")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_another_kind_with_the_same_id_and_sequence_is_no_conflict(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            NewEvent manifest = event("same", 0);
            log.append(manifest);
            assertThat(log.append(new NewEvent(
                            "other",
                            "Measure",
                            "same",
                            0,
                            manifest.type(),
                            "1",
                            manifest.payload(),
                            manifest.metadata())))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_head_does_not_move_before_the_commit(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            FaultyCommits.Held held = log.commits.hold(false);
            CompletableFuture<Long> append = new Writers().append(log, null, event("a", 0));
            held.awaitReached();
            assertThat(log.log().head()).isZero();
            assertThat(log.log().after(0, 10)).isEmpty();
            assertThat(append).isNotDone();
            held.release();
            assertThat(append.join()).isEqualTo(1);
            assertThat(log.log().head()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_log_opened_anew_goes_on_where_it_was(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0), event("a", 1));
            log.log().close();
            try (EventLog anew = log.ofAnotherProcess()) {
                assertThat(anew.head()).isEqualTo(2);
                assertThat(anew.appender().append(List.of(event("a", 2)), null)).isEqualTo(3);
            }
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<String> aggregates(TestLog log) {
        return log.jdbc
                .sql("select aggregate_id from event")
                .query(String.class)
                .list();
    }
}
