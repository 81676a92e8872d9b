package nl.gebiedsmonitor.projections.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's door to the event log. A unit of work appends once, when it commits; the position of its last event is then in
 * its resource {@link #POSITION}, and an {@link Acknowledgement} put in its resource {@link #ACKNOWLEDGEMENT} before is
 * stored with the events.
 */
public final class LogStorageEngine extends BatchingEventStorageEngine {

    /** The resource of the root unit of work that holds the position of its last event, a {@link Long}. */
    public static final String POSITION = LogStorageEngine.class.getName() + "/position";

    /** The resource of the root unit of work that holds the acknowledgement to store. */
    public static final String ACKNOWLEDGEMENT = LogStorageEngine.class.getName() + "/acknowledgement";

    private static final String COLUMNS =
            "position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    private final EventLog log;
    private final JdbcClient jdbc;

    public LogStorageEngine(EventLog log, DataSource dataSource, Serializer serializer) {
        super(new Builder() {}.eventSerializer(serializer).snapshotSerializer(serializer));
        this.log = log;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> rows =
                events.stream().map(event -> serialize(event, serializer)).toList();
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        long position = log.appender().append(rows, unit.<Acknowledgement>getResource(ACKNOWLEDGEMENT));
        unit.resources().put(POSITION, position);
    }

    private static NewEvent serialize(EventMessage<?> message, Serializer serializer) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new NewEvent(
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** Reads a stream whole: it is short, and two kinds of aggregate may bear the same id. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return fetchDomainEvents(identifier, firstSequenceNumber, Integer.MAX_VALUE).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return jdbc.sql("select " + COLUMNS + " from event where aggregate_id = ? and sequence >= ? and position <= ?"
                        + " order by sequence fetch first ? rows only")
                .params(aggregateIdentifier, firstSequenceNumber, log.readableUpTo(), batchSize)
                .query((row, _) -> entry(row))
                .list();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        long after = lastToken instanceof GlobalSequenceTrackingToken token ? token.getGlobalIndex() : 0;
        return jdbc.sql("select " + COLUMNS + " from event where position > ? and position <= ? order by position"
                        + " fetch first ? rows only")
                .params(after, log.head(), batchSize)
                .query((row, _) -> new TrackedDomainEventData<>(
                        new GlobalSequenceTrackingToken(row.getLong("position")), entry(row)))
                .list();
    }

    private static DomainEventData<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                Moments.read(row, "recorded_at"),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return jdbc.sql("select max(sequence) from event where aggregate_id = ?")
                .param(aggregateIdentifier)
                .query(Long.class)
                .optional();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long before = jdbc.sql("select max(position) from event where recorded_at < ?")
                .param(Moments.column(dateTime))
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new GlobalSequenceTrackingToken(before);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("A series is small by design; no aggregate takes snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String identifier) {
        return Stream.empty();
    }
}
