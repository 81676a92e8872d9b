package nl.gebiedsmonitor.domain.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of several gebieden become the figure of all of them together: {@code NONE} (not aggregable),
 * {@code SUM}, {@code MEAN} (unweighted), {@code MEAN(INHABITANTS)} (weighted by another indicator), or
 * {@code RATE(NUMERATOR,DENOMINATOR)} (from two other indicators).
 */
public record Aggregation(@JsonValue String rule) {

    private static final Pattern GRAMMAR =
            Pattern.compile("NONE|SUM|MEAN|MEAN\\(([^,()]+)\\)|RATE\\(([^,()]+),([^,()]+)\\)");

    /** Not aggregable. */
    public static final Aggregation NONE = new Aggregation("NONE");

    /** What a rule says. */
    public sealed interface Kind {

        /** The figures of several gebieden say nothing of them together. */
        record None() implements Kind {}

        record Sum() implements Kind {}

        /**
         * The average.
         *
         * @param weight what weighs the figures; null when they count alike
         */
        record Mean(@Nullable IndicatorCode weight) implements Kind {}

        /** The sum of one indicator divided by the sum of another. */
        record Rate(IndicatorCode numerator, IndicatorCode denominator) implements Kind {}
    }

    /** @throws InvalidValue when the text is none of the forms above */
    @JsonCreator
    public Aggregation {
        read(rule);
    }

    public Kind kind() {
        return read(rule);
    }

    /** The indicators whose figures a figure of a composed gebied is made with, beside those of the indicator itself. */
    public List<IndicatorCode> operands() {
        return switch (kind()) {
            case Kind.None _, Kind.Sum _ -> List.of();
            case Kind.Mean mean -> mean.weight() == null ? List.of() : List.of(mean.weight());
            case Kind.Rate rate -> List.of(rate.numerator(), rate.denominator());
        };
    }

    private static Kind read(String rule) {
        Matcher matcher = GRAMMAR.matcher(rule);
        if (!matcher.matches()) {
            throw refusal(rule);
        }
        try {
            return switch (rule) {
                case "NONE" -> new Kind.None();
                case "SUM" -> new Kind.Sum();
                case "MEAN" -> new Kind.Mean(null);
                default ->
                    matcher.group(1) == null
                            ? new Kind.Rate(new IndicatorCode(matcher.group(2)), new IndicatorCode(matcher.group(3)))
                            : new Kind.Mean(new IndicatorCode(matcher.group(1)));
            };
        } catch (InvalidValue _) {
            throw refusal(rule);
        }
    }

    private static InvalidValue refusal(String rule) {
        return new InvalidValue(
                "aggregation",
                rule,
                "An aggregation is NONE, SUM, MEAN, MEAN(WEIGHT) or RATE(NUMERATOR,DENOMINATOR), with indicator codes"
                        + " between the brackets.");
    }

    @Override
    public String toString() {
        return rule;
    }
}
