package nl.gebiedsmonitor.domain.measure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.AdjustMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.CompleteMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.RegisterMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StartMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StopMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A measure: registered once, started, adjusted, and then stopped or completed. */
@AggregateRoot
public final class Measure {

    @AggregateIdentifier
    private @Nullable MeasureId id;

    private @Nullable MeasureRegistered registered;
    private @Nullable MeasurePlan plan;
    private MeasureStatus status = MeasureStatus.PLANNED;
    private LocalDate lastStepOn = LocalDate.MIN;

    Measure() {}

    /**
     * Registers this measure, or finds it registered just so, whatever has been adjusted since.
     *
     * @return whether anything changed
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean register(RegisterMeasure command, Gebieden gebieden, Indicators indicators) {
        var now = new MeasureRegistered(command.id(), command.gebied(), command.opgave(), command.plan());
        if (now.equals(registered)) {
            return false;
        }
        if (registered != null) {
            throw new RuleViolated(
                    "measure-registered-once",
                    id + " is registered already, as \"" + registered.plan().title()
                            + "\"; adjust it to change its plan.");
        }
        gebieden.requireRegistered(List.of(command.gebied()));
        requireDefined(command.plan(), indicators);
        apply(now);
        return true;
    }

    @CommandHandler
    void start(StartMeasure command) {
        requireStatus(EnumSet.of(MeasureStatus.PLANNED), "started");
        requireInOrder(command.startedOn());
        apply(new MeasureStarted(command.id(), command.startedOn(), command.reason()));
    }

    /**
     * Replaces the plan, unless it is the same.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean adjust(AdjustMeasure command, Indicators indicators) {
        requireStatus(EnumSet.of(MeasureStatus.PLANNED, MeasureStatus.RUNNING), "adjusted");
        if (command.plan().equals(plan)) {
            return false;
        }
        requireInOrder(command.adjustedOn());
        requireDefined(command.plan(), indicators);
        apply(new MeasureAdjusted(command.id(), command.adjustedOn(), command.reason(), command.plan()));
        return true;
    }

    @CommandHandler
    void stop(StopMeasure command) {
        requireStatus(EnumSet.of(MeasureStatus.PLANNED, MeasureStatus.RUNNING), "stopped");
        requireInOrder(command.stoppedOn());
        apply(new MeasureStopped(command.id(), command.stoppedOn(), command.reason()));
    }

    @CommandHandler
    void complete(CompleteMeasure command) {
        requireStatus(EnumSet.of(MeasureStatus.RUNNING), "completed");
        requireInOrder(command.completedOn());
        apply(new MeasureCompleted(command.id(), command.completedOn(), command.reason()));
    }

    private void requireStatus(Set<MeasureStatus> allowed, String step) {
        if (!allowed.contains(status)) {
            throw new RuleViolated("measure-status", id + " is " + status + " and cannot be " + step + ".");
        }
    }

    private void requireInOrder(LocalDate stepOn) {
        if (stepOn.isBefore(lastStepOn)) {
            throw new RuleViolated(
                    "measure-dates-in-order",
                    stepOn + " lies before " + lastStepOn + ", the date of the step before it.");
        }
    }

    private static void requireDefined(MeasurePlan plan, Indicators indicators) {
        SortedSet<IndicatorCode> unknown = new TreeSet<>(plan.targetIndicators());
        unknown.removeAll(indicators.defined(plan.targetIndicators()).keySet());
        if (!unknown.isEmpty()) {
            throw new RuleViolated("indicator-defined", "Not defined: " + unknown + ".");
        }
    }

    @EventSourcingHandler
    void on(MeasureEvent event) {
        switch (event) {
            case MeasureRegistered first -> {
                id = first.id();
                registered = first;
                plan = first.plan();
            }
            case MeasureStarted started -> {
                status = MeasureStatus.RUNNING;
                lastStepOn = started.startedOn();
            }
            case MeasureAdjusted adjusted -> {
                plan = adjusted.plan();
                lastStepOn = adjusted.adjustedOn();
            }
            case MeasureStopped stopped -> {
                status = MeasureStatus.STOPPED;
                lastStepOn = stopped.stoppedOn();
            }
            case MeasureCompleted completed -> {
                status = MeasureStatus.COMPLETED;
                lastStepOn = completed.completedOn();
            }
        }
    }
}
