package nl.gebiedsmonitor.domain.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** The id of a measure as it stands in its address, such as {@code arnhem-oost-taalklassen}. */
public record MeasureId(@JsonValue String value) implements Comparable<MeasureId> {

    private static final int LONGEST = 80;
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws InvalidValue when it is not such an id of at most 80 characters */
    @JsonCreator
    public MeasureId {
        if (value.length() > LONGEST || !GRAMMAR.matcher(value).matches()) {
            throw new InvalidValue(
                    "measure-id",
                    value,
                    "A measure has an id of at most 80 lower-case letters and digits, joined by single hyphens.");
        }
    }

    @Override
    public int compareTo(MeasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
