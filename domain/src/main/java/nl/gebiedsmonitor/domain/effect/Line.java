package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * A straight line through a stretch of a series by least squares.
 *
 * @param level at the middle of the stretch
 * @param slope per unit of the axis
 * @param middle of the stretch, on the axis
 * @param squares the sum of squared distances of the periods from the middle
 */
record Line(double level, double slope, double middle, double squares) {

    /** The line through the values from one place up to another, which are two apart or more. */
    static Line through(Axis axis, double[] values, int from, int to) {
        double middle = axis.middle(from, to);
        double level = Arrays.stream(values, from, to).sum() / (to - from);
        double squares = 0;
        double products = 0;
        for (int t = from; t < to; t++) {
            double distance = axis.at(t) - middle;
            squares += distance * distance;
            products += distance * (values[t] - level);
        }
        return new Line(level, products / squares, middle, squares);
    }

    /** What it says of a moment of the axis. */
    double at(double moment) {
        return level + slope * (moment - middle);
    }

    /** What the value at a moment of the stretch counts for in the slope. */
    double share(double moment) {
        return (moment - middle) / squares;
    }
}
