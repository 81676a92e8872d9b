package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The one writer of the log in this process. It takes whatever appends are waiting together, numbers their events under
 * the lock of the clock, commits them once, and only when they are durable moves the head and acknowledges.
 *
 * <p>So positions are gapless and visible in their order, on any database and with any number of processes, at the
 * price of one commit for many commands (docs/decisions/0003).
 */
public final class Appender implements AutoCloseable {

    private static final int EVENTS_PER_COMMIT = 5_000;

    /** SQLSTATE unique_violation, on both databases. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** The classes of SQLSTATE that tell of what is stored, not of the database: data exceptions and constraints. */
    private static final List<String> OF_ONE_APPEND = List.of("22", "23");

    private final DataSource dataSource;
    private final Database database;
    private final LogWriter writer;
    private final Head head;
    private final StreamHeads streamHeads;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Head begun = new Head(0);
    private final Head durable = new Head(0);
    private final Thread thread;
    private volatile boolean closed;

    Appender(DataSource dataSource, Database database, LogWriter writer, Head head, StreamHeads streamHeads) {
        this.dataSource = dataSource;
        this.database = database;
        this.writer = writer;
        this.head = head;
        this.streamHeads = streamHeads;
        this.thread = Thread.ofPlatform().name("appender").daemon().start(this::run);
    }

    /**
     * Appends events, all of them or none, and answers the position of the last when they are durable; the position of
     * the head when there are none.
     *
     * @throws AppendConflict when an event of the same aggregate and sequence, or an acknowledgement of the same key,
     *     is there already
     * @throws OutcomeUnknown when it cannot be told whether they were stored
     */
    public long append(List<NewEvent> events, @Nullable Acknowledgement acknowledgement) {
        Append append = new Append(events, acknowledgement);
        waiting.add(append);
        if (closed && waiting.remove(append)) {
            refuse(append);
        }
        try {
            return append.position().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Waits until every commit that was begun by now is durable, and tells whether it is. */
    boolean awaitDurable(Duration atMost) throws InterruptedException {
        return durable.await(begun.position(), atMost);
    }

    /** Ends after the commit that is under way; what waits behind it is refused. */
    @Override
    public void close() {
        closed = true;
        waiting.add(new Append(List.of(), null));
        Threads.join(thread);
        List<Append> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(Appender::refuse);
    }

    private static void refuse(Append append) {
        append.position().completeExceptionally(new IllegalStateException("The event log is closed"));
    }

    private void run() {
        while (!closed) {
            try {
                List<Append> group = nextGroup();
                if (closed) {
                    group.forEach(Appender::refuse);
                    return;
                }
                if (inDoubt()) {
                    store(List.of());
                }
                if (!group.isEmpty()) {
                    store(group);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /**
     * Whether a commit failed midway and none succeeded since. What it may have stored stays beyond the head, in the way
     * of whoever tries again, until a commit of nothing has brought the head to the clock.
     */
    private boolean inDoubt() {
        return durable.position() < begun.position();
    }

    private List<Append> nextGroup() throws InterruptedException {
        List<Append> group = new ArrayList<>();
        Append next = inDoubt() ? waiting.poll(1, TimeUnit.SECONDS) : waiting.take();
        int events = 0;
        while (next != null) {
            group.add(next);
            events += next.events().size();
            next = events < EVENTS_PER_COMMIT ? waiting.poll() : null;
        }
        return group;
    }

    private void store(List<Append> group) {
        try {
            commit(group);
        } catch (OutcomeUnknown unknown) {
            group.forEach(append -> append.position().completeExceptionally(unknown));
        } catch (SQLException | RuntimeException | Error failed) {
            if (group.size() > 1 && OF_ONE_APPEND.stream().anyMatch(sqlState(failed)::startsWith)) {
                group.forEach(append -> store(List.of(append)));
            } else {
                RuntimeException cause = translate(failed);
                group.forEach(append -> append.position().completeExceptionally(cause));
            }
        }
    }

    private static RuntimeException translate(Throwable failed) {
        return sqlState(failed).equals(UNIQUE_VIOLATION)
                ? new AppendConflict(failed)
                : new IllegalStateException("The events could not be stored", failed);
    }

    private static String sqlState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private void commit(List<Append> group) throws SQLException {
        Connection connection = dataSource.getConnection();
        LogWriter.Written written;
        try {
            connection.setAutoCommit(false);
            written = write(connection, group);
            commitDurably(connection, written);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).position().complete(written.positions().get(i));
        }
    }

    private LogWriter.Written write(Connection connection, List<Append> group) throws SQLException {
        try {
            return writer.write(connection, group);
        } catch (SQLException | RuntimeException | Error failed) {
            connection.rollback();
            throw failed;
        }
    }

    private void commitDurably(Connection connection, LogWriter.Written written) {
        long commit = begun.position() + 1;
        begun.moveTo(commit);
        try {
            connection.commit();
            database.makeDurable(connection);
        } catch (SQLException | RuntimeException | Error failed) {
            throw new OutcomeUnknown(failed);
        }
        streamHeads.moveTo(written.streamHeads());
        head.moveTo(written.head());
        durable.moveTo(commit);
    }
}
