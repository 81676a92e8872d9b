package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an inference found.
 *
 * @param replicates what it rests on
 * @param scale what their standard deviation is multiplied by for a standard error
 * @param seed of what was drawn; null when nothing was
 * @param gaps how the gaps of the replicates vary; null where they were not looked at
 * @param placebos the different ones among them that are placebos
 * @param concerns about this inference
 */
record Uncertainty(
        List<Replicate> replicates,
        double scale,
        @Nullable Long seed,
        @Nullable Spread gaps,
        List<Replicate> placebos,
        List<Concern> concerns) {

    /** Below this many controls, or placebos, a rank cannot be among the 5 % most extreme. */
    static final int TESTABLE = 19;

    double standardError() {
        return standardError(Replicate::effect);
    }

    double standardError(ToDoubleFunction<Replicate> statistic) {
        return scale * deviation(replicates.stream().mapToDouble(statistic).toArray());
    }

    /** Of the gap in a period; not a number where gaps were not looked at. */
    double gapError(int period) {
        return gaps == null ? Double.NaN : scale * gaps.deviation(period);
    }

    /** That a statistic is zero: its rank where the inference is by placebos, otherwise by its standard error. */
    @Nullable
    Double pValue(double value, ToDoubleFunction<Replicate> statistic) {
        return placebos.isEmpty() ? Significance.normal(value, standardError(statistic)) : rank(value, statistic);
    }

    /**
     * The rank of a value among the placebos, by size without sign, as a share of them and itself; null where there are too
     * few to test with.
     */
    @Nullable
    Double rank(double value, ToDoubleFunction<Replicate> statistic) {
        if (concerns.stream().anyMatch(concern -> concern.kind() == Concern.Kind.NOT_TESTABLE)) {
            return null;
        }
        long asLarge = placebos.stream()
                .filter(each -> Math.abs(statistic.applyAsDouble(each)) >= Math.abs(value))
                .count();
        return (1.0 + asLarge) / (1.0 + placebos.size());
    }

    /** The standard deviation of all there are, not of a sample: divided by their number. */
    static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / values.length);
    }
}
