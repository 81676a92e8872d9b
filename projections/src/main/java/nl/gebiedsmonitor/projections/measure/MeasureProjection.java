package nl.gebiedsmonitor.projections.measure;

import java.time.LocalDate;
import java.util.Set;
import nl.gebiedsmonitor.domain.measure.MeasureEvent;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each measure as it is planned and how far it is. */
public final class MeasureProjection implements Projection {

    private final JdbcClient jdbc;

    public MeasureProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(MeasureEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        switch ((MeasureEvent) event.payload()) {
            case MeasureRegistered registered -> register(registered);
            case MeasureStarted started ->
                jdbc.sql("update measure set status = ?, started_on = ?, last_reason = coalesce(?, last_reason)"
                                + " where id = ?")
                        .params(MeasureStatus.RUNNING.name(), started.startedOn())
                        .param(started.reason())
                        .param(started.id().value())
                        .update();
            case MeasureAdjusted adjusted -> adjust(adjusted);
            case MeasureStopped stopped ->
                end(stopped.id(), MeasureStatus.STOPPED, stopped.stoppedOn(), stopped.reason());
            case MeasureCompleted completed ->
                end(completed.id(), MeasureStatus.COMPLETED, completed.completedOn(), completed.reason());
        }
    }

    private void register(MeasureRegistered registered) {
        MeasurePlan plan = registered.plan();
        jdbc.sql("insert into measure (id, gebied, opgave, status, title, description, planned_from, planned_to,"
                        + " lead_organisation, target_indicators) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        registered.id().value(),
                        registered.gebied().value(),
                        registered.opgave().name(),
                        MeasureStatus.PLANNED.name(),
                        plan.title())
                .param(plan.description())
                .param(plan.plannedFrom())
                .param(plan.plannedTo())
                .params(plan.leadOrganisation(), Lines.join(plan.targetIndicators()))
                .update();
    }

    private void adjust(MeasureAdjusted adjusted) {
        MeasurePlan plan = adjusted.plan();
        jdbc.sql("update measure set title = ?, description = ?, planned_from = ?, planned_to = ?,"
                        + " lead_organisation = ?, target_indicators = ?, last_reason = ? where id = ?")
                .param(plan.title())
                .param(plan.description())
                .param(plan.plannedFrom())
                .param(plan.plannedTo())
                .params(
                        plan.leadOrganisation(),
                        Lines.join(plan.targetIndicators()),
                        adjusted.reason(),
                        adjusted.id().value())
                .update();
    }

    private void end(MeasureId id, MeasureStatus status, LocalDate endedOn, String reason) {
        jdbc.sql("update measure set status = ?, ended_on = ?, last_reason = ? where id = ?")
                .params(status.name(), endedOn, reason, id.value())
                .update();
    }
}
