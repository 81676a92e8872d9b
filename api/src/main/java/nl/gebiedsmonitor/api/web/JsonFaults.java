package nl.gebiedsmonitor.api.web;

import java.util.Collection;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with JSON in words for whoever sent it. */
public final class JsonFaults {

    private JsonFaults() {}

    /** The fault of one element of an array. */
    public static Fault of(long ordinal, JacksonException wrong) {
        return new Fault(ordinal, field(wrong), null, rule(wrong), detail(wrong));
    }

    /** The fault of a whole body. */
    public static Fault of(JacksonException wrong) {
        TokenStreamLocation place = wrong.getLocation();
        Long line = place == null || place.getLineNr() < 1 ? null : (long) place.getLineNr();
        return new Fault(line, field(wrong), null, rule(wrong), detail(wrong));
    }

    private static String rule(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException _ -> "known-field";
            case MismatchedInputException _ -> "type";
            default -> "json";
        };
    }

    private static String detail(JacksonException wrong) {
        String field = field(wrong);
        TokenStreamLocation place = wrong.getLocation();
        return switch (wrong) {
            case UnrecognizedPropertyException _ -> "There is no field " + field + " here.";
            case MismatchedInputException mismatch when field != null -> "The field " + field + " " + wanted(mismatch);
            case MismatchedInputException _ -> "The body is of another type; here it is one JSON object.";
            default ->
                (wrong.getOriginalMessage().startsWith("Duplicate")
                                ? "A field is there twice"
                                : "This cannot be read as JSON")
                        + (place == null || place.getLineNr() < 1
                                ? "."
                                : ", at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
        };
    }

    /** What the field is to be; a text is refused as such only for what it holds. */
    private static String wanted(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == String.class) {
            return "is to be a text, without control characters.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "is to be true or false.";
        }
        if (type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))) {
            return "is to be a number of a size that fits.";
        }
        if (type != null && (Collection.class.isAssignableFrom(type) || type.isArray())) {
            return "is to be a list, between [ and ].";
        }
        return "is to be an object, between { and }.";
    }

    private static @Nullable String field(JacksonException wrong) {
        String path = wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .reduce("", String::concat)
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? null : path;
    }
}
