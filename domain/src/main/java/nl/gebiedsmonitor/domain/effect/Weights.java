package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/** Weights on the simplex, and how they were found. */
final class Weights {

    private final double[] values;
    private final int iterations;
    private final double gap;

    /**
     * @param values one per control unit or per pre-treatment period; kept, never changed
     * @param iterations of the solver, 0 where there was nothing to solve
     * @param gap the duality gap: how far the objective is above its optimum at most, in squared units of the outcome
     */
    Weights(double[] values, int iterations, double gap) {
        this.values = values;
        this.iterations = iterations;
        this.gap = gap;
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

    /** All alike. */
    static Weights uniform(int count) {
        double[] values = new double[count];
        Arrays.fill(values, 1.0 / count);
        return new Weights(values, 0, 0);
    }

    /** None at all, as synthetic control has it of the periods. */
    static Weights none(int count) {
        return new Weights(new double[count], 0, 0);
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
        return new Weights(some, 0, 0);
    }
}
