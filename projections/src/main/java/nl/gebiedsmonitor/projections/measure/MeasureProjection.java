package nl.gebiedsmonitor.projections.measure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.measure.MeasureEvent;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each measure as it is planned and how far it is. */
public final class MeasureProjection implements Projection {

    public static final String NAME = "measure";

    private final VersionedTable table;

    public MeasureProjection(JdbcClient jdbc) {
        this.table = new VersionedTable(jdbc, "measure", "id");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("measure");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(MeasureEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        MeasureEvent happened = (MeasureEvent) event.payload();
        List<String> key = List.of(happened.id().value());
        switch (happened) {
            case MeasureRegistered registered -> table.put(event.position(), row(registered));
            case MeasureStarted started -> table.change(event.position(), key, started(started));
            case MeasureAdjusted adjusted -> {
                Map<String, @Nullable Object> changes = plan(adjusted.plan());
                changes.put("last_reason", adjusted.reason());
                table.change(event.position(), key, changes);
            }
            case MeasureStopped stopped ->
                table.change(
                        event.position(), key, ended(MeasureStatus.STOPPED, stopped.stoppedOn(), stopped.reason()));
            case MeasureCompleted completed ->
                table.change(
                        event.position(),
                        key,
                        ended(MeasureStatus.COMPLETED, completed.completedOn(), completed.reason()));
        }
    }

    private static Map<String, @Nullable Object> row(MeasureRegistered registered) {
        Map<String, @Nullable Object> row = plan(registered.plan());
        row.put("id", registered.id().value());
        row.put("gebied", registered.gebied().value());
        row.put("opgave", registered.opgave().name());
        row.put("status", MeasureStatus.PLANNED.name());
        return row;
    }

    private static Map<String, @Nullable Object> plan(MeasurePlan plan) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("title", plan.title());
        columns.put("description", plan.description());
        columns.put("planned_from", plan.plannedFrom());
        columns.put("planned_to", plan.plannedTo());
        columns.put("lead_organisation", plan.leadOrganisation());
        columns.put("target_indicators", Lines.join(plan.targetIndicators()));
        return columns;
    }

    private static Map<String, Object> started(MeasureStarted started) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("status", MeasureStatus.RUNNING.name());
        columns.put("started_on", started.startedOn());
        if (started.reason() != null) {
            columns.put("last_reason", started.reason());
        }
        return columns;
    }

    private static Map<String, Object> ended(MeasureStatus status, LocalDate endedOn, String reason) {
        return Map.of("status", status.name(), "ended_on", endedOn, "last_reason", reason);
    }
}
