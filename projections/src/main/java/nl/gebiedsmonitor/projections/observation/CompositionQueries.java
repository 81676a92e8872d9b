package nl.gebiedsmonitor.projections.observation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.observation.ComposedFigures;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.gebied.MembershipQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings together all that the figures of composed gebieden are made of, as it stood at a position. */
public final class CompositionQueries {

    /**
     * By what terms figures are made.
     *
     * @param defaultWeight what weighs the members where an indicator does not say; null when nothing does
     * @param minimumCoverage the coverage, 0 to 1, below which a figure is missing
     */
    public record Terms(
            Set<IndicatorCode> indicators, @Nullable IndicatorCode defaultWeight, double minimumCoverage) {}

    /**
     * Figures that can be made.
     *
     * @param periods those of which anything is recorded
     * @param definitions of the indicators that are defined, with those that weigh and divide them
     */
    public record Composed(
            ComposedFigures figures, SortedSet<Period> periods, Map<IndicatorCode, IndicatorDefinition> definitions) {

        public boolean isDefined(IndicatorCode indicator) {
            return definitions.containsKey(indicator);
        }
    }

    private final IndicatorQueries indicators;
    private final MembershipQueries membership;
    private final FigureQueries figures;
    private final Ingredients ingredients;
    private final JdbcClient jdbc;

    public CompositionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ingredients = new Ingredients(jdbc);
        this.indicators = new IndicatorQueries(jdbc);
        this.membership = new MembershipQueries(jdbc);
        this.figures = new FigureQueries(jdbc);
    }

    /**
     * All that the figures of some gebieden are made of.
     *
     * @param periods only of these; of all when empty
     */
    public Composed of(Terms terms, Collection<GebiedCode> gebieden, Collection<Period> periods, long position) {
        MembershipQueries.Loaded members = membership.of(gebieden, position);
        Set<IndicatorCode> needed = new LinkedHashSet<>(terms.indicators());
        if (terms.defaultWeight() != null) {
            needed.add(terms.defaultWeight());
        }
        for (IndicatorDefinition definition :
                indicators.definitions(terms.indicators(), position).values()) {
            addOperands(definition, needed);
        }
        Map<IndicatorCode, IndicatorDefinition> definitions = indicators.definitions(needed, position);
        FigureTable table = figures.figures(needed, members.gebieden(), periods, position);
        return new Composed(
                new ComposedFigures(
                        members.membership(), table, definitions, terms.defaultWeight(), terms.minimumCoverage()),
                table.periods(leading(terms.indicators(), definitions)),
                definitions);
    }

    /**
     * Whether anything came in after one position up to another that figures of an indicator depend on: a value that they are made of,
     * which may also be hidden or shown, or any figure of a successor, since its first year decides on boundaries.
     */
    public boolean anyChanged(IndicatorCode indicator, long after, long upTo) {
        boolean ofSuccessors = jdbc.sql(
                        "select exists (select 1 from observation o where o.from_position > ?"
                                + " and o.from_position <= ? and exists (select 1 from gebied_successor s where s.successor = o.gebied))")
                .params(after, upTo)
                .query(Boolean.class)
                .single();
        return ofSuccessors
                || ingredients.of(indicator).stream().anyMatch(each -> jdbc.sql(
                                "select exists (select 1 from observation where indicator = :indicator"
                                        + " and from_position > :after and from_position <= :upTo) or exists (select 1"
                                        + " from suppression where indicator = :indicator and (from_position > :after"
                                        + " and from_position <= :upTo or to_position > :after and to_position <= :upTo))")
                        .param("indicator", each.value())
                        .param("after", after)
                        .param("upTo", upTo)
                        .query(Boolean.class)
                        .single());
    }

    /** What there must be for there to be anything: of a rate its numerator too. */
    private static Set<IndicatorCode> leading(
            Set<IndicatorCode> indicators, Map<IndicatorCode, IndicatorDefinition> definitions) {
        Set<IndicatorCode> leading = new LinkedHashSet<>(indicators);
        for (IndicatorCode indicator : indicators) {
            IndicatorDefinition definition = definitions.get(indicator);
            if (definition != null && definition.aggregation().kind() instanceof Aggregation.Kind.Rate rate) {
                leading.add(rate.numerator());
            }
        }
        return leading;
    }

    private static void addOperands(IndicatorDefinition definition, Set<IndicatorCode> needed) {
        switch (definition.aggregation().kind()) {
            case Aggregation.Kind.Mean mean -> {
                if (mean.weight() != null) {
                    needed.add(mean.weight());
                }
            }
            case Aggregation.Kind.Rate rate -> {
                needed.add(rate.numerator());
                needed.add(rate.denominator());
            }
            case Aggregation.Kind.Sum _, Aggregation.Kind.None _ -> {}
        }
    }
}
