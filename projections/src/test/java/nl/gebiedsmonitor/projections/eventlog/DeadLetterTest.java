package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.ENDORSED;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.stored;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

class DeadLetterTest {

    @ParameterizedTest
    @EnumSource
    void an_event_that_fails_leaves_no_rows_and_blocks_its_own_aggregate_only(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("bad", 0), event("good", 0), event("bad", 1), event("bad", 2), event("good", 1));
            Projections projections = log.start(new Recording(log, event -> {
                if (event.aggregateId().equals("bad") && event.sequence() == 1) {
                    throw new IllegalStateException("indigestible".repeat(200));
                }
            }));
            projections.awaitAll(5, PATIENCE);
            log.append(event("good", 2), event("bad", 3));
            projections.awaitAll(7, PATIENCE);
            assertThat(log.applied()).containsExactly(1L, 2L, 5L, 6L);
            assertThat(log.deadLetters()).containsExactly(3L, 4L, 7L);
            assertThat(projections.deadLetters("recording")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_the_database_refuses_becomes_a_dead_letter(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("bad", 0), event("good", 0));
            Projections projections = log.start(new Recording(log, event -> {
                if (event.aggregateId().equals("bad")) {
                    log.jdbc.sql("insert into event_clock values (1, 1)").update();
                }
            }));
            projections.awaitAll(2, PATIENCE);
            assertThat(log.applied()).containsExactly(2L);
            assertThat(log.deadLetters()).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_cannot_be_read_becomes_a_dead_letter(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(
                    stored("corrupt", 0, ENDORSED, "{\"slug\":"),
                    stored("refused", 0, ENDORSED, "{\"slug\":\"No Slug\"}"),
                    stored("nothing", 0, ENDORSED, "null"),
                    event("good", 0),
                    event("corrupt", 1));
            Projections projections = log.start(new Recording(log));
            projections.awaitAll(5, PATIENCE);
            assertThat(log.applied()).containsExactly(4L);
            assertThat(log.deadLetters()).containsExactly(1L, 2L, 3L, 5L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_log_does_not_pass_over_an_event_that_cannot_be_read(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0), stored("a", 1, "never-heard-of", "{}"), event("a", 2));
            assertThat(log.log().after(0, 10))
                    .extracting(StoredEvent::isReadable)
                    .containsExactly(true, false, true);
            StoredEvent unreadable = log.log().after(1, 1).getFirst();
            assertThatThrownBy(unreadable::payload)
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining("never-heard-of at 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_passing_failure_is_tried_again_and_not_buried(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(event("a", 0), event("b", 0), event("c", 0));
            AtomicInteger failures = new AtomicInteger();
            Projections projections = log.start(new Recording(log, event -> {
                if (event.position() == 2 && failures.getAndIncrement() == 0) {
                    throw new TransientDataAccessResourceException("passing");
                }
            }));
            projections.awaitAll(3, PATIENCE);
            assertThat(log.applied()).containsExactly(1L, 2L, 3L);
            assertThat(log.deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_dead_letters_and_position_are_in_one_commit(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(LongStream.range(0, 10).mapToObj(i -> event("a" + i, 0)).toArray(NewEvent[]::new));
            AtomicInteger commits = new AtomicInteger();
            Projections projections = log.projections(
                    log.log(),
                    new JdbcTransactionManager(log.database()) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doCommit(DefaultTransactionStatus status) {
                            if (commits.getAndIncrement() == 0) {
                                doRollback(status);
                                throw new TransactionSystemException("The database is gone");
                            }
                            super.doCommit(status);
                        }
                    },
                    new Recording(log, event -> {
                        assertThat(log.projectionPosition()).isZero();
                        if (event.position() == 5) {
                            throw new IllegalStateException("indigestible");
                        }
                    }));
            projections.start();
            projections.awaitAll(10, PATIENCE);
            assertThat(log.applied()).containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L, 9L, 10L);
            assertThat(log.deadLetters()).containsExactly(5L);
            assertThat(log.projectionPosition()).isEqualTo(10);
        }
    }
}
