package nl.gebiedsmonitor.domain.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;

/** The id of a measure as it stands in its address, such as {@code arnhem-oost-taalklassen}. */
public record MeasureId(@JsonValue String value) implements Comparable<MeasureId> {

    private static final SlugRule RULE = new SlugRule("measure-id", "A measure has an id");

    /** @throws InvalidValue when it is not such an id of at most 80 characters */
    @JsonCreator
    public MeasureId {
        RULE.require(value);
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
