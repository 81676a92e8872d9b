package nl.gebiedsmonitor.domain.effect;

/**
 * Something to know before using a number.
 *
 * @param text one or two sentences
 */
public record Concern(Kind kind, String text) {

    static final Concern WITHOUT_UNCERTAINTY =
            new Concern(Kind.INFERENCE, "This number comes without its uncertainty: no inference was asked for.");

    /** Which assumption is in trouble. */
    public enum Kind {
        /** No or a doubtful measure of uncertainty. */
        INFERENCE,
        NOT_TESTABLE,
        SOLVER,
        /** Without a comparison, what would have happened anyway is not known. */
        NO_COMPARISON,
        PRE_FIT,
        PRE_TREND,
        IN_TIME_PLACEBO,
        LEAVE_ONE_OUT,
        FEW_PERIODS,
        FEW_CONTROLS,
        OVERLAP,
        SPILL_OVER,
        OTHER_MEASURES,
        COMPOSITION_BREAK,
        DROPPED_CELLS
    }
}
