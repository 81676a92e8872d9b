package nl.gebiedsmonitor.api.observation.reading;

import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** Reads numbers as they are written in files. */
final class Decimals {

    private static final Pattern WITH_POINT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9]+(,[0-9]+)?([eE][+-]?[0-9]+)?");

    private final boolean comma;

    Decimals(boolean comma) {
        this.comma = comma;
    }

    /** @throws InvalidValue when the text is no number, or one that no IEEE double holds */
    double read(String text) {
        if (text.length() > 400
                || !(comma ? WITH_COMMA : WITH_POINT).matcher(text).matches()) {
            throw new InvalidValue(
                    "number", text, "A number is written as " + (comma ? "-12,5" : "-12.5") + ", or NA when missing.");
        }
        double value = Double.parseDouble(comma ? text.replace(',', '.') : text);
        if (!Double.isFinite(value)) {
            throw new InvalidValue("finite-number", text, "This number is too large to be held.");
        }
        return value;
    }
}
