package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader checks before believing an estimate.
 *
 * @param preFit the root of the mean squared gap before treatment, in units of the outcome; null without a counterfactual
 * @param outcomeDeviation the standard deviation of the outcome of the controls before treatment (of the treated where
 *     there are no controls), to judge the fit by; around the mean of each unit where the estimator leaves levels out
 * @param preTrend null with fewer than three periods before treatment
 * @param leftOut the estimate without each of the controls that weigh most, the heaviest first; at most {@value #LEFT_OUT}
 * @param inTime null when there are too few periods before treatment
 * @param inSpace the estimates of the placebos, in ascending order; empty when there are none
 * @param effectiveControls one divided by the sum of squared unit weights; null without controls
 * @param overlap in how many pre-treatment periods the mean of the treated lies between the lowest and the highest control,
 *     as a share; null without controls
 */
public record Diagnostics(
        @Nullable Double preFit,
        @Nullable Double outcomeDeviation,
        @Nullable PreTrend preTrend,
        List<LeftOut> leftOut,
        @Nullable InTime inTime,
        List<Double> inSpace,
        @Nullable Double effectiveControls,
        @Nullable Double overlap) {

    /** How many controls are left out in turn. */
    static final int LEFT_OUT = 20;

    /**
     * The course of the gap before treatment.
     *
     * @param slope by which the gap grows in the time of one period
     * @param pValue that it does not grow, by the placebos where the inference is by these; null when that cannot be tested
     */
    public record PreTrend(double slope, @Nullable Double pValue) {}

    /** The estimate without one control. */
    public record LeftOut(String unit, double estimate) {}

    /** The estimate on the periods before treatment alone, as if it had begun earlier. */
    public record InTime(String pretendedStart, double estimate) {}
}
