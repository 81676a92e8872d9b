package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** Every event that was ever acknowledged, in the order of the positions. */
public final class EventLog implements AutoCloseable {

    private static final int EVENTS_AT_ONCE = 50;

    /** Where an answer ends even if more was asked for. */
    private static final long BYTES_AT_ONCE = 4_000_000;

    /** No event is older; a database holds no moment that lies much further back. */
    private static final Instant BEGINNING = Instant.parse("2020-06-16T00:00:00Z");

    private static final String COLUMNS =
            "position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    private static final Duration TO_BE_DURABLE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate clockTurn;
    private final ObjectMapper json;
    private final Database database;
    private final Head head;
    private final StreamHeads streamHeads;
    private final Appender appender;

    public EventLog(DataSource dataSource, EventSerializer serializer, Clock clock) throws SQLException {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.clockTurn = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.json = serializer.getObjectMapper();
        this.database = Database.of(dataSource);
        this.head = new Head(clockPosition());
        this.streamHeads = new StreamHeads(jdbc, database);
        this.appender = new Appender(dataSource, database, new LogWriter(clock), head, streamHeads);
    }

    public Appender appender() {
        return appender;
    }

    /** Whether events can still be appended; once they cannot, only a new process can. */
    public boolean isAppending() {
        return appender.isAlive();
    }

    Database database() {
        return database;
    }

    /** Whether other processes may be at work on the same database. */
    public boolean isShared() {
        return database.isShared();
    }

    /** The position of the last event that is durable, 0 when there is none. */
    public long head() {
        if (database.isShared()) {
            head.moveTo(clockPosition());
        }
        return head.position();
    }

    /** Waits for the head to reach a position, and tells whether it did. */
    public boolean awaitHead(long position, Duration atMost) throws InterruptedException {
        return head() >= position || head.await(position, atMost) || head() >= position;
    }

    /**
     * Waits until all that can be seen in the database by now is durable, and tells whether it is. On H2 what is
     * committed can be seen a moment before that.
     */
    boolean awaitDurable(Duration atMost) throws InterruptedException {
        return appender.awaitDurable(atMost);
    }

    /**
     * How far a stream may be read. What PostgreSQL shows is durable; what H2 shows is so up to the head.
     */
    long readableUpTo() {
        return database.isShared() ? Long.MAX_VALUE : head.position();
    }

    /**
     * Up to {@code limit} events after a position and not beyond the head, in order; fewer when they are large, but never
     * none when there are some. One that cannot be read is among them, and says so when its payload is asked for.
     */
    public List<StoredEvent> after(long position, int limit) {
        long upTo = head();
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        List<StoredEvent> some;
        do {
            long from = events.isEmpty() ? position : events.getLast().position();
            int atMost = Math.min(EVENTS_AT_ONCE, limit - events.size());
            some = jdbc.sql("select " + COLUMNS + " from event where position > ? and position <= ? order by position"
                            + " fetch first ? rows only")
                    .params(from, upTo, atMost)
                    .query((row, _) -> read(row))
                    .list();
            events.addAll(some);
            bytes += some.stream().mapToLong(StoredEvent::size).sum();
        } while (some.size() == EVENTS_AT_ONCE && events.size() < limit && bytes < BYTES_AT_ONCE);
        return events;
    }

    /** Up to {@code limit} events of some types after a position and not beyond another, in order. */
    List<StoredEvent> after(long position, long upTo, Collection<String> types, int limit) {
        return jdbc.sql("select " + COLUMNS + " from event where position > :after and position <= :upTo"
                        + " and type in (:types) order by position fetch first :limit rows only")
                .param("after", position)
                .param("upTo", upTo)
                .param("types", types)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** What an event is, without what it says. */
    public record Header(long position, String type, String aggregateId) {}

    /** Up to {@code limit} headers of events after a position and not beyond another, in order. */
    public List<Header> headers(long position, long upTo, int limit) {
        return jdbc.sql("select position, type, aggregate_id from event where position > ? and position <= ?"
                        + " order by position fetch first ? rows only")
                .params(position, upTo, limit)
                .query((row, _) -> new Header(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The last event of some types in the life of an aggregate, up to and including one of its events. */
    public StoredEvent lastUpTo(StoredEvent event, Collection<String> types) {
        return jdbc.sql("select " + COLUMNS + " from event where aggregate_id = :id and aggregate_type = :type"
                        + " and position <= :position and type in (:types) order by sequence desc"
                        + " fetch first 1 row only")
                .param("id", event.aggregateId())
                .param("type", event.aggregateType())
                .param("position", event.position())
                .param("types", types)
                .query((row, _) -> read(row))
                .single();
    }

    /** The events at some positions, in order. */
    public List<StoredEvent> at(Collection<Long> positions) {
        return jdbc.sql("select " + COLUMNS + " from event where position in (:positions) order by position")
                .param("positions", positions)
                .query((row, _) -> read(row))
                .list();
    }

    /** The position of the last event of some types, 0 when there is none. */
    public long lastOf(Collection<String> types) {
        return streamHeads.lastOf(types);
    }

    /** The position of the last event that was recorded before a moment, 0 when there is none. */
    public long positionBefore(Instant moment) {
        if (moment.isBefore(BEGINNING)) {
            return 0;
        }
        awaitAppendsUnderWay();
        long position = jdbc.sql("select position from event where recorded_at < ?"
                        + " order by recorded_at desc, position desc fetch first 1 row only")
                .param(Moments.column(moment))
                .query(Long.class)
                .optional()
                .orElse(0L);
        awaitDurable(position);
        return position;
    }

    /** What is being appended has its time already and can be seen only later; whoever has the clock has seen it all. */
    private void awaitAppendsUnderWay() {
        clockTurn.executeWithoutResult(_ -> jdbc.sql("select position from event_clock where one = 1 for update")
                .query(Long.class)
                .single());
    }

    private void awaitDurable(long position) {
        try {
            if (!awaitHead(position, TO_BE_DURABLE)) {
                throw new ProjectionBehind("log", position, head());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProjectionBehind("log", position, head());
        }
    }

    /** When the event at a position was recorded. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc.sql("select recorded_at from event where position = ?")
                .param(position)
                .query((row, _) -> Moments.read(row, "recorded_at"))
                .optional();
    }

    /** Makes what was committed by now, to whatever table, outlive the process and the power. */
    public void makeDurable() {
        try (Connection connection = dataSource.getConnection()) {
            database.makeDurable(connection);
        } catch (SQLException failed) {
            throw new OutcomeUnknown(failed);
        }
    }

    @Override
    public void close() {
        appender.close();
    }

    private long clockPosition() {
        return jdbc.sql("select position from event_clock where one = 1")
                .query(Long.class)
                .single();
    }

    private StoredEvent read(ResultSet row) throws SQLException {
        String type = row.getString("type");
        byte[] payload = row.getBytes("payload");
        return new StoredEvent(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                type,
                row.getString("revision"),
                Moments.read(row, "recorded_at"),
                payload.length,
                new ParsedOnce(json, type, payload, row.getBytes("metadata")));
    }
}
