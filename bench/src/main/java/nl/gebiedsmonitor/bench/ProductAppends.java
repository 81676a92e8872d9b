package nl.gebiedsmonitor.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.EventSerializer;
import nl.gebiedsmonitor.projections.eventlog.LogStorageEngine;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** The product's own way, serialisation included. */
final class ProductAppends implements Appending, AutoCloseable {

    private final EventLog log;
    private final LogStorageEngine engine;

    ProductAppends(DataSource dataSource) throws SQLException {
        EventSerializer serializer = new EventSerializer();
        log = new EventLog(dataSource, serializer, Clock.systemUTC());
        engine = new LogStorageEngine(log, dataSource, serializer);
    }

    @Override
    public void append() {
        var event = new GenericDomainEventMessage<>(
                "Gebied",
                UUID.randomUUID().toString(),
                0,
                new GebiedRegistered(new GebiedCode("BU02020314"), "Klarendal-Noord", null));
        DefaultUnitOfWork.startAndGet(event).execute(() -> engine.appendEvents(List.of(event)));
    }

    @Override
    public void close() {
        log.close();
    }
}
