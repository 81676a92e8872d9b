package nl.gebiedsmonitor.domain.indicator;

import nl.gebiedsmonitor.domain.InvalidValue;
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
        @Nullable String source) {

    /** @throws InvalidValue when a text is blank or too long, or a range is empty or without end */
    public IndicatorDefinition {
        nameNl = requireText("name-nl", nameNl);
        nameEn = nameEn == null ? null : requireText("name-en", nameEn);
        unit = unit == null ? null : requireText("unit", unit);
        dimension = dimension == null ? null : requireText("dimension", dimension);
        source = source == null ? null : requireText("source", source);
        if (decimals != null && (decimals < 0 || decimals > 15)) {
            throw new InvalidValue("decimals", decimals, "Decimals to show are a whole number from 0 to 15.");
        }
        requireFinite(min);
        requireFinite(max);
        if (min != null && max != null && min > max) {
            throw new InvalidValue(
                    "range", min + " to " + max, "The smallest possible value may not be above the largest.");
        }
    }

    /** Whether a value is possible by the range; a limit that is not stated excludes nothing. */
    public boolean admits(double value) {
        return (min == null || value >= min) && (max == null || value <= max);
    }

    private static void requireFinite(@Nullable Double limit) {
        if (limit != null && !Double.isFinite(limit)) {
            throw new InvalidValue(
                    "finite-number", limit, "A limit is a finite number; leave it out when there is none.");
        }
    }

    private static String requireText(String rule, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw new InvalidValue(rule, text, "Of an indicator " + rule + " has 1 to 200 characters.");
        }
        return stripped;
    }
}
