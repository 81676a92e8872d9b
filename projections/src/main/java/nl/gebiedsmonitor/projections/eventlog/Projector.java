package nl.gebiedsmonitor.projections.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drives one projection along the log. Its position is locked, read and moved in the transaction of its rows, so every
 * event is applied exactly once, by one process at a time, and after a crash from where it was.
 *
 * <p>An event that cannot be digested becomes a dead letter, and so do the later ones of its aggregate; all others go on.
 */
public final class Projector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Projection projection;
    private final EventLog log;
    private final List<Projector> upstream;
    private final ReadAhead ahead;
    private final JdbcClient jdbc;
    private final PlannerStatistics statistics;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final WritingMark mark;
    private final Head progress;
    private final ReentrantLock atWork = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;

    Projector(
            Projection projection,
            EventLog log,
            List<Projector> upstream,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PlannerStatistics statistics,
            Clock clock) {
        this.projection = projection;
        this.log = log;
        this.upstream = List.copyOf(upstream);
        this.ahead = new ReadAhead(log, this::readable, projection);
        this.jdbc = jdbc;
        this.statistics = statistics;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.mark = new WritingMark(projection.name(), log, jdbc);
        this.progress = new Head(enrol());
        this.thread =
                Thread.ofPlatform().name("projection-" + projection.name()).unstarted(this::run);
    }

    public Projection projection() {
        return projection;
    }

    /** How far this process knows the projection to be. */
    public Head progress() {
        return progress;
    }

    void start() {
        thread.start();
    }

    /** Ends after the chunk that is being applied: an interrupt in the middle of it would close H2's file for all. */
    @Override
    public void close() {
        closed = true;
        atWork.lock();
        try {
            thread.interrupt();
        } finally {
            atWork.unlock();
        }
        Threads.join(thread);
        try {
            mark.lift();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Projection {} will be made anew, since its end cannot be written down", projection.name(), failed);
        }
    }

    private long enrol() {
        String name = projection.name();
        jdbc.sql("insert into projection (name, position) values (?, 0) on conflict do nothing")
                .param(name)
                .update();
        if (mark.wasLeft()) {
            LOG.warn("Projection {} was being written when the last process was killed; it is made anew", name);
            empty();
        }
        return jdbc.sql("select position from projection where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** Begins at the first event again. When it is broken off itself, the mark still stands. */
    private void empty() {
        projection.tables().forEach(table -> jdbc.sql("truncate table " + table).update());
        jdbc.sql("delete from dead_letter where projection = ?")
                .param(projection.name())
                .update();
        jdbc.sql("update projection set position = 0 where name = ?")
                .param(projection.name())
                .update();
    }

    private void run() {
        Duration pause = BETWEEN_LOOKS;
        while (!closed) {
            try {
                long position = work();
                progress.moveTo(position);
                statistics.refresh();
                mark.liftAfterRest();
                awaitReadable(progress.position() + 1);
                pause = BETWEEN_LOOKS;
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException | Error failed) {
                if (!closed) {
                    LOG.warn("Projection {} stands still and tries again", projection.name(), failed);
                    pause = rest(pause);
                }
            }
        }
    }

    private long work() {
        atWork.lock();
        try {
            if (closed) {
                return progress.position();
            }
            long head = readable();
            return log.lastOf(projection.eventTypes()) <= progress.position() ? head : advance();
        } finally {
            atWork.unlock();
        }
    }

    private long readable() {
        long position = log.head();
        for (Projector projector : upstream) {
            position = Math.min(position, projector.progress().position());
        }
        return position;
    }

    private void awaitReadable(long position) throws InterruptedException {
        log.awaitHead(position, BETWEEN_LOOKS);
        for (Projector projector : upstream) {
            projector.progress().await(position, BETWEEN_LOOKS);
        }
    }

    private static Duration rest(Duration pause) {
        Threads.pause(pause);
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(Duration.ofSeconds(30)) > 0 ? pause : longer;
    }

    /**
     * Applies what comes next, and answers how far that brings the projection. A savepoint for each event costs as much as
     * many an event, so that they are set only where some event of the transaction was not digested.
     */
    private long advance() {
        mark.set();
        try {
            return transaction.execute(_ -> advance(event -> {
                projection.apply(event);
                return true;
            }));
        } catch (RuntimeException failed) {
            if (isPassing(failed)) {
                throw failed;
            }
            LOG.debug("Projection {} takes one event at a time", projection.name(), failed);
            return transaction.execute(_ -> advance(this::digested));
        }
    }

    /** Whether it lies in the database, and not in an event, that something failed. */
    private static boolean isPassing(RuntimeException failed) {
        return failed instanceof TransientDataAccessException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof NonTransientDataAccessResourceException
                || failed instanceof TransactionException;
    }

    /** Nothing is written down for nothing. */
    private long advance(Predicate<StoredEvent> digest) {
        long written = jdbc.sql("select position from projection where name = ? for update")
                .param(projection.name())
                .query(Long.class)
                .single();
        ReadAhead.Chunk chunk = ahead.after(Math.max(written, progress.position()));
        if (chunk.events().isEmpty()) {
            return chunk.upTo();
        }
        Set<String> blocked = blockedSequences();
        for (StoredEvent event : chunk.events()) {
            if (blocked.contains(event.aggregateId())) {
                bury(event, "An earlier event of the same aggregate is a dead letter");
            } else if (!digest.test(event)) {
                blocked.add(event.aggregateId());
            }
        }
        jdbc.sql("update projection set position = ? where name = ?")
                .params(chunk.upTo(), projection.name())
                .update();
        return chunk.upTo();
    }

    private boolean digested(StoredEvent event) {
        try {
            savepoint.executeWithoutResult(_ -> projection.apply(event));
            return true;
        } catch (RuntimeException indigestible) {
            if (isPassing(indigestible) || !projection.goesOnWithoutDeadLetters()) {
                throw indigestible;
            }
            LOG.error("Projection {} cannot digest the event at {}", projection.name(), event.position(), indigestible);
            bury(event, String.valueOf(indigestible));
            return false;
        }
    }

    private Set<String> blockedSequences() {
        return new HashSet<>(jdbc.sql("select distinct aggregate_id from dead_letter where projection = ?")
                .param(projection.name())
                .query(String.class)
                .list());
    }

    private void bury(StoredEvent event, String cause) {
        jdbc.sql("insert into dead_letter (projection, position, aggregate_id, cause, recorded_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        projection.name(),
                        event.position(),
                        event.aggregateId(),
                        cause.substring(0, Math.min(cause.length(), 1000)),
                        Moments.column(clock.instant()))
                .update();
    }
}
