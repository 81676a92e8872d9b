package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * A straight line through a stretch of a series by least squares.
 *
 * @param level at the middle of the stretch
 * @param slope a period
 * @param middle of the stretch, in periods from the start of the series
 * @param squares the sum of squared distances of the periods from the middle
 */
record Line(double level, double slope, double middle, double squares) {

    /** The line through the values from one place up to another, which are two apart or more. */
    static Line through(double[] values, int from, int to) {
        double middle = (from + to - 1) / 2.0;
        double level = Arrays.stream(values, from, to).sum() / (to - from);
        double squares = 0;
        double products = 0;
        for (int t = from; t < to; t++) {
            squares += (t - middle) * (t - middle);
            products += (t - middle) * (values[t] - level);
        }
        return new Line(level, products / squares, middle, squares);
    }

    double at(double period) {
        return level + slope * (period - middle);
    }
}
