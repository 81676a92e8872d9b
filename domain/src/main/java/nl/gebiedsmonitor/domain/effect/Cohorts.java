package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/** Units in groups that are treated from the same period on, and those that never are; each unit less the mean of its group. */
final class Cohorts {

    private final int[] starts;
    private final double[][] means;
    private final double[][][] deviations;
    private final Rounding rounding;
    private final int units;

    private Cohorts(int[] starts, double[][] means, double[][][] deviations, Rounding rounding) {
        this.rounding = rounding;
        this.starts = starts;
        this.means = means;
        this.deviations = deviations;
        this.units = Arrays.stream(deviations).mapToInt(rows -> rows.length).sum();
    }

    static Cohorts of(StudyUnits study) {
        int[] starts = study.starts();
        double[][][] outcomes = new double[starts.length + 1][][];
        for (int group = 0; group < starts.length; group++) {
            outcomes[group] = study.treatedOutcomes(starts[group]);
        }
        outcomes[starts.length] = study.controlOutcomes();
        Rounding rounding =
                Rounding.of(Arrays.stream(outcomes).flatMap(Arrays::stream).toArray(double[][]::new));
        double[][] means = new double[outcomes.length][];
        for (int group = 0; group < outcomes.length; group++) {
            means[group] = centre(outcomes[group], rounding);
        }
        return new Cohorts(starts, means, outcomes, rounding);
    }

    /** Takes the mean of each period away from the rows, and answers these means. */
    private static double[] centre(double[][] rows, Rounding rounding) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int t = 0; t < means.length; t++) {
                means[t] += row[t] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int t = 0; t < means.length; t++) {
                row[t] = rounding.settled(row[t] - means[t]);
            }
        }
        return means;
    }

    /** How many groups are treated. */
    int groups() {
        return starts.length;
    }

    /** The number of the group that is never treated, after the treated ones. */
    int never() {
        return starts.length;
    }

    /** The first treated period of a group, numbered from 0. */
    int start(int group) {
        return starts[group];
    }

    int periods() {
        return means[0].length;
    }

    int units() {
        return units;
    }

    int size(int group) {
        return deviations[group].length;
    }

    /** How many units are treated. */
    int treated() {
        return units - size(never());
    }

    Rounding rounding() {
        return rounding;
    }

    double[] means(int group) {
        return means[group];
    }

    /** Each unit of a group, less the mean of the group in each period. */
    double[][] deviations(int group) {
        return deviations[group];
    }
}
