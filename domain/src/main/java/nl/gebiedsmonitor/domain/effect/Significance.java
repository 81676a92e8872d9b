package nl.gebiedsmonitor.domain.effect;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/** How likely an estimate, or a larger one, is when there is nothing. */
final class Significance {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double UPPER = 0.975;

    private Significance() {}

    /** The two-sided p-value of a normal estimate; null without a standard error. */
    static @Nullable Double normal(double estimate, @Nullable Double standardError) {
        return standardError == null || !(standardError > 0)
                ? null
                : Double.valueOf(2 * NORMAL.cumulativeProbability(-Math.abs(estimate / standardError)));
    }

    /** The two-sided p-value of an estimate whose standard error has so many degrees of freedom. */
    static @Nullable Double student(double estimate, @Nullable Double standardError, int degrees) {
        return standardError == null || !(standardError > 0)
                ? null
                : Double.valueOf(
                        2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(estimate / standardError)));
    }

    /** Half of a 95 % interval in standard errors of so many degrees of freedom. */
    static double halfWidth(int degrees) {
        return new TDistribution(degrees).inverseCumulativeProbability(UPPER);
    }
}
