package nl.gebiedsmonitor.domain;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field of what was delivered.
 *
 * @param line where it stands, counted from 1: in CSV and NDJSON the line of the text; in a JSON array the ordinal of the
 *     element, or, where the text stops being JSON, the line of the text; null when the input has neither
 * @param field the name of the field as the sender wrote it; null when the whole line is at fault
 * @param value the offending value, shortened to {@value #SHOWN} characters; null when there is none
 * @param rule the kebab-case name of the rule that is broken
 * @param detail a sentence that a municipal clerk understands
 */
public record Fault(
        @Nullable Long line,
        @Nullable String field,
        @Nullable String value,
        String rule,
        String detail) implements Serializable {

    /** How many characters of an offending value are repeated back. */
    public static final int SHOWN = 80;

    public Fault {
        value = value == null || value.length() <= SHOWN ? value : shortened(value);
    }

    private static String shortened(String value) {
        boolean cutsCharacter = Character.isHighSurrogate(value.charAt(SHOWN - 1));
        return value.substring(0, cutsCharacter ? SHOWN - 1 : SHOWN) + "…";
    }

    /** Tells of an invalid value; without a field it stands in the one that the value itself names, if any. */
    public static Fault of(@Nullable Long line, @Nullable String field, InvalidValue invalid) {
        return new Fault(
                line, field == null ? invalid.field() : field, invalid.value(), invalid.rule(), invalid.detail());
    }
}
