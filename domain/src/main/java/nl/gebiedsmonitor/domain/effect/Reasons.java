package nl.gebiedsmonitor.domain.effect;

import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/** The reasons against an estimate that hold for the panel of a study and for one that is posted; fields are as the sender calls them. */
final class Reasons {

    /** The squares of values up to here, and their sums, can still be held. */
    private static final double LARGEST = 1e100;

    /** The squares of differences of values down to here are still more than zero. */
    private static final double SMALLEST = 1e-100;

    private Reasons() {}

    /** Whether a value can be computed with. */
    static boolean isInRange(double value) {
        double size = Math.abs(value);
        return size == 0 || (SMALLEST <= size && size <= LARGEST);
    }

    /** @param where in words */
    static Fault outcomeRange(@Nullable Long line, String field, String where, double value) {
        return new Fault(
                line,
                field,
                Double.toString(value),
                "outcome-range",
                "The value of " + where + " is " + value
                        + "; values are 0, or between 1e-100 and 1e100, with or without a minus sign.");
    }

    static Fault outcomeVaries(String field, double value) {
        return new Fault(
                null,
                field,
                Double.toString(value),
                "outcome-varies",
                "The outcome is the same everywhere, so nothing can be told from it.");
    }

    static Fault twoPeriods(String field, @Nullable String only) {
        return new Fault(null, field, only, "two-periods", "One period has no before and after.");
    }

    static Fault treatedUnit(String field) {
        return new Fault(
                null, field, null, "treated-unit", "No unit is ever treated, so there is no effect to estimate.");
    }

    static Fault untreatedBefore(String field, String unit, String first) {
        return new Fault(
                null,
                field,
                unit,
                "untreated-before",
                unit + " is treated from the first period, " + first + ", on: what it was before is not known.");
    }
}
