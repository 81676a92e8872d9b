package nl.gebiedsmonitor.api.observation.reading;

import nl.gebiedsmonitor.api.web.PlainText;
import nl.gebiedsmonitor.domain.InvalidValue;

/** Where figures come from, as their sender says it. */
public final class Source {

    private static final int LONGEST = 200;

    private Source() {}

    /**
     * Answers the source as it is named.
     *
     * @throws InvalidValue when this names nothing, or at too great length
     */
    public static String named(String source) {
        if (source.isBlank() || source.length() > LONGEST || !PlainText.holds(source)) {
            throw new InvalidValue("source", source, "A source is named in 1 to 200 characters.");
        }
        return source;
    }
}
