package nl.gebiedsmonitor.domain.indicator;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.TextRule;
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
            reason = TextRule.REASON.read(reason);
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
            reason = TextRule.REASON.read(reason);
        }
    }
}
