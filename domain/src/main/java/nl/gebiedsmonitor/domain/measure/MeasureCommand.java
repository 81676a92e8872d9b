package nl.gebiedsmonitor.domain.measure;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a measure. */
public sealed interface MeasureCommand {

    record RegisterMeasure(@TargetAggregateIdentifier MeasureId id, GebiedCode gebied, Opgave opgave, MeasurePlan plan)
            implements MeasureCommand {}

    record StartMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate startedOn) implements MeasureCommand {}

    /**
     * Replaces the plan.
     *
     * @param plan the whole plan as it is to be, what stays the same included
     */
    record AdjustMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate adjustedOn, String reason, MeasurePlan plan)
            implements MeasureCommand {
        public AdjustMeasure {
            reason = requireReason(reason);
        }
    }

    record StopMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate stoppedOn, String reason)
            implements MeasureCommand {
        public StopMeasure {
            reason = requireReason(reason);
        }
    }

    record CompleteMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate completedOn, String reason)
            implements MeasureCommand {
        public CompleteMeasure {
            reason = requireReason(reason);
        }
    }

    private static String requireReason(String reason) {
        String stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > 1000) {
            throw new InvalidValue("reason", reason, "A reason has 1 to 1,000 characters.");
        }
        return stripped;
    }
}
