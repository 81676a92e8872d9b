package nl.gebiedsmonitor.domain.observation;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a composed gebied, made of those of its members by the aggregation of the indicator.
 *
 * @param value null when, and only when, the status is {@code MISSING}
 * @param status the weakest of the members used, and {@code ESTIMATED} when one of them counts for a part only or a
 *     sum lacks one
 * @param missingReason {@code NOT_APPLICABLE} when there is nothing to compute, {@code NOT_PUBLISHED} when too little is
 *     covered; null when there is a value
 * @param coverage the share, 0 to 1, of what should have a figure that has one: of the weight, of a rate the denominator,
 *     or of the number of members when none of them has a weight above zero. A member whose weight is not known counts as
 *     one of average weight
 * @param uncovered the members that lack what the figure is made of, in the order of their codes
 */
public record Aggregate(
        @Nullable Double value,
        ObsStatus status,
        @Nullable MissingReason missingReason,
        double coverage,
        List<GebiedCode> uncovered,
        Weighting weighting) {

    public Aggregate {
        uncovered = List.copyOf(uncovered);
    }

    /** The same as an estimate: what lacks a figure would add to it. */
    Aggregate estimated() {
        return new Aggregate(value, ObsStatus.ESTIMATED, missingReason, coverage, uncovered, weighting);
    }

    /** Whether and how members counted for more than others. */
    public enum Weighting {
        /** By the weight of a mean or the denominator of a rate. */
        BY_WEIGHT,
        /** Alike, since no weight is named. */
        UNWEIGHTED,
        /** Alike, though a weight is named, since no member has a figure of it. */
        UNWEIGHTED_NO_WEIGHTS
    }

    /**
     * By what rules the figure is made.
     *
     * @param defaultWeight what weighs the members where the aggregation does not say; null when nothing does
     * @param multiplier of a rate, such as 100 for a percentage
     * @param minimumCoverage the coverage, 0 to 1, below which there is no figure
     */
    public record Terms(
            Aggregation aggregation, @Nullable IndicatorCode defaultWeight, double multiplier, double minimumCoverage) {

        public static Terms of(
                IndicatorDefinition indicator, @Nullable IndicatorCode defaultWeight, double minimumCoverage) {
            return new Terms(indicator.aggregation(), defaultWeight, multiplier(indicator.unit()), minimumCoverage);
        }

        /** 100 for a unit that begins with {@code %}, 1000 for one that begins with {@code ‰}, otherwise 1. */
        public static double multiplier(@Nullable String unit) {
            if (unit == null || unit.isEmpty()) {
                return 1;
            }
            return switch (unit.charAt(0)) {
                case '%' -> 100;
                case '‰' -> 1000;
                default -> 1;
            };
        }

        /** The indicator whose figures are the weights of the members. */
        public Optional<IndicatorCode> weight() {
            return switch (aggregation.kind()) {
                case Aggregation.Kind.Mean mean when mean.weight() != null -> Optional.of(mean.weight());
                case Aggregation.Kind.Mean _, Aggregation.Kind.Sum _ -> Optional.ofNullable(defaultWeight);
                case Aggregation.Kind.Rate _, Aggregation.Kind.None _ -> Optional.empty();
            };
        }
    }

    /**
     * A member and its figures, each null when there is none. A weight or a denominator below zero is none.
     *
     * @param numerator of a rate
     * @param denominator of a rate
     * @param status the weakest of the figures given, {@code MISSING} when there are none
     * @param factor the share, 0 to 1, for which the member counts; one that counts for nothing is left out of everything
     */
    public record Member(
            GebiedCode gebied,
            @Nullable Double value,
            @Nullable Double weight,
            @Nullable Double numerator,
            @Nullable Double denominator,
            ObsStatus status,
            double factor) {

        /** @throws InvalidValue when the factor is no share, or what has figures is said to be missing */
        public Member {
            if (!(factor >= 0 && factor <= 1)) {
                throw new InvalidValue("member-factor", factor, "A member counts for a share, a number from 0 to 1.");
            }
            if (status == ObsStatus.MISSING && (value != null || (numerator != null && denominator != null))) {
                throw new InvalidValue("value-fits-status", status, "A member with a figure is not missing.");
            }
            weight = weight != null && weight >= 0 ? weight : null;
            denominator = denominator != null && denominator >= 0 ? denominator : null;
        }

        /** A member that counts in full, with a value and what weighs it. */
        public static Member ofValue(
                GebiedCode gebied, @Nullable Double value, @Nullable Double weight, ObsStatus status) {
            return new Member(gebied, value, weight, null, null, status, 1);
        }

        /** A member that counts in full, with what a rate is made of. */
        public static Member ofRate(
                GebiedCode gebied, @Nullable Double numerator, @Nullable Double denominator, ObsStatus status) {
            return new Member(gebied, null, null, numerator, denominator, status, 1);
        }

        /** The same, counting for a share. */
        public Member counting(double share) {
            return new Member(gebied, value, weight, numerator, denominator, status, share);
        }
    }

    /** Makes the figure of these members, each given once; the same members in another order give the same bits. */
    public static Aggregate of(Terms terms, Collection<Member> members) {
        List<Member> counted = members.stream()
                .filter(member -> member.factor() > 0)
                .sorted(comparing(Member::gebied))
                .toList();
        return switch (terms.aggregation().kind()) {
            case Aggregation.Kind.None _ -> Parts.alike(counted).notApplicable();
            case Aggregation.Kind.Sum _ -> Parts.summed(counted).sum(terms);
            case Aggregation.Kind.Mean _ -> mean(terms, counted);
            case Aggregation.Kind.Rate _ -> Parts.divided(counted).rate(terms);
        };
    }

    private static Aggregate mean(Terms terms, List<Member> counted) {
        if (counted.stream().anyMatch(member -> member.weight() != null)) {
            return Parts.weighed(counted).mean(terms, Weighting.BY_WEIGHT);
        }
        return Parts.alike(counted)
                .mean(terms, terms.weight().isPresent() ? Weighting.UNWEIGHTED_NO_WEIGHTS : Weighting.UNWEIGHTED);
    }
}
