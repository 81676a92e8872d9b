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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppenderFailureTest {

    @ParameterizedTest
    @EnumSource
    void a_commit_that_did_not_happen_has_an_unknown_outcome_and_leaves_no_gap(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0));
            log.commits.next(FaultyCommits::failBefore);
            assertThatThrownBy(() -> log.append(event("b", 0))).isInstanceOf(OutcomeUnknown.class);
            assertThat(log.log().head()).isEqualTo(1);
            assertThat(log.append(event("b", 0))).isEqualTo(2);
            assertThat(log.positions()).containsExactly(1L, 2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_happened_unseen_has_an_unknown_outcome_and_keeps_its_positions(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.commits.next(FaultyCommits::failAfter);
            assertThatThrownBy(() -> log.append(event("a", 0), event("a", 1))).isInstanceOf(OutcomeUnknown.class);
            assertThatThrownBy(() -> log.append(event("a", 0))).isInstanceOf(AppendConflict.class);
            assertThat(log.log().head()).as("what stood in the way can be seen").isEqualTo(2);
            assertThat(log.append(event("a", 2))).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_happened_unseen_is_found_out_without_another_append(
            TestDatabase database, @TempDir Path directory) throws InterruptedException {
        try (TestLog log = database.open(directory)) {
            log.commits.next(FaultyCommits::failAfter);
            assertThatThrownBy(() -> log.log().appender().append(List.of(event("a", 0)), acknowledgement("id", "key")))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(log.acknowledgements(PATIENCE).byKey("gemeente", "key"))
                    .hasValueSatisfying(given -> assertThat(given.position()).isEqualTo(1));
            assertThat(log.log().awaitHead(1, PATIENCE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_after_the_commit_takes_nothing_back(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.commits.failOnClose();
            assertThat(log.append(event("a", 0))).isEqualTo(1);
            assertThat(log.append(event("a", 1))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closing_ends_the_commit_under_way_and_refuses_what_waits(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            FaultyCommits.Held held = log.commits.hold(false);
            Writers writers = new Writers();
            CompletableFuture<Long> underWay = writers.append(log, null, event("a", 0));
            held.awaitReached();
            CompletableFuture<Long> waiting = writers.append(log, null, event("b", 0));
            CompletableFuture<Boolean> closed = writers.run(() -> {
                log.log().close();
                return true;
            });
            writers.awaitWaiting();
            held.release();
            assertThat(underWay.join()).isEqualTo(1);
            assertThatThrownBy(waiting::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(closed.join()).isTrue();
            assertThatThrownBy(() -> log.append(event("c", 0))).isInstanceOf(IllegalStateException.class);
            assertThat(log.positions()).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_waits_for_ever_when_the_log_closes(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Writers writers = new Writers();
            List<CompletableFuture<Long>> last = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String aggregate = "writer-" + i;
                last.add(writers.run(() -> {
                    for (long sequence = 0; ; sequence++) {
                        try {
                            log.append(event(aggregate, sequence));
                        } catch (IllegalStateException closed) {
                            return sequence;
                        }
                    }
                }));
            }
            log.append(event("a", 0));
            log.log().close();
            long answered = last.stream().mapToLong(CompletableFuture::join).sum() + 1;
            assertThat(log.positions()).hasSize(Math.toIntExact(answered));
        }
    }
}
