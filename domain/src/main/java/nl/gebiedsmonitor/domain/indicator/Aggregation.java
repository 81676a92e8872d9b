package nl.gebiedsmonitor.domain.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * How the figures of several gebieden become the figure of all of them together: {@code NONE} (not aggregable),
 * {@code SUM}, {@code MEAN} (unweighted), {@code MEAN(INHABITANTS)} (weighted by another indicator), or
 * {@code RATE(NUMERATOR,DENOMINATOR)} (from two other indicators).
 */
public record Aggregation(@JsonValue String rule) {

    private static final Pattern GRAMMAR = Pattern.compile("NONE|SUM|MEAN|MEAN\\(([^,()]+)\\)|RATE\\(([^()]+)\\)");

    /** Not aggregable. */
    public static final Aggregation NONE = new Aggregation("NONE");

    /** @throws InvalidValue when the text is none of the forms above */
    @JsonCreator
    public Aggregation {
        Matcher matcher = GRAMMAR.matcher(rule);
        if (!matcher.matches() || !operandsFit(matcher)) {
            throw new InvalidValue(
                    "aggregation",
                    rule,
                    "An aggregation is NONE, SUM, MEAN, MEAN(WEIGHT) or RATE(NUMERATOR,DENOMINATOR), with indicator"
                            + " codes between the brackets.");
        }
    }

    private static boolean operandsFit(Matcher matcher) {
        if (matcher.group(1) != null) {
            return isCode(matcher.group(1));
        }
        if (matcher.group(2) != null) {
            String[] operands = matcher.group(2).split(",", -1);
            return operands.length == 2 && Arrays.stream(operands).allMatch(Aggregation::isCode);
        }
        return true;
    }

    private static boolean isCode(String text) {
        try {
            return new IndicatorCode(text).value().equals(text);
        } catch (InvalidValue invalid) {
            return false;
        }
    }

    @Override
    public String toString() {
        return rule;
    }
}
