package nl.gebiedsmonitor.domain.observation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The desk on an event store in memory: a delivery spans several aggregates, and the fixture of Axon knows one. */
final class TestDesk {

    /** A figure that is held, whichever series holds it. */
    record Figure(IndicatorCode indicator, Key key) {}

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final DefaultCommandGateway gateway;
    private int deliveries;

    TestDesk() {
        var events = EmbeddedEventStore.builder().storageEngine(engine).build();
        var series = EventSourcingRepository.builder(ObservationSeries.class)
                .eventStore(events)
                .build();
        var received = EventSourcingRepository.builder(Delivery.class)
                .eventStore(events)
                .build();
        var bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(
                        new ObservationDesk(series, received, Register.INDICATORS, Register.GEBIEDEN))
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    Receipt send(ReceiveDelivery command) {
        return gateway.sendAndWait(command);
    }

    /** Delivers cells, all or nothing and without a revision, under a new id. */
    Receipt deliver(Cell... cells) {
        return send(Posting.of(cells).as("eerder-" + ++deliveries));
    }

    List<DomainEvent> events() {
        return stored().map(EventMessage::getPayload)
                .map(DomainEvent.class::cast)
                .toList();
    }

    List<DomainEvent> eventsSince(List<DomainEvent> before) {
        return events().subList(before.size(), events().size());
    }

    Map<Figure, Observation> held() {
        Map<Figure, Observation> held = new HashMap<>();
        for (DomainEvent event : events()) {
            if (event instanceof ObservationEvent recorded) {
                recorded.observations()
                        .forEach(observation -> held.put(
                                new Figure(
                                        recorded.series().indicator(),
                                        new Key(observation.gebied(), observation.period())),
                                observation));
            }
        }
        return held;
    }

    private Stream<? extends EventMessage<?>> stored() {
        return engine.readEvents(null, false);
    }

    /** How cells are posted: plainly, or as the methods say. */
    record Posting(
            boolean partial, boolean dryRun, @Nullable String reason, List<Cell> cells) {

        static Posting of(Cell... cells) {
            return of(Arrays.asList(cells));
        }

        static Posting of(List<Cell> cells) {
            return new Posting(false, false, null, cells);
        }

        Posting asPartial() {
            return new Posting(true, dryRun, reason, cells);
        }

        Posting asDryRun() {
            return new Posting(partial, true, reason, cells);
        }

        Posting revising(@Nullable String why) {
            return new Posting(partial, dryRun, why, cells);
        }

        ReceiveDelivery as(String id) {
            return new ReceiveDelivery(id, "CBS", partial, dryRun, reason, cells, List.of(), 0, 0);
        }
    }
}
