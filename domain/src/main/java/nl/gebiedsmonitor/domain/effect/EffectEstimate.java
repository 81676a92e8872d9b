package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The average effect on the treated units in the post-treatment periods, and what it rests on.
 *
 * @param estimate in units of the outcome
 * @param standardError in units of the outcome; null when there was no inference
 * @param confidenceInterval of 95 %; null when there was no inference
 * @param pValue that there is no effect: the rank of the estimate among the placebos, by size without sign, as a share of
 *     them and itself; by jackknife and bootstrap that of a normal estimate; null when there was no inference, or there are
 *     too few placebos to test with
 * @param unitWeights of the controls above zero, the largest first
 * @param timeWeights of the pre-treatment periods above zero, in order of time; none for synthetic control
 * @param iterations of the solver, for unit and time weights together
 * @param gap the larger duality gap of the two, in squared units of the outcome: how far the objective is above its
 *     optimum at most
 * @param replications how many placebos, resamples or units left out the inference rests on; null when there was none
 * @param seed of what was drawn; null when nothing was
 * @param warnings what to know before using the number, in sentences
 */
public record EffectEstimate(
        Estimator estimator,
        double estimate,
        @Nullable Double standardError,
        @Nullable Interval confidenceInterval,
        @Nullable Double pValue,
        List<UnitWeight> unitWeights,
        List<TimeWeight> timeWeights,
        int controls,
        int treatedUnits,
        int prePeriods,
        int postPeriods,
        Solver solver,
        int iterations,
        double gap,
        Inference inference,
        @Nullable Integer replications,
        @Nullable Long seed,
        List<String> warnings) {

    /** From the lower to the upper bound. */
    public record Interval(double lower, double upper) {

        /** The 0.975 quantile of the standard normal distribution. */
        private static final double QUANTILE = 1.959963984540054;

        /** The 95 % interval of a normal distribution. */
        static Interval normal(double estimate, double standardError) {
            return around(estimate, QUANTILE * standardError);
        }

        static Interval around(double estimate, double half) {
            return new Interval(estimate - half, estimate + half);
        }

        boolean holds(double value) {
            return lower <= value && value <= upper;
        }
    }

    /** What a control counts for. */
    public record UnitWeight(String unit, double weight) {}

    /** What a pre-treatment period counts for. */
    public record TimeWeight(String time, double weight) {}
}
