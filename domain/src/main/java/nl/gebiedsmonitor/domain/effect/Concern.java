package nl.gebiedsmonitor.domain.effect;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * Something to know before using a number.
 *
 * @param text one or two sentences
 */
public record Concern(Kind kind, String text) {

    static final Concern WITHOUT_UNCERTAINTY =
            new Concern(Kind.INFERENCE, "This number comes without its uncertainty: no inference was asked for.");

    /** How many things a sentence names before it counts the rest. */
    private static final int NAMED = 10;

    /**
     * A concern about some things, none when there are none of these.
     *
     * @param sentence what is said of them, up to their names
     */
    public static Stream<Concern> naming(Kind kind, String sentence, Collection<?> things) {
        if (things.isEmpty()) {
            return Stream.empty();
        }
        String names = things.stream().limit(NAMED).map(Object::toString).collect(joining(", "));
        String rest = things.size() > NAMED ? " and " + (things.size() - NAMED) + " more" : "";
        return Stream.of(new Concern(kind, sentence + ": " + names + rest + "."));
    }

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
