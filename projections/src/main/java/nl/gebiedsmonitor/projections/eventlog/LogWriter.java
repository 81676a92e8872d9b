package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a group of appends within one transaction, numbered and timed under the lock of the clock. */
final class LogWriter {

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

    /**
     * What was written, once it is committed.
     *
     * @param head the position of the last event in the log
     * @param positions that of the last event of each append; of an append without events, that of the event before it
     * @param streamHeads that of the last event of each type among them
     */
    record Written(long head, List<Long> positions, Map<String, Long> streamHeads) {}

    private record Tick(long position, Instant moment) {}

    private final Clock clock;

    LogWriter(Clock clock) {
        this.clock = clock;
    }

    Written write(Connection connection, List<Append> group) throws SQLException {
        Tick last = lockClock(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant moment = now.isBefore(last.moment()) ? last.moment() : now;
        Map<String, Long> streamHeads = new HashMap<>();
        List<Long> positions = insertEvents(connection, group, new Tick(last.position(), moment), streamHeads);
        insertAcknowledgements(connection, group, positions, moment);
        moveStreamHeads(connection, streamHeads);
        long head = positions.isEmpty() ? last.position() : positions.getLast();
        moveClock(connection, new Tick(head, moment));
        return new Written(head, positions, streamHeads);
    }

    private static Tick lockClock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select position, recorded_at from event_clock where one = 1 for update")) {
            row.next();
            return new Tick(row.getLong("position"), Moments.read(row, "recorded_at"));
        }
    }

    private static void moveClock(Connection connection, Tick tick) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update event_clock set position = ?, recorded_at = ? where one = 1")) {
            statement.setLong(1, tick.position());
            statement.setObject(2, Moments.column(tick.moment()));
            statement.executeUpdate();
        }
    }

    private static List<Long> insertEvents(
            Connection connection, List<Append> group, Tick last, Map<String, Long> streamHeads) throws SQLException {
        List<Long> positions = new ArrayList<>();
        long position = last.position();
        try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENT)) {
            for (Append append : group) {
                for (NewEvent event : append.events()) {
                    position++;
                    set(statement, position, last.moment(), event);
                    statement.addBatch();
                    streamHeads.put(event.type(), position);
                }
                positions.add(position);
            }
            statement.executeBatch();
        }
        return positions;
    }

    private static void set(PreparedStatement statement, long position, Instant moment, NewEvent event)
            throws SQLException {
        statement.setLong(1, position);
        statement.setString(2, event.eventId());
        statement.setString(3, event.aggregateType());
        statement.setString(4, event.aggregateId());
        statement.setLong(5, event.sequence());
        statement.setString(6, event.type());
        statement.setString(7, event.revision());
        statement.setObject(8, Moments.column(moment));
        statement.setBytes(9, event.payload());
        statement.setBytes(10, event.metadata());
    }

    private static void moveStreamHeads(Connection connection, Map<String, Long> streamHeads) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement("update stream_head set position = ? where type = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into stream_head (position, type) values (?, ?)")) {
            for (Map.Entry<String, Long> head : streamHeads.entrySet()) {
                update.setLong(1, head.getValue());
                update.setString(2, head.getKey());
                if (update.executeUpdate() == 0) {
                    insert.setLong(1, head.getValue());
                    insert.setString(2, head.getKey());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void insertAcknowledgements(
            Connection connection, List<Append> group, List<Long> positions, Instant moment) throws SQLException {
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
                    statement.setObject(9, Moments.column(moment));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
