package nl.gebiedsmonitor.projections.observation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ComposedFigures;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** Figures that were looked up. */
public final class FigureTable implements ComposedFigures.Recorded {

    private final Map<IndicatorCode, Map<GebiedCode, Map<Period, Figure>>> figures = new HashMap<>();

    void put(IndicatorCode indicator, GebiedCode gebied, Period period, Figure figure) {
        figures.computeIfAbsent(indicator, _ -> new HashMap<>())
                .computeIfAbsent(gebied, _ -> new HashMap<>())
                .put(period, figure);
    }

    @Override
    public @Nullable Figure of(IndicatorCode indicator, GebiedCode gebied, Period period) {
        return figures.getOrDefault(indicator, Map.of())
                .getOrDefault(gebied, Map.of())
                .get(period);
    }

    /** The periods of which a gebied has any of the figures. */
    public SortedSet<Period> periods(GebiedCode gebied) {
        SortedSet<Period> periods = new TreeSet<>();
        figures.values()
                .forEach(byGebied -> periods.addAll(
                        byGebied.getOrDefault(gebied, Collections.emptyMap()).keySet()));
        return periods;
    }

    /** The periods of which there is a figure of any of some indicators. */
    SortedSet<Period> periods(Collection<IndicatorCode> indicators) {
        SortedSet<Period> periods = new TreeSet<>();
        for (IndicatorCode indicator : indicators) {
            figures.getOrDefault(indicator, Map.of()).values().forEach(byPeriod -> periods.addAll(byPeriod.keySet()));
        }
        return periods;
    }

    /** The weakest status of some values of one gebied in one period, {@code MISSING} when there are none. */
    public ObsStatus status(Collection<IndicatorCode> indicators, GebiedCode gebied, Period period) {
        return indicators.stream()
                .map(indicator -> of(indicator, gebied, period))
                .filter(figure -> figure != null && figure.value() != null)
                .map(Figure::status)
                .max(ObsStatus::compareTo)
                .orElse(ObsStatus.MISSING);
    }

    /** The values of one gebied in one period, without those that are missing. */
    public Map<IndicatorCode, Double> values(GebiedCode gebied, Period period) {
        Map<IndicatorCode, Double> values = new HashMap<>();
        figures.forEach((indicator, _) -> {
            Figure figure = of(indicator, gebied, period);
            if (figure != null && figure.value() != null) {
                values.put(indicator, figure.value());
            }
        });
        return values;
    }
}
