package nl.gebiedsmonitor.domain.measure;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a measure. */
public sealed interface MeasureCommand {

    record RegisterMeasure(@TargetAggregateIdentifier MeasureId id, GebiedCode gebied, Opgave opgave, MeasurePlan plan)
            implements MeasureCommand {}

    /**
     * Begins with what was planned.
     *
     * @param reason why it begins then, null when not said
     */
    record StartMeasure(
            @TargetAggregateIdentifier MeasureId id,
            LocalDate startedOn,
            @Nullable String reason) implements MeasureCommand {
        public StartMeasure {
            reason = reason == null ? null : TextRule.REASON.read(reason);
        }
    }

    /**
     * Replaces the plan.
     *
     * @param plan the whole plan as it is to be, what stays the same included
     */
    record AdjustMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate adjustedOn, String reason, MeasurePlan plan)
            implements MeasureCommand {
        public AdjustMeasure {
            reason = TextRule.REASON.read(reason);
        }
    }

    record StopMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate stoppedOn, String reason)
            implements MeasureCommand {
        public StopMeasure {
            reason = TextRule.REASON.read(reason);
        }
    }

    record CompleteMeasure(@TargetAggregateIdentifier MeasureId id, LocalDate completedOn, String reason)
            implements MeasureCommand {
        public CompleteMeasure {
            reason = TextRule.REASON.read(reason);
        }
    }
}
