package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * The outcomes of a panel with block treatment: the last units are treated in the last periods.
 */
final class Block {

    /** How many first differences of controls it takes to know how these vary. */
    static final int DIFFERENCES = 2;

    private final double[][] outcomes;
    private final int controls;
    private final int prePeriods;
    private final Rounding rounding;

    /**
     * @param outcomes one row per unit, controls first, and one column per period, in order of time; kept, never changed
     * @param controls how many units are controls, at least one and fewer than all
     * @param prePeriods how many periods come before treatment, at least one and fewer than all
     */
    Block(double[][] outcomes, int controls, int prePeriods) {
        this(outcomes, controls, prePeriods, Rounding.of(outcomes));
    }

    private Block(double[][] outcomes, int controls, int prePeriods, Rounding rounding) {
        this.outcomes = outcomes;
        this.controls = controls;
        this.prePeriods = prePeriods;
        this.rounding = rounding;
    }

    int units() {
        return outcomes.length;
    }

    int controls() {
        return controls;
    }

    int prePeriods() {
        return prePeriods;
    }

    int treated() {
        return outcomes.length - controls;
    }

    int postPeriods() {
        return outcomes[0].length - prePeriods;
    }

    /** The units at some places, of which the first so many are controls; rows are shared, not copied. */
    Block at(int[] places, int controlsAmong) {
        return new Block(
                Arrays.stream(places).mapToObj(place -> outcomes[place]).toArray(double[][]::new),
                controlsAmong,
                prePeriods,
                rounding);
    }

    /** The mean of each unit over the post-treatment periods. */
    double[] postMeans() {
        return Arrays.stream(outcomes)
                .mapToDouble(row -> Arrays.stream(row, prePeriods, row.length).sum() / postPeriods())
                .toArray();
    }

    /** The mean of the treated in each pre-treatment period. */
    double[] treatedMeans() {
        double[] means = new double[prePeriods];
        for (int unit = controls; unit < outcomes.length; unit++) {
            for (int t = 0; t < prePeriods; t++) {
                means[t] += outcomes[unit][t] / treated();
            }
        }
        return means;
    }

