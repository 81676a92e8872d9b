package nl.gebiedsmonitor.projections.leefbaarheid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.CompositionQueries;
import nl.gebiedsmonitor.projections.observation.CompositionQueries.Composed;
import org.jspecify.annotations.Nullable;

/** Scores of any gebied, whether it has figures of its own or they are made of those of its members. */
public final class ComposedScoreQueries {

    /**
     * The score of a gebied in a period with the figures it is made of.
     *
     * @param score of the figures that are recorded for the gebied itself, when these suffice; otherwise of all. Empty when
     *     too few are known
     * @param figures of all indicators of the model of which anything is known or could be made; only the recorded ones
     *     when these suffice
     * @param inhabitants the model's weight of aggregation; null when nothing is known of it
     */
    public record Scored(
            Period period,
            Optional<Score> score,
            Map<IndicatorCode, Made> figures,
            @Nullable Figure inhabitants) {

        static Scored of(
                ModelDefinition model, Period period, Map<IndicatorCode, Made> figures, @Nullable Figure inhabitants) {
            Map<IndicatorCode, Made> recorded = new LinkedHashMap<>(figures);
            recorded.values().removeIf(made -> made.aggregate() != null);
            Optional<Score> own = model.score(values(recorded));
            return own.isPresent()
                    ? new Scored(period, own, recorded, inhabitants)
                    : new Scored(period, model.score(values(figures)), figures, inhabitants);
        }

        /** The values the score is made of. */
        public Map<IndicatorCode, Double> values() {
            return values(figures);
        }

        private static Map<IndicatorCode, Double> values(Map<IndicatorCode, Made> figures) {
            Map<IndicatorCode, Double> values = new HashMap<>();
            figures.forEach((indicator, made) -> {
                if (made.value() != null) {
                    values.put(indicator, made.value());
                }
            });
            return values;
        }
    }

    private final CompositionQueries compositions;

    public ComposedScoreQueries(CompositionQueries compositions) {
        this.compositions = compositions;
    }

    /**
     * The scores of some gebieden, the first period first; of each the periods of which anything is known.
     *
     * @param periods only of these; of all when empty
     * @param boundaries the year whose boundaries a gebied is taken by; null for those it has in each period
     */
    public Map<GebiedCode, List<Scored>> of(
            PublishedModel model,
            Collection<GebiedCode> gebieden,
            Collection<Period> periods,
            @Nullable Integer boundaries,
            long position) {
        Composed composed = compositions.of(terms(model.definition()), gebieden, periods, position);
        Map<GebiedCode, List<Scored>> scored = new LinkedHashMap<>();
        for (GebiedCode gebied : gebieden) {
            scored.put(
                    gebied,
                    scored(
                            model.definition(),
                            composed,
                            (indicator, period) -> boundaries == null
                                    ? composed.figures().of(indicator, gebied, period)
                                    : composed.figures().of(indicator, gebied, period, boundaries),
                            period ->
                                    composed.figures().count(model.definition().aggregationWeight(), gebied, period)));
        }
        return scored;
    }

    /** The scores of some gebieden together, by the boundaries of a year, or those of each period. */
    public List<Scored> together(
            PublishedModel model,
            Collection<GebiedCode> members,
            Collection<Period> periods,
            @Nullable Integer boundaries,
            long position) {
        Composed composed = compositions.of(terms(model.definition()), members, periods, position);
        return scored(
                model.definition(),
                composed,
                (indicator, period) -> composed.figures().together(indicator, members, period, boundaries),
                _ -> null);
    }

    private static List<Scored> scored(
            ModelDefinition model,
            Composed composed,
            BiFunction<IndicatorCode, Period, Made> figures,
            Function<Period, @Nullable Figure> inhabitants) {
        List<Scored> scored = new ArrayList<>();
        for (Period period : composed.periods()) {
            Map<IndicatorCode, Made> made = new LinkedHashMap<>();
            for (IndicatorCode indicator : model.indicators()) {
                if (composed.isDefined(indicator)) {
                    made.put(indicator, figures.apply(indicator, period));
                }
            }
            if (made.values().stream().anyMatch(ComposedScoreQueries::isKnown)) {
                scored.add(Scored.of(model, period, made, inhabitants.apply(period)));
            }
        }
        return scored;
    }

    /** Whether anything is known of a figure: its value, or why there is none. */
    private static boolean isKnown(Made made) {
        return made.value() != null
                || made.aggregate() == null
                || made.aggregate().coverage() > 0
                || made.missingReason() == MissingReason.SUPPRESSED
                || !made.broken().isEmpty();
    }

    private static CompositionQueries.Terms terms(ModelDefinition model) {
        return new CompositionQueries.Terms(model.indicators(), model.aggregationWeight(), model.minimumCoverage());
    }
}
