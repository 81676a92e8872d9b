package nl.gebiedsmonitor.domain;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field of what was delivered.
 *
 * @param line the line or row it stands on, counted from 1 as an editor does; null when the input has no lines
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

    public static Fault of(@Nullable Long line, @Nullable String field, InvalidValue invalid) {
        return new Fault(line, field, invalid.value(), invalid.rule(), invalid.detail());
    }
}