    /**
     * The noise level of Arkhangelsky et al.: the standard deviation of the first differences of the controls before
     * treatment. Not a number when there are fewer than two differences.
     */
    double noise() {
        long count = (long) controls * (prePeriods - 1);
        double mean = 0;
        for (int unit = 0; unit < controls; unit++) {
            mean += (outcomes[unit][prePeriods - 1] - outcomes[unit][0]) / count;
        }
        double squares = 0;
        for (int unit = 0; unit < controls; unit++) {
            for (int t = 1; t < prePeriods; t++) {
                double deviation = outcomes[unit][t] - outcomes[unit][t - 1] - mean;
                squares += deviation * deviation;
            }
        }
        return count < DIFFERENCES ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /**
     * The problem of the unit weights: what each control (column) is off the treated in each pre-treatment period (row).
     *
     * @param intercept whether the level of a unit over these periods is left out
     */
    double[][] unitProblem(boolean intercept) {
        double[] target = treatedMeans();
        double[][] problem = new double[prePeriods][controls];
        for (int unit = 0; unit < controls; unit++) {
            double level = 0;
            for (int t = 0; t < prePeriods; t++) {
                level += (outcomes[unit][t] - target[t]) / prePeriods;
            }
            for (int t = 0; t < prePeriods; t++) {
                problem[t][unit] = outcomes[unit][t] - target[t] - (intercept ? level : 0);
            }
        }
        return problem;
    }

    /**
     * The problem of the time weights: what each pre-treatment period (column) is off the mean after treatment of each
     * control (row), the level of a period over the controls left out.
     */
    double[][] timeProblem() {
        double[] target = postMeans();
        double[][] problem = new double[controls][prePeriods];
        for (int t = 0; t < prePeriods; t++) {
            double level = 0;
            for (int unit = 0; unit < controls; unit++) {
                level += (outcomes[unit][t] - target[unit]) / controls;
            }
            for (int unit = 0; unit < controls; unit++) {
                problem[unit][t] = outcomes[unit][t] - target[unit] - level;
            }
        }
        return problem;
    }

    /** The mean of the treated in each period. */
    double[] observed() {
        double[] means = new double[outcomes[0].length];
        for (int unit = controls; unit < outcomes.length; unit++) {
            for (int t = 0; t < means.length; t++) {
                means[t] += outcomes[unit][t] / treated();
            }
        }
        return means;
    }

    /** In each period the treated less the weighted controls, above that difference in the weighted periods before. */
    double[] gaps(Weights units, Weights times) {
        double[] gaps = new double[outcomes[0].length];
        for (int unit = 0; unit < outcomes.length; unit++) {
            double share = unit < controls ? -units.values()[unit] : 1.0 / treated();
            if (share != 0) {
                double base = base(unit, times);
                for (int t = 0; t < gaps.length; t++) {
                    gaps[t] += share * (outcomes[unit][t] - base);
                }
            }
        }
        Arrays.setAll(gaps, t -> rounding.settled(gaps[t]));
        return gaps;
    }

    /** What each unit is in one period above its weighted periods before treatment. */
    double[] rises(Weights times, int period) {
        double[] rises = new double[outcomes.length];
        for (int unit = 0; unit < rises.length; unit++) {
            rises[unit] = outcomes[unit][period] - base(unit, times);
        }
        return rises;
    }

    private double base(int unit, Weights times) {
        double base = 0;
        for (int t = 0; t < prePeriods; t++) {
            base += times.values()[t] * outcomes[unit][t];
        }
        return base;
    }

    /** The same units in the periods before treatment alone, as if they were treated in the last of these. */
    Block before(int pretendedPrePeriods) {
        return new Block(
                Arrays.stream(outcomes)
                        .map(row -> Arrays.copyOf(row, prePeriods))
                        .toArray(double[][]::new),
                controls,
                pretendedPrePeriods,
                rounding);
    }

    /** The standard deviation of the controls over all periods before treatment. */
    double deviationBefore() {
        return Uncertainty.deviation(Arrays.stream(outcomes, 0, controls)
                .flatMapToDouble(row -> Arrays.stream(row, 0, prePeriods))
                .toArray());
    }

    /** The same, each control taken around its own mean. */
    double deviationWithin() {
        return Uncertainty.deviation(Arrays.stream(outcomes, 0, controls)
                .flatMapToDouble(row -> {
                    double mean = Arrays.stream(row, 0, prePeriods).sum() / prePeriods;
                    return Arrays.stream(row, 0, prePeriods).map(value -> value - mean);
                })
                .toArray());
    }

    /** The share of the periods before treatment in which the mean of the treated is within the range of the controls. */
    double overlap() {
        double[] means = treatedMeans();
        int within = 0;
        for (int t = 0; t < prePeriods; t++) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int unit = 0; unit < controls; unit++) {
                lowest = Math.min(lowest, outcomes[unit][t]);
                highest = Math.max(highest, outcomes[unit][t]);
            }
            within += lowest <= means[t] && means[t] <= highest ? 1 : 0;
        }
        return (double) within / prePeriods;
    }

    /** What each unit rose from the weighted periods before treatment to the mean of those after. */
    double[] rises(Weights times) {
        double[] rises = postMeans();
        for (int unit = 0; unit < outcomes.length; unit++) {
            for (int t = 0; t < prePeriods; t++) {
                rises[unit] -= times.values()[t] * outcomes[unit][t];
            }
        }
        return rises;
    }

    /** The effect: what the treated rose, less what the weighted controls did. */
    double contrast(Weights units, Weights times) {
        double[] rises = rises(times);
        double effect = 0;
        for (int unit = 0; unit < outcomes.length; unit++) {
            effect += rises[unit] * (unit < controls ? -units.values()[unit] : 1.0 / treated());
        }
        return rounding.settled(effect);
    }
}
