package nl.gebiedsmonitor.domain.leefbaarheid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** The id of a score model whatever its version, as it stands in its address, such as {@code leefbaarometer-3.0}. */
public record ModelId(@JsonValue String value) implements Comparable<ModelId> {

    private static final int LONGEST = 80;
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    /** @throws InvalidValue when it is not such an id of at most 80 characters */
    @JsonCreator
    public ModelId {
        if (value.length() > LONGEST || !GRAMMAR.matcher(value).matches()) {
            throw new InvalidValue(
                    "model-id",
                    value,
                    "A score model has an id of at most " + LONGEST
                            + " lower-case letters and digits, joined by single hyphens or dots.");
        }
    }

    @Override
    public int compareTo(ModelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
