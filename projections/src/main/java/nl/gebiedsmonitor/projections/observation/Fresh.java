package nl.gebiedsmonitor.projections.observation;

import java.util.HashSet;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import org.jspecify.annotations.Nullable;

/**
 * What nothing is remembered of, since it is judged for the first time: figures that came in, or all of an indicator that
 * is defined anew.
 *
 * @param figures null when it is all of the indicator
 */
record Fresh(@Nullable IndicatorCode indicator, @Nullable ObservationEvent figures) {

    static final Fresh NOTHING = new Fresh(null, null);

    /** Those of some gebieden whose figure of a period is not fresh. */
    Set<GebiedCode> others(IndicatorCode of, String period, Set<GebiedCode> gebieden) {
        if (!of.equals(indicator)) {
            return gebieden;
        }
        Set<GebiedCode> others = new HashSet<>(figures == null ? Set.of() : gebieden);
        if (figures != null) {
            figures.observations().stream()
                    .filter(observation -> observation.period().value().equals(period))
                    .forEach(observation -> others.remove(observation.gebied()));
        }
        return others;
    }
}
