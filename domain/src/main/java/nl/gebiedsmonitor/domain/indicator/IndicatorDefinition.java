package nl.gebiedsmonitor.domain.indicator;

import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is.
 *
 * @param nameNl the Dutch name, 1 to 200 characters
 * @param nameEn the English name
 * @param unit what a value counts, such as {@code score} or {@code % van de huishoudens}
 * @param dimension the dimension of leefbaarheid or the opgave it belongs to
 * @param decimals how many decimals to show, 0 to 15; values keep all their digits
 * @param min the smallest possible value, inclusive; null when there is none
 * @param max the largest possible value, inclusive; null when there is none
 * @param source who publishes the figures
 * @param disclosureThreshold under which value a cell is not shown, above 0; null when every cell may be
 */
public record IndicatorDefinition(
        IndicatorCode code,
        String nameNl,
        @Nullable String nameEn,
        @Nullable String unit,
        Frequency frequency,
        @Nullable String dimension,
        Polarity polarity,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Integer decimals,
        Aggregation aggregation,
        @Nullable String source,
        @Nullable Double disclosureThreshold) {

    public static final TextRule NAME_NL = TextRule.oneLine("name-nl", "An indicator has a Dutch name", 200);
    public static final TextRule NAME_EN =
            TextRule.oneLine("name-en", "The English name of an indicator is a text", 200);
    public static final TextRule UNIT = TextRule.oneLine("unit", "The unit of an indicator has a name", 200);
    public static final TextRule DIMENSION = TextRule.oneLine("dimension", "A dimension has a name", 200);
    public static final TextRule SOURCE = TextRule.oneLine("source", "The source of an indicator has a name", 200);

    /**
     * @throws InvalidValue when a text is blank or too long, a range is empty or without end, or a threshold is not above 0
     */
    public IndicatorDefinition {
        nameNl = NAME_NL.read(nameNl);
        nameEn = nameEn == null ? null : NAME_EN.read(nameEn);
        unit = unit == null ? null : UNIT.read(unit);
        dimension = dimension == null ? null : DIMENSION.read(dimension);
        source = source == null ? null : SOURCE.read(source);
        decimals = decimals == null ? null : Integer.valueOf(requireDecimals(decimals));
        min = min == null ? null : Double.valueOf(requireLimit(min));
        max = max == null ? null : Double.valueOf(requireLimit(max));
        requireRange(min, max);
        disclosureThreshold =
                disclosureThreshold == null ? null : Double.valueOf(requireThreshold(disclosureThreshold));
    }

    /**
     * Answers how many decimals to show.
     *
     * @throws InvalidValue when so many cannot be shown
     */
    public static int requireDecimals(int decimals) {
        if (decimals < 0 || decimals > 15) {
            throw new InvalidValue("decimals", decimals, "Decimals to show are a whole number from 0 to 15.")
                    .inField("decimals");
        }
        return decimals;
    }

    /**
     * Answers a limit of what is possible.
     *
     * @throws InvalidValue when it is not finite
     */
    public static double requireLimit(double limit) {
        if (!Double.isFinite(limit)) {
            throw new InvalidValue(
                    "finite-number", limit, "A limit is a finite number; leave it out when there is none.");
        }
        return limit;
    }

    /**
     * Holds two limits to their order.
     *
     * @throws InvalidValue when no value lies between them
     */
    public static void requireRange(@Nullable Double min, @Nullable Double max) {
        if (min != null && max != null && min > max) {
            throw new InvalidValue(
                            "range", min + " to " + max, "The smallest possible value may not be above the largest.")
                    .inField("max");
        }
    }

    /**
     * Answers a value under which cells are not shown.
     *
     * @throws InvalidValue when it is not above 0 or not finite
     */
    public static double requireThreshold(double threshold) {
        if (!(threshold > 0 && Double.isFinite(threshold))) {
            throw new InvalidValue(
                            "disclosure-threshold",
                            threshold,
                            "A disclosure threshold is a number above 0; leave it out when every cell may be shown.")
                    .inField("disclosureThreshold");
        }
        return threshold;
    }

    /** Whether a value is possible by the range; a limit that is not stated excludes nothing. */
    public boolean admits(double value) {
        return (min == null || value >= min) && (max == null || value <= max);
    }
}
