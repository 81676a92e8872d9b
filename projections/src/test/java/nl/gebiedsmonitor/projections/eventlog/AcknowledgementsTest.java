package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.acknowledgement;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcknowledgementsTest {

    @ParameterizedTest
    @EnumSource
    void events_are_not_stored_when_their_key_was_answered_before(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.log().appender().append(List.of(event("a", 0)), acknowledgement("first", "key"));
            assertThatThrownBy(
                            () -> log.log().appender().append(List.of(event("b", 0)), acknowledgement("second", "key")))
                    .isInstanceOf(AppendConflict.class);
            assertThat(log.positions()).containsExactly(1L);
            assertThat(log.clock()).isEqualTo(1);
            assertThat(log.append(event("b", 0))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_not_stored_when_its_events_conflict(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0));
            assertThatThrownBy(() -> log.log().appender().append(List.of(event("a", 0)), acknowledgement("id", "key")))
                    .isInstanceOf(AppendConflict.class);
            assertThat(log.acknowledgements(PATIENCE).byId("id")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neither_events_nor_their_answer_are_there_without_the_commit(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.commits.next(FaultyCommits::failBefore);
            assertThatThrownBy(() -> log.log().appender().append(List.of(event("a", 0)), acknowledgement("id", "key")))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(log.positions()).isEmpty();
            assertThat(count(log)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_and_their_answer_become_visible_together(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            FaultyCommits.Held held = log.commits.hold(true);
            CompletableFuture<Long> append =
                    new Writers().append(log, acknowledgement("id", "key"), event("a", 0), event("a", 1));
            held.awaitReached();
            assertThat(log.positions()).hasSize(2);
            assertThat(count(log)).isEqualTo(1);
            held.release();
            append.join();
            assertThat(log.acknowledgements(PATIENCE).byKey("gemeente", "key"))
                    .contains(new Acknowledgements.Given(acknowledgement("id", "key"), 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_without_events_has_the_position_of_the_head(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0));
            assertThat(log.log().appender().append(List.of(), acknowledgement("id", "key")))
                    .isEqualTo(1);
            assertThat(log.acknowledgements(PATIENCE).byId("id").map(Acknowledgements.Given::position))
                    .contains(1L);
            assertThat(log.append(event("a", 1))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_belongs_to_an_organisation(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.log().appender().append(List.of(event("a", 0)), acknowledgement("id", "key"));
            var others = new Acknowledgement("other", "provincie", "key", "fingerprint", 201, null, "{}");
            assertThat(log.log().appender().append(List.of(event("b", 0)), others))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_visible_but_not_yet_durable_is_not_answered(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            for (List<NewEvent> events : List.of(List.<NewEvent>of(), List.of(event("a", 0)))) {
                String key = "key-" + events.size();
                FaultyCommits.Held held = log.commits.hold(true);
                Writers writers = new Writers();
                CompletableFuture<Long> append =
                        writers.append(log, acknowledgement(key, key), events.toArray(NewEvent[]::new));
                held.awaitReached();
                assertThatThrownBy(() -> log.acknowledgements(Duration.ZERO).byKey("gemeente", key))
                        .isInstanceOf(OutcomeUnknown.class);
                CompletableFuture<Optional<Acknowledgements.Given>> repeat =
                        writers.run(() -> log.acknowledgements(PATIENCE).byKey("gemeente", key));
                writers.awaitWaiting();
                assertThat(repeat).isNotDone();
                held.release();
                assertThat(repeat.join().map(Acknowledgements.Given::position)).contains(append.join());
            }
        }
    }

    private static long count(TestLog log) {
        return log.jdbc
                .sql("select count(*) from acknowledgement")
                .query(Long.class)
                .single();
    }
}
