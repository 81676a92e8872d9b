package nl.gebiedsmonitor.domain.study;

import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;

/** Indicators for tests. */
final class Definitions {

    private Definitions() {}

    static IndicatorDefinition plain(IndicatorCode code) {
        return new IndicatorDefinition(
                code,
                "Naam",
                null,
                null,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                Aggregation.NONE,
                null,
                null);
    }
}
