package nl.gebiedsmonitor.domain.indicator;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.DomainEvent;

/** The life of an indicator's definition. */
public sealed interface IndicatorEvent extends DomainEvent {

    IndicatorCode code();

    record IndicatorDefined(IndicatorDefinition definition) implements IndicatorEvent {
        @Override
        public IndicatorCode code() {
            return definition.code();
        }
    }

    /**
     * The definition was replaced by another.
     *
     * @param reason why, for whoever reads old figures
     */
    record IndicatorDefinitionRevised(IndicatorDefinition definition, String reason) implements IndicatorEvent {
        @Override
        public IndicatorCode code() {
            return definition.code();
        }
    }

    record IndicatorRetired(IndicatorCode code, LocalDate retiredOn, String reason) implements IndicatorEvent {}
}
