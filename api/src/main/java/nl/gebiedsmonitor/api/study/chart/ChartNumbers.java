package nl.gebiedsmonitor.api.study.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import nl.gebiedsmonitor.api.web.Language;

/** Numbers as a reader of the chart writes them. */
final class ChartNumbers {

    private static final int DIGITS = 3;
    /** Beyond these a number is written with a power of ten. */
    private static final int MOST_DECIMALS = 6;

    private static final double LARGEST_IN_FULL = 1e15;

    /** Beyond this a number has no place in a chart: its square cannot be held. */
    private static final double LARGEST = 1e100;

    /** Below this a number is as good as zero. */
    static final double SMALLEST = 1e-100;

    /** What is closer than this, as a share of its size, is told apart by rounding alone. */
    private static final double NOISE = 1e-9;

    private final Language language;

    ChartNumbers(Language language) {
        this.language = language;
    }

    /** Whether it can be drawn at all. */
    static boolean drawable(double value) {
        return Double.isFinite(value) && Math.abs(value) <= LARGEST;
    }

    /** Whether two numbers are too close for an axis between them. */
    static boolean alike(double lower, double upper) {
        double size = Math.max(Math.abs(lower), Math.abs(upper));
        return size < SMALLEST || upper - lower <= size * NOISE;
    }

    /**
     * The number in as many decimals as three digits of the scale take.
     *
     * @param scale not negative
     */
    String of(double value, double scale) {
        double digit = scale < SMALLEST ? 0.01 : Math.pow(10, exponent(scale) - DIGITS + 1);
        double step = scale < LARGEST_IN_FULL ? Math.min(1, digit) : digit;
        return unsignedZero(stepping(step, Math.max(Math.abs(value), scale)).format(value));
    }

    /** How the marks of an axis are written that lie a step apart. */
    NumberFormat stepping(double step, double largest) {
        int decimals = Math.max(0, -exponent(step));
        String pattern = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(Math.min(decimals, MOST_DECIMALS)));
        if (decimals > MOST_DECIMALS || largest >= LARGEST_IN_FULL) {
            int digits = largest == 0 ? 0 : Math.clamp(exponent(largest) - exponent(step), 0, 15);
            pattern = "0" + (digits == 0 ? "" : "." + "0".repeat(digits)) + "E0";
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.of(language.tag()));
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols);
    }

    /** A probability: never zero, since none is. */
    String probability(double value) {
        NumberFormat format = stepping(0.001, 1);
        return value < 0.001 ? "p\u00A0<\u00A0" + format.format(0.001) : "p\u00A0=\u00A0" + format.format(value);
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    }

    private static String unsignedZero(String written) {
        boolean zero = written.chars().noneMatch(letter -> letter >= '1' && letter <= '9');
        return zero ? written.replace("−", "") : written;
    }
}
