package nl.gebiedsmonitor.api.study.chart;

import java.awt.Font;
import java.util.List;
import java.util.stream.DoubleStream;
import nl.gebiedsmonitor.api.study.chart.Course.Mark;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** The axes of a chart, with round numbers that do not touch. */
final class Axes {

    private static final double[] ROUND = {1, 2, 5, 10};

    /** How many pixels a mark on a vertical axis takes. */
    private static final double LINE = 32;
    /** How wide a letter of a mark is, in pixels, and the space between two marks. */
    private static final double LETTER = 7.5;

    private static final double SPACE = 14;

    private final ChartSize size;
    private final ChartNumbers numbers;

    Axes(ChartLabels labels, ChartSize size) {
        this.size = size;
        this.numbers = new ChartNumbers(labels.language());
    }

    /**
     * The range of values with room around them.
     *
     * @param above how much of its height is kept free above them, as a share
     */
    static Range around(DoubleStream values, double above) {
        double[] drawn = values.toArray();
        double lower = DoubleStream.of(drawn).min().orElse(0);
        double upper = DoubleStream.of(drawn).max().orElse(0);
        double size = Math.max(Math.abs(lower), Math.abs(upper));
        if (ChartNumbers.alike(lower, upper)) {
            double room = size < ChartNumbers.SMALLEST ? 1 : size * 0.05;
            return new Range(lower - room, upper + room);
        }
        return new Range(lower - (upper - lower) * 0.06, upper + (upper - lower) * (0.06 + above));
    }

    /** A vertical axis of amounts. */
    NumberAxis vertical(String label, Range range) {
        return marked(label, range, step(range, size.plotHeight() / LINE));
    }

    /** A vertical axis of counts, from zero. */
    NumberAxis counts(String label, Range range) {
        return marked(label, range, Math.max(1, step(range, size.plotHeight() / LINE)));
    }

    /** A horizontal axis of amounts. */
    NumberAxis horizontal(String label, Range range) {
        double few = step(range, 8);
        int letters = format(few, range).length();
        return marked(label, range, step(range, size.plotWidth() / (letters * LETTER + 2 * SPACE)));
    }

    /** A horizontal axis of whole numbers. */
    NumberAxis whole(String label, Range range) {
        return marked(label, range, Math.max(1, step(range, size.plotWidth() / (3 * LETTER + SPACE))));
    }

    /**
     * A horizontal axis of periods, each as far from the others as it is in time.
     *
     * @param periods at least one, in order
     * @param right how many pixels are kept free at its right end
     */
    ValueAxis periods(String label, List<Mark> periods, double right) {
        double first = periods.getFirst().at();
        double last = periods.getLast().at();
        double apart = (size.plotWidth() - right) / (last - first + 1);
        int longest = periods.stream()
                .mapToInt(period -> period.time().length())
                .max()
                .orElse(0);
        double least = Math.max(1, roundUp((longest * LETTER + SPACE) / apart));
        PeriodAxis axis = new PeriodAxis(label, periods, least);
        axis.setRange(first - 0.6, last + 0.6 + right / apart);
        dress(axis);
        return axis;
    }

    private NumberAxis marked(String label, Range range, double step) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(range);
        axis.setTickUnit(new NumberTickUnit(step, numbers.stepping(step, largest(range))));
        dress(axis);
        return axis;
    }

    private String format(double step, Range range) {
        return numbers.stepping(step, largest(range)).format(range.getLowerBound());
    }

    private static double largest(Range range) {
        return Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
    }

    private static double step(Range range, double marks) {
        return roundUp(range.getLength() / Math.max(2, marks));
    }

    /** The next 1, 2 or 5 times a power of ten. */
    static double roundUp(double least) {
        int exponent = (int) Math.floor(Math.log10(least));
        for (double round : ROUND) {
            double step = exponent < 0 ? round / Math.pow(10, -exponent) : round * Math.pow(10, exponent);
            if (step >= least * (1 - 1e-9)) {
                return step;
            }
        }
        return least;
    }

    private static void dress(ValueAxis axis) {
        Font font = Typeface.of(12);
        axis.setLabelFont(Typeface.of(12.5f));
        axis.setLabelPaint(Look.SOFT);
        axis.setLabelInsets(new RectangleInsets(6, 4, 6, 6));
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(Look.INK);
        axis.setTickLabelInsets(new RectangleInsets(4, 4, 4, 6));
        axis.setTickMarksVisible(false);
        axis.setAxisLinePaint(Look.SOFT);
        axis.setAxisLineStroke(Look.HAIR);
    }
}
