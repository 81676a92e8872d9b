package nl.gebiedsmonitor.domain.indicator;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an indicator. */
public sealed interface IndicatorCommand {

    @TargetAggregateIdentifier
    IndicatorCode code();

    record DefineIndicator(IndicatorDefinition definition) implements IndicatorCommand {
        @Override
        @TargetAggregateIdentifier
        public IndicatorCode code() {
            return definition.code();
        }
    }

    record ReviseIndicator(IndicatorDefinition definition, String reason) implements IndicatorCommand {
        public ReviseIndicator {
            reason = requireReason(reason);
        }

        @Override
        @TargetAggregateIdentifier
        public IndicatorCode code() {
            return definition.code();
        }
    }

    record RetireIndicator(@TargetAggregateIdentifier IndicatorCode code, LocalDate retiredOn, String reason)
            implements IndicatorCommand {
        public RetireIndicator {
            reason = requireReason(reason);
        }
    }

    private static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 1000) {
            throw new InvalidValue("reason", reason, "A reason has 1 to 1,000 characters.");
        }
        return reason.strip();
    }
}
