package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.TimeWeight;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import org.jspecify.annotations.Nullable;

/**
 * All that one estimator finds on the panel of a study: the number, its uncertainty, what it rests on, and what speaks
 * against it. Amounts are in units of the outcome.
 *
 * @param estimate the average effect on the treated after treatment; for {@link Estimator#BEFORE_AFTER} the doelrealisatie,
 *     which is no effect
 * @param standardError null when none can be given; a concern then says why
 * @param confidenceInterval of 95 %
 * @param pValue that there is no effect; null when that cannot be tested
 * @param replications how many placebos, resamples or units left out the inference rests on; null when there was none
 * @param seed of what was drawn; null when nothing was
 * @param solver null where no weights are solved for
 * @param iterations of the solver, 0 where nothing is solved
 * @param gap the largest duality gap, 0 where nothing is solved
 * @param unitWeights of the controls above zero, the largest first; empty without controls
 * @param timeWeights of the pre-treatment periods above zero, in order of time
 * @param path each period of the panel, in order of time
 * @param groupTimes the effects of each group in each period; of Callaway and Sant'Anna only, empty otherwise
 * @param aggregations of these; of Callaway and Sant'Anna only, empty otherwise
 * @param concerns what to know before using the number
 */
public record Finding(
        Estimator estimator,
        double estimate,
        @Nullable Double standardError,
        @Nullable Interval confidenceInterval,
        @Nullable Double pValue,
        Inference inference,
        @Nullable Integer replications,
        @Nullable Long seed,
        @Nullable Solver solver,
        int iterations,
        double gap,
        int controls,
        int treatedUnits,
        int prePeriods,
        int postPeriods,
        List<UnitWeight> unitWeights,
        List<TimeWeight> timeWeights,
        List<PathPoint> path,
        List<GroupTime> groupTimes,
        List<Aggregation> aggregations,
        Diagnostics diagnostics,
        List<Concern> concerns) {

    /**
     * The treated in one period beside what they would have been.
     *
     * @param time the period; for Callaway and Sant'Anna the number of periods since the start of treatment, from the
     *     dynamic aggregation, such as {@code -2} or {@code 3}
     * @param since how long after the first treated period it is, in units of one period of the frequency: in years,
     *     whichever years are in the panel; negative before
     * @param observed the mean of the treated; null for Callaway and Sant'Anna, who compare other units in each period
     * @param counterfactual what that mean would have been without treatment; null where {@code observed} is
     * @param gap the difference
     * @param lower of the 95 % interval of the gap, by the same inference; null when there is none
     * @param upper likewise
     */
    public record PathPoint(
            String time,
            int since,
            @Nullable Double observed,
            @Nullable Double counterfactual,
            double gap,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * The effect on those that are treated from one period on, in one period.
     *
     * @param group the first treated period
     */
    public record GroupTime(
            String group,
            String time,
            double estimate,
            @Nullable Double standardError) {}

    /** A weighted mean of group-time effects (Callaway and Sant'Anna 2021, section 3). */
    public record Aggregation(
            Kind kind, double estimate, @Nullable Double standardError, List<Part> parts) {

        /** Over what is averaged. */
        public enum Kind {
            SIMPLE,
            DYNAMIC,
            GROUP,
            CALENDAR
        }

        /**
         * One point of an aggregation.
         *
         * @param key the periods since treatment (dynamic), the first treated period (group) or the period (calendar)
         */
        public record Part(
                String key, double estimate, @Nullable Double standardError) {}
    }
}
