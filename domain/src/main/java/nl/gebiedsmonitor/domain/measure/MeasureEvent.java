package nl.gebiedsmonitor.domain.measure;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import org.jspecify.annotations.Nullable;

/** The life of a measure. */
public sealed interface MeasureEvent extends DomainEvent {

    MeasureId id();

    record MeasureRegistered(MeasureId id, GebiedCode gebied, Opgave opgave, MeasurePlan plan)
            implements MeasureEvent {}

    /**
     * A measure began.
     *
     * @param reason why it began then, null when not said
     */
    record MeasureStarted(
            MeasureId id, LocalDate startedOn, @Nullable String reason) implements MeasureEvent {}

    /**
     * The plan was replaced by another.
     *
     * @param plan the whole plan as it is from then on
     */
    record MeasureAdjusted(MeasureId id, LocalDate adjustedOn, String reason, MeasurePlan plan)
            implements MeasureEvent {}

    /** A measure ended before its work was done, or before it began. */
    record MeasureStopped(MeasureId id, LocalDate stoppedOn, String reason) implements MeasureEvent {}

    record MeasureCompleted(MeasureId id, LocalDate completedOn, String reason) implements MeasureEvent {}
}
