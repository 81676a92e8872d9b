package nl.gebiedsmonitor.api.tabular;

import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** Reads numbers as they are written in files. */
public final class Decimals {

    /** As they are written when nothing else is said. */
    public static final Decimals POINT = new Decimals(false);

    private static final Pattern WITH_POINT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9]+(,[0-9]+)?([eE][+-]?[0-9]+)?");

    private final boolean comma;

    private Decimals(boolean comma) {
        this.comma = comma;
    }

    /**
     * Numbers with the decimal sign of this name.
     *
     * @throws InvalidValue when the name is neither {@code point} nor {@code comma}
     */
    public static Decimals named(String sign) {
        return switch (sign) {
            case "point" -> POINT;
            case "comma" -> new Decimals(true);
            default -> throw new InvalidValue("decimal", sign, "The decimal sign is point or comma.");
        };
    }

    /**
     * Reads a number.
     *
     * @throws InvalidValue when the text is none, or one that no IEEE double holds
     */
    public double read(String text) {
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
