package nl.gebiedsmonitor.api.web;

import java.util.function.LongPredicate;
import nl.gebiedsmonitor.domain.InvalidValue;

/** A reader's place in the feed: a position, which to the reader is a text that was given and is given back. */
public final class Cursor {

    private static final String GRAMMAR = "0|[1-9][0-9]{0,17}";

    private Cursor() {}

    /**
     * Reads a cursor.
     *
     * @param given whether a position can have been given to anybody
     * @throws InvalidValue when this one was not
     */
    public static Long read(String text, LongPredicate given) {
        if (text.matches(GRAMMAR) && given.test(Long.parseLong(text))) {
            return Long.valueOf(text);
        }
        throw new InvalidValue(
                "cursor", text, "A cursor is taken from the link to what comes next; this one was never given.");
    }
}
