package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/** Weights on the simplex, and how they were found. */
final class Weights {

    private final double[] values;
    private final int iterations;
    private final double gap;
    private final boolean cut;

    /**
     * @param values one per control unit or per pre-treatment period; kept, never changed
     * @param iterations of the solver, 0 where there was nothing to solve
     * @param gap the duality gap: how far the objective is above its optimum at most, in squared units of the outcome
     * @param cut whether the published procedure was cut off by its cap on iterations
     */
    Weights(double[] values, int iterations, double gap, boolean cut) {
        this.values = values;
        this.iterations = iterations;
        this.gap = gap;
        this.cut = cut;
    }

    private Weights(double[] values) {
        this(values, 0, 0, false);
    }

    double[] values() {
        return values;
    }

    int iterations() {
        return iterations;
    }

    double gap() {
        return gap;
    }

    boolean wereCut() {
        return cut;
    }

    /** All alike. */
    static Weights uniform(int count) {
        double[] values = new double[count];
        Arrays.fill(values, 1.0 / count);
        return new Weights(values);
    }

    /** None at all, as synthetic control has it of the periods. */
    static Weights none(int count) {
        return new Weights(new double[count]);
    }

    /** Those at some places, made to add up to one; all alike where they are all zero. */
    Weights at(int[] places) {
        double[] some = new double[places.length];
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            some[i] = values[places[i]];
            sum += some[i];
        }
        if (sum == 0) {
            return uniform(some.length);
        }
        for (int i = 0; i < some.length; i++) {
            some[i] /= sum;
        }
        return new Weights(some);
    }
}
