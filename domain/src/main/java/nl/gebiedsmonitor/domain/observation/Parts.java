package nl.gebiedsmonitor.domain.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Aggregate.Member;
import nl.gebiedsmonitor.domain.observation.Aggregate.Terms;
import nl.gebiedsmonitor.domain.observation.Aggregate.Weighting;
import org.jspecify.annotations.Nullable;

/** The members of a composed gebied as the parts of one figure, in the order of their codes. */
final class Parts {

    private final List<Part> all;
    private final List<Part> covered;

    /**
     * One member.
     *
     * @param figure what is added up or averaged, null when the member is not covered
     * @param weight what the member counts for before its factor, null when that is not known
     */
    private record Part(
            Member member,
            @Nullable Double figure,
            @Nullable Double weight) {

        double figureOfCovered() {
            if (figure == null) {
                throw new IllegalStateException(member.gebied() + " is not covered");
            }
            return figure;
        }

        double weightOr(double unknown) {
            return (weight == null ? unknown : weight) * member.factor();
        }

        double knownWeight() {
            return weightOr(0);
        }
    }

    private Parts(List<Member> members, Function<Member, Part> part) {
        all = members.stream().map(part).toList();
        covered = all.stream().filter(each -> each.figure() != null).toList();
    }

    /** Members that count alike. */
    static Parts alike(List<Member> members) {
        return new Parts(members, member -> new Part(member, member.value(), 1.0));
    }

    /** Members that count by their weights, though they are covered without. */
    static Parts summed(List<Member> members) {
        return new Parts(members, member -> new Part(member, member.value(), member.weight()));
    }

    /** Members that count by their weights and are not covered without. */
    static Parts weighed(List<Member> members) {
        return new Parts(
                members, member -> new Part(member, member.weight() == null ? null : member.value(), member.weight()));
    }

    /** Members that count by their denominators and are not covered without. */
    static Parts divided(List<Member> members) {
        return new Parts(
                members,
                member -> new Part(
                        member, member.denominator() == null ? null : member.numerator(), member.denominator()));
    }

    Aggregate notApplicable() {
        return missing(MissingReason.NOT_APPLICABLE, Weighting.UNWEIGHTED);
    }

    Aggregate sum(Terms terms) {
        Aggregate sum = figure(terms, sumOfFigures(), Weighting.UNWEIGHTED);
        return sum.value() == null || sum.uncovered().isEmpty() ? sum : sum.estimated();
    }

    Aggregate rate(Terms terms) {
        return figure(terms, terms.multiplier() * sumOfFigures() / coveredWeight(), Weighting.BY_WEIGHT);
    }

    Aggregate mean(Terms terms, Weighting weighting) {
        double mean = total(covered, part -> part.figureOfCovered() * part.knownWeight()) / coveredWeight();
        return figure(terms, Double.isFinite(mean) ? withinExtremes(mean) : mean, weighting);
    }

    /** A rounded quotient of rounded sums can end up just outside the figures it is the mean of. */
    private double withinExtremes(double mean) {
        List<Double> figures = new ArrayList<>();
        for (Part part : covered) {
            if (part.knownWeight() > 0) {
                figures.add(part.figureOfCovered());
            }
        }
        figures.sort(null);
        return Math.clamp(mean, figures.getFirst(), figures.getLast());
    }

    private double sumOfFigures() {
        return total(covered, part -> part.figureOfCovered() * part.member().factor());
    }

    private double coveredWeight() {
        return total(covered, Part::knownWeight);
    }

    private Aggregate figure(Terms terms, double value, Weighting weighting) {
        if (covered.isEmpty() || coverage() < terms.minimumCoverage()) {
            return missing(MissingReason.NOT_PUBLISHED, weighting);
        }
        return Double.isFinite(value)
                ? new Aggregate(value, weakestStatus(), null, coverage(), uncovered(), weighting)
                : missing(MissingReason.NOT_APPLICABLE, weighting);
    }

    private Aggregate missing(MissingReason reason, Weighting weighting) {
        return new Aggregate(null, ObsStatus.MISSING, reason, coverage(), uncovered(), weighting);
    }

    private ObsStatus weakestStatus() {
        if (covered.stream().anyMatch(part -> part.member().factor() != 1 || has(part, ObsStatus.ESTIMATED))) {
            return ObsStatus.ESTIMATED;
        }
        return covered.stream().anyMatch(part -> has(part, ObsStatus.PROVISIONAL))
                ? ObsStatus.PROVISIONAL
                : ObsStatus.FINAL;
    }

    private static boolean has(Part part, ObsStatus status) {
        return part.member().status() == status;
    }

    private List<GebiedCode> uncovered() {
        return all.stream()
                .filter(part -> part.figure() == null)
                .map(part -> part.member().gebied())
                .toList();
    }

    private double coverage() {
        double unknown = averageWeight();
        double byWeight = coveredShare(part -> part.weightOr(unknown));
        if (!Double.isNaN(byWeight)) {
            return byWeight;
        }
        return all.isEmpty() ? 0 : coveredShare(part -> part.member().factor());
    }

    private double averageWeight() {
        double sum = 0;
        int known = 0;
        for (Part part : all) {
            if (part.weight() != null) {
                sum += part.weight();
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    /** Not above 1 by rounding: both sums run in one order over numbers that are not below zero. NaN when these are all 0. */
    private double coveredShare(ToDoubleFunction<Part> weight) {
        return total(covered, weight) / total(all, weight);
    }

    /** Added up one by one: the sum of a stream is free in how it adds. */
    private static double total(List<Part> parts, ToDoubleFunction<Part> amount) {
        double sum = 0;
        for (Part part : parts) {
            sum += amount.applyAsDouble(part);
        }
        return sum;
    }
}
