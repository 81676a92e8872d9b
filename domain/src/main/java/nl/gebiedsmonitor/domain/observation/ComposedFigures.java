package nl.gebiedsmonitor.domain.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Membership;
import nl.gebiedsmonitor.domain.gebied.Membership.Members;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.observation.Aggregate.Member;
import nl.gebiedsmonitor.domain.observation.Aggregate.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The figures of gebieden: the recorded one where there is one, and otherwise one made of those of its members, by the
 * aggregation of the indicator. A member without a figure is in its turn looked at through its own members; when none of
 * these has one either, it is the member that lacks it.
 *
 * <p>A figure that is made of a suppressed one is suppressed itself: less would allow to compute what was hidden.
 */
public final class ComposedFigures {

    /** The recorded figures. */
    @FunctionalInterface
    public interface Recorded {

        /** A recorded figure, null when there is none. */
        @Nullable
        Figure of(IndicatorCode indicator, GebiedCode gebied, Period period);
    }

    /**
     * A figure and how it came about.
     *
     * @param aggregate how it was made of those of members; null when it was recorded
     * @param broken the members of which it cannot be told what stood in their place in the period; they lack a figure
     */
    public record Made(
            @Nullable Double value,
            ObsStatus status,
            @Nullable MissingReason missingReason,
            @Nullable Aggregate aggregate,
            SortedMap<GebiedCode, Break> broken) {

        private static Made recorded(Figure figure) {
            return new Made(figure.value(), figure.status(), figure.missingReason(), null, new TreeMap<>());
        }

        private static Made of(Aggregate aggregate, SortedMap<GebiedCode, Break> broken) {
            return new Made(aggregate.value(), aggregate.status(), aggregate.missingReason(), aggregate, broken);
        }

        private Made suppressed() {
            return new Made(null, ObsStatus.MISSING, MissingReason.SUPPRESSED, aggregate, broken);
        }
    }

    private record Key(IndicatorCode indicator, GebiedCode gebied, Period period) {}

    private final Membership membership;
    private final Recorded recorded;
    private final Map<IndicatorCode, IndicatorDefinition> definitions;
    private final @Nullable IndicatorCode defaultWeight;
    private final double minimumCoverage;
    private final Map<Key, Figure> counts = new HashMap<>();

    /**
     * @param definitions of the indicators asked for, and of those that weigh and divide them as far as they are defined
     * @param defaultWeight what weighs the members where an aggregation does not say; null when nothing does
     * @param minimumCoverage the coverage, 0 to 1, below which a figure is missing
     */
    public ComposedFigures(
            Membership membership,
            Recorded recorded,
            Map<IndicatorCode, IndicatorDefinition> definitions,
            @Nullable IndicatorCode defaultWeight,
            double minimumCoverage) {
        this.membership = membership;
        this.recorded = recorded;
        this.definitions = Map.copyOf(definitions);
        this.defaultWeight = defaultWeight;
        this.minimumCoverage = minimumCoverage;
    }

    /** The figure of one gebied by the boundaries it has in the period itself. */
    public Made of(IndicatorCode indicator, GebiedCode gebied, Period period) {
        Figure own = recorded.of(indicator, gebied, period);
        if (own != null && (own.isSettled() || !membership.isComposed(gebied))) {
            return Made.recorded(own);
        }
        return make(indicator, membership.of(gebied, year(period)), period);
    }

    /** The figure of one gebied by the boundaries it has in a year. */
    public Made of(IndicatorCode indicator, GebiedCode gebied, Period period, int boundaryYear) {
        Members members = membership.on(boundaryYear, List.of(gebied), year(period));
        boolean itself = members.broken().isEmpty()
                && members.parts().stream().allMatch(part -> part.gebied().equals(gebied));
        return itself ? of(indicator, gebied, period) : make(indicator, members, period);
    }

    /**
     * The figure of some gebieden together.
     *
     * @param boundaryYear the year of the division that their codes are of; null when that is the year of the period
     */
    public Made together(
            IndicatorCode indicator, Collection<GebiedCode> gebieden, Period period, @Nullable Integer boundaryYear) {
        int division = boundaryYear == null ? year(period) : boundaryYear;
        return make(indicator, membership.on(division, gebieden, year(period)), period);
    }

    private Made make(IndicatorCode indicator, Members members, Period period) {
        IndicatorDefinition definition = definitions.get(indicator);
        if (definition == null) {
            throw new IllegalArgumentException("The definition of " + indicator + " is not given");
        }
        Terms terms = Terms.of(definition, defaultWeight, minimumCoverage);
        IndicatorCode leading =
                definition.aggregation().kind() instanceof Aggregation.Kind.Rate rate ? rate.numerator() : indicator;
        Leaves leaves = new Leaves();
        leaves.broken.putAll(members.broken());
        members.parts().forEach(part -> leaves.add(below(leading, part, period)));
        List<Member> made = new ArrayList<>();
        boolean suppressed = false;
        for (Part leaf : leaves.parts.values()) {
            Leaf figures = figures(indicator, terms, leaf.gebied(), period);
            suppressed |= figures.isSuppressed(terms.aggregation());
            made.add(figures.counting(leaf));
        }
        for (GebiedCode broken : leaves.broken.keySet()) {
            made.add(Member.ofValue(broken, null, null, ObsStatus.MISSING));
        }
        Made result = Made.of(Aggregate.of(terms, made), leaves.broken);
        return suppressed ? result.suppressed() : result;
    }

