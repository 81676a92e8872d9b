package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
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

    private static final String INSERT_EVENT = """
            insert into event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,
                payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_ACKNOWLEDGEMENT = """
            insert into acknowledgement (id, organisation, idempotency_key, fingerprint, status, location, body,
                position, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Append(
            List<NewEvent> events, @Nullable Acknowledgement acknowledgement, CompletableFuture<Long> position) {}

    private final DataSource dataSource;
    private final Database database;
    private final Clock clock;
    private final Head head;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Head begun = new Head(0);
    private final Head durable = new Head(0);
    private final Thread thread;
    private volatile boolean closed;

    Appender(DataSource dataSource, Database database, Clock clock, Head head) {
        this.dataSource = dataSource;
        this.database = database;
        this.clock = clock;
        this.head = head;
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
        Append append = new Append(events, acknowledgement, new CompletableFuture<>());
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

    /** Waits until every commit that was begun by now is durable, and tells whether it is. */
    boolean awaitDurable(Duration atMost) throws InterruptedException {
        return durable.await(begun.position(), atMost);
    }

    /** Ends after the commit that is under way; what waits behind it is refused. */
    @Override
    public void close() {
        closed = true;
        waiting.add(new Append(List.of(), null, new CompletableFuture<>()));
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
            if (group.size() == 1) {
                group.getFirst().position().completeExceptionally(translate(failed));
            } else {
                group.forEach(append -> store(List.of(append)));
            }
        }
    }

    private static RuntimeException translate(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return new AppendConflict(failed);
            }
        }
        return new IllegalStateException("The events could not be stored", failed);
    }

    private void commit(List<Append> group) throws SQLException {
        List<Long> positions = new ArrayList<>();
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            commitDurably(connection, write(connection, group, positions));
        } finally {
            JdbcUtils.closeConnection(connection);
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).position().complete(positions.get(i));
        }
    }

    /** Writes a group, tells the position of each of its appends, and answers that of the clock. */
    private long write(Connection connection, List<Append> group, List<Long> positions) throws SQLException {
        try {
            long last = lockClock(connection);
            insertEvents(connection, group, last + 1);
            for (Append append : group) {
                last += append.events().size();
                positions.add(last);
            }
            insertAcknowledgements(connection, group, positions);
            moveClock(connection, last);
            return last;
        } catch (SQLException | RuntimeException | Error failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static long lockClock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from event_clock where one = 1 for update")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void moveClock(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update event_clock set position = ? where one = 1")) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
    }

    private static void insertEvents(Connection connection, List<Append> group, long first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENT)) {
            long position = first;
            for (Append append : group) {
                for (NewEvent event : append.events()) {
                    statement.setLong(1, position++);
                    statement.setString(2, event.eventId());
                    statement.setString(3, event.aggregateType());
                    statement.setString(4, event.aggregateId());
                    statement.setLong(5, event.sequence());
                    statement.setString(6, event.type());
                    statement.setString(7, event.revision());
                    statement.setTimestamp(8, Timestamp.from(event.recordedAt()));
                    statement.setBytes(9, event.payload());
                    statement.setBytes(10, event.metadata());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void insertAcknowledgements(Connection connection, List<Append> group, List<Long> positions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ACKNOWLEDGEMENT)) {
            for (int i = 0; i < group.size(); i++) {
                Acknowledgement acknowledgement = group.get(i).acknowledgement();
                if (acknowledgement != null) {
                    statement.setString(1, acknowledgement.id());
                    statement.setString(2, acknowledgement.organisation());
                    statement.setString(3, acknowledgement.idempotencyKey());
                    statement.setString(4, acknowledgement.fingerprint());
                    statement.setInt(5, acknowledgement.status());
                    statement.setString(6, acknowledgement.location());
                    statement.setString(7, acknowledgement.body());
                    statement.setLong(8, positions.get(i));
                    statement.setTimestamp(9, Timestamp.from(clock.instant()));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void commitDurably(Connection connection, long position) {
        long commit = begun.position() + 1;
        begun.moveTo(commit);
        try {
            connection.commit();
            database.makeDurable(connection);
        } catch (SQLException | RuntimeException | Error failed) {
            throw new OutcomeUnknown(failed);
        }
        head.moveTo(position);
        durable.moveTo(commit);
    }
}
