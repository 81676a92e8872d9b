package nl.gebiedsmonitor.domain.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** The code of an indicator, such as {@code LBM-AFW}: capitals and digits in parts joined by hyphens, at most 40. */
public record IndicatorCode(@JsonValue String value) implements Comparable<IndicatorCode> {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

    /** @throws InvalidValue when the text does not fit the grammar */
    @JsonCreator
    public IndicatorCode {
        if (value.length() > 40 || !GRAMMAR.matcher(value).matches()) {
            throw new InvalidValue(
                    "indicator-code",
                    value,
                    "An indicator has a code of capitals and digits, with hyphens between its parts, such as LBM-AFW.");
        }
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