    /** Goes down until there is a figure, or nothing further down. */
    private Leaves below(IndicatorCode leading, Part part, Period period) {
        Leaves leaves = new Leaves();
        Figure own = recorded.of(leading, part.gebied(), period);
        if (own == null || !own.isSettled()) {
            Members members = membership.of(part.gebied(), year(period));
            leaves.broken.putAll(members.broken());
            for (Part member : members.parts()) {
                leaves.add(below(leading, new Part(member.gebied(), member.factor() * part.factor()), period));
            }
        }
        if (leaves.haveFigures) {
            return leaves;
        }
        leaves.parts.clear();
        leaves.haveFigures = own != null && own.isSettled();
        if (own != null || !membership.mayBeYoungerThan(part.gebied(), year(period))) {
            leaves.parts.put(part.gebied(), part);
        }
        return leaves;
    }

    private Leaf figures(IndicatorCode indicator, Terms terms, GebiedCode leaf, Period period) {
        return switch (terms.aggregation().kind()) {
            case Aggregation.Kind.Rate rate ->
                new Leaf(null, null, count(rate.numerator(), leaf, period), count(rate.denominator(), leaf, period));
            case Aggregation.Kind.None _, Aggregation.Kind.Sum _, Aggregation.Kind.Mean _ ->
                new Leaf(
                        recorded.of(indicator, leaf, period),
                        terms.weight()
                                .map(weight -> count(weight, leaf, period))
                                .orElse(null),
                        null,
                        null);
        };
    }

    /** What weighs or divides others: the recorded figure, or else the sum over the members, which all must have one. */
    public @Nullable Figure count(IndicatorCode indicator, GebiedCode gebied, Period period) {
        Figure own = recorded.of(indicator, gebied, period);
        IndicatorDefinition definition = definitions.get(indicator);
        if ((own != null && own.isSettled())
                || definition == null
                || !(definition.aggregation().kind() instanceof Aggregation.Kind.Sum)
                || !membership.isComposed(gebied)) {
            return own;
        }
        Key key = new Key(indicator, gebied, period);
        Figure known = counts.get(key);
        if (known == null) {
            known = added(definition, gebied, period);
            counts.put(key, known);
        }
        return known;
    }

    private Figure added(IndicatorDefinition definition, GebiedCode gebied, Period period) {
        List<Member> members = new ArrayList<>();
        boolean suppressed = false;
        Members there = membership.of(gebied, year(period));
        for (GebiedCode broken : there.broken().keySet()) {
            members.add(Member.ofValue(broken, null, null, ObsStatus.MISSING));
        }
        for (Part part : there.parts()) {
            Figure figure = count(definition.code(), part.gebied(), period);
            if (figure != null || !membership.mayBeYoungerThan(part.gebied(), year(period))) {
                suppressed |= figure != null && figure.isSuppressed();
                members.add(new Leaf(figure, null, null, null).counting(part));
            }
        }
        Aggregate sum = Aggregate.of(new Terms(definition.aggregation(), null, 1, 1), members);
        return suppressed
                ? new Figure(null, ObsStatus.MISSING, MissingReason.SUPPRESSED)
                : new Figure(sum.value(), sum.status(), sum.missingReason());
    }

    private static int year(Period period) {
        return period.start().getYear();
    }

    /** The gebieden that are not looked into any further, each once, and those of which it cannot be told what stood there. */
    private static final class Leaves {

        private final SortedMap<GebiedCode, Part> parts = new TreeMap<>();
        private final SortedMap<GebiedCode, Break> broken = new TreeMap<>();
        private boolean haveFigures;

        void add(Leaves others) {
            others.parts.forEach((gebied, part) -> parts.merge(gebied, part, Part::and));
            broken.putAll(others.broken);
            haveFigures |= others.haveFigures;
        }
    }

    /** The figures of a gebied that is not looked into any further. */
    private record Leaf(
            @Nullable Figure value,
            @Nullable Figure weight,
            @Nullable Figure numerator,
            @Nullable Figure denominator) {

        /** Whether what is made by an aggregation is made of something suppressed; a sum takes a weight for its coverage alone. */
        boolean isSuppressed(Aggregation aggregation) {
            return switch (aggregation.kind()) {
                case Aggregation.Kind.None _ -> false;
                case Aggregation.Kind.Sum _ -> isSuppressed(value);
                case Aggregation.Kind.Mean _ -> isSuppressed(value) || isSuppressed(weight);
                case Aggregation.Kind.Rate _ -> isSuppressed(numerator) || isSuppressed(denominator);
            };
        }

        private static boolean isSuppressed(@Nullable Figure figure) {
            return figure != null && figure.isSuppressed();
        }

        Member counting(Part part) {
            return new Member(
                    part.gebied(),
                    number(value),
                    number(weight),
                    number(numerator),
                    number(denominator),
                    status(),
                    part.factor());
        }

        private static @Nullable Double number(@Nullable Figure figure) {
            return figure == null ? null : figure.value();
        }

        private ObsStatus status() {
            ObsStatus weakest = weaker(weaker(weaker(null, value), numerator), denominator);
            ObsStatus weighed = number(weight) == null ? weakest : weaker(weakest, weight);
            return weighed == null ? ObsStatus.MISSING : weighed;
        }

        private static @Nullable ObsStatus weaker(@Nullable ObsStatus status, @Nullable Figure figure) {
            return figure == null || (status != null && status.compareTo(figure.status()) >= 0)
                    ? status
                    : figure.status();
        }
    }
}
