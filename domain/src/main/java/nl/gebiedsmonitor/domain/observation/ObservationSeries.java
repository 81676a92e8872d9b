package nl.gebiedsmonitor.domain.observation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one indicator in one region, as they stand. An identical observation changes nothing, and a FINAL
 * one gives way only to a revision with a reason.
 */
@AggregateRoot
public final class ObservationSeries {

    /** Keeps an event at some 80 kB, which a reader of the feed takes easily. */
    static final int OBSERVATIONS_PER_EVENT = 1000;

    private @Nullable SeriesId id;

    private final transient List<ObservationEvent> events = new ArrayList<>();

    /** What the events say together, derived when something is judged. */
    private transient Map<Key, Observation> held = new HashMap<>();

    private transient boolean assessed;

    ObservationSeries() {}

    /**
     * Judges cells of this series against what is held; nothing changes yet. What is held is let go of then, since a
     * delivery keeps its many series until all are written.
     */
    Assessment assess(SeriesId series, List<Cell> cells, Admission admission) {
        if (assessed) {
            throw new IllegalStateException("A series is judged once each time it is loaded");
        }
        putInEvents();
        Assessment assessment = new Assessment(series, cells.size(), admission.faults());
        for (Cell cell : cells) {
            if (admission.admits(cell)) {
                assessment.judge(cell, held.get(cell.key()), admission.revisionReason());
            }
        }
        assessed = true;
        events.clear();
        held = Map.of();
        return assessment;
    }

    /** Records what an assessment of this series found good, in events of bounded size. */
    void record(Assessment assessment, @Nullable String delivery, @Nullable String revisionReason) {
        for (List<Observation> some : inEvents(assessment.added())) {
            apply(new IndicatorRecorded(assessment.series(), delivery, some));
        }
        for (List<Observation> some : inEvents(assessment.revised())) {
            apply(new ObservationsRevised(assessment.series(), delivery, revisionReason, some));
        }
    }

    private static List<List<Observation>> inEvents(List<Observation> observations) {
        return observations.stream()
                .gather(Gatherers.windowFixed(OBSERVATIONS_PER_EVENT))
                .toList();
    }

    @AggregateIdentifier
    @Nullable
    SeriesId id() {
        return id;
    }

    @EventSourcingHandler
    void on(ObservationEvent event) {
        id = event.series();
        if (!assessed) {
            events.add(event);
        }
    }

    private void putInEvents() {
        for (ObservationEvent event : events) {
            for (Observation observation : event.observations()) {
                held.put(new Key(observation.gebied(), observation.period()), observation);
            }
        }
    }
}
