package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritingMarkTest {

    private static boolean isMarked(TestLog log) {
        return log.jdbc
                .sql("select writing from projection where name = 'recording'")
                .query(Boolean.class)
                .single();
    }

    private static void append(TestLog log, int first, int events) {
        for (int i = first; i < first + events; i++) {
            log.append(event("a", i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_mark_stands_while_a_projection_is_written_and_is_lifted_at_its_end(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 0, 3);
            FaultyCommits.Held held = new FaultyCommits.Held();
            Projections projections = log.start(new Recording(log, _ -> held.pause()));
            held.awaitReached();
            assertThat(isMarked(log)).isEqualTo(database == TestDatabase.H2);
            Writers closer = new Writers();
            CompletableFuture<Boolean> closed = closer.run(() -> {
                projections.close();
                return true;
            });
            closer.awaitWaiting();
            held.release();
            assertThat(closed.join()).isTrue();
            assertThat(isMarked(log)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_projection_that_nothing_concerns_is_not_marked(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections projections = log.start(new Recording(log));
            log.append(TestEvents.unconcerning("a", 0));
            projections.awaitAll(1, PATIENCE);
            assertThat(isMarked(log)).isFalse();
        }
    }

    /** As a kill may leave H2: a row of an event that the position does not tell of, one that is missing, and a dead letter of that. */
    @ParameterizedTest
    @EnumSource
    void what_was_marked_when_its_process_ended_is_made_anew_on_H2(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 0, 5);
            log.start(new Recording(log)).awaitAll(5, PATIENCE);
            log.stop();
            log.jdbc.sql("delete from applied where position = 2").update();
            log.jdbc.sql("insert into applied (position) values (6)").update();
            log.jdbc
                    .sql("insert into dead_letter (projection, position, aggregate_id, cause, recorded_at)"
                            + " values ('recording', 3, 'a', 'there already', current_timestamp)")
                    .update();
            log.jdbc
                    .sql("update projection set writing = true where name = 'recording'")
                    .update();

            append(log, 5, 2);
            log.start(new Recording(log)).awaitAll(7, PATIENCE);
            log.stop();

            if (database == TestDatabase.H2) {
                assertThat(log.applied()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
                assertThat(log.deadLetters()).isEmpty();
                assertThat(isMarked(log)).isFalse();
            } else {
                assertThat(log.applied()).as("PostgreSQL undoes by itself").containsExactly(1L, 3L, 4L, 5L, 6L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_reads_from_another_waits_until_that_is_made_anew(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 0, 3);
            Following following = new Following(log, "following", "recording");
            log.start(new Recording(log), following).awaitAll(3, PATIENCE);
            log.stop();
            log.jdbc
                    .sql("update projection set writing = true where name = 'recording'")
                    .update();
            append(log, 3, 60);
            log.start(new Recording(log), following).awaitAll(63, PATIENCE);
            log.stop();
            assertThat(following.positions()).hasSize(63).doesNotHaveDuplicates();
            assertThat(following.timesAhead()).isZero();
            assertThat(log.applied()).hasSize(63).doesNotHaveDuplicates();
        }
    }
}
