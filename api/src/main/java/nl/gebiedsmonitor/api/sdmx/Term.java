package nl.gebiedsmonitor.api.sdmx;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import nl.gebiedsmonitor.domain.InvalidValue;

/** One comparison with a value, such as {@code ge:2014}; without an operator it asks for that value. */
record Term(Operator operator, String value) {

    /** The operators of SDMX REST 2, by their first letters as it writes them. */
    enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        CO,
        NC,
        SW,
        EW;

        private boolean holds(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                case CO, NC, SW, EW -> throw new IllegalStateException(this + " is about texts");
            };
        }

        private boolean isOfText() {
            return compareTo(CO) >= 0;
        }
    }

    /** @throws InvalidValue when there is no value or the operator is none */
    static Term parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        Operator operator = colon < 0 ? Operator.EQ : operator(text.substring(0, colon), text);
        if (value.isEmpty()) {
            throw malformed(text);
        }
        return new Term(operator, value);
    }

    private static Operator operator(String name, String text) {
        return Arrays.stream(Operator.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> malformed(text));
    }

    private static InvalidValue malformed(String text) {
        return new InvalidValue(
                "condition",
                text,
                "A condition is a value, or eq, ne, lt, le, gt, ge, co, nc, sw or ew, a colon and a value; + between them"
                        + " means and, a comma or.");
    }

    /** What it asks of a text. */
    Predicate<String> onText() {
        return text -> switch (operator) {
            case CO -> text.contains(value);
            case NC -> !text.contains(value);
            case SW -> text.startsWith(value);
            case EW -> text.endsWith(value);
            default -> operator.holds(text.compareTo(value));
        };
    }

    /**
     * What it asks of a number; one that is missing is unequal to every number, and nothing else.
     *
     * @throws InvalidValue when the value is no number, or the operator one for texts
     */
    Predicate<Double> onNumber() {
        double number = number();
        if (operator.isOfText()) {
            throw new InvalidValue("condition", value, "Numbers are compared with eq, ne, lt, le, gt or ge.");
        }
        return of -> of.isNaN() ? operator == Operator.NE : operator.holds(of.compareTo(number));
    }

    private double number() {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("number", value, "This is not a number.");
        }
    }

    /**
     * What it asks of a period. It is equal to one with the same days; {@code ge} asks that it begins on or after the
     * first day, {@code gt} after the last, {@code le} that it ends on or before the last, {@code lt} before the first.
     *
     * @throws InvalidValue when the value is no time period
     */
    Predicate<TimePeriod> onTime() {
        if (operator.isOfText()) {
            throw new InvalidValue("condition", value, "Periods are compared with eq, ne, lt, le, gt or ge.");
        }
        TimePeriod bound = TimePeriod.parse(value);
        return switch (operator) {
            case NE -> period -> !period.equals(bound);
            case LT -> period -> period.last().isBefore(bound.first());
            case LE -> period -> !period.last().isAfter(bound.last());
            case GT -> period -> period.first().isAfter(bound.last());
            case GE -> period -> !period.first().isBefore(bound.first());
            default -> period -> period.equals(bound);
        };
    }
}
