package nl.gebiedsmonitor.domain.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;

/** The id of an effect study as it stands in its address, such as {@code arnhem-oost-taalklassen}. */
public record StudyId(@JsonValue String value) {

    private static final SlugRule RULE = new SlugRule("effect-study-id", "An effect study has an id");

    /** @throws InvalidValue when it is not such an id of at most 80 characters */
    @JsonCreator
    public StudyId {
        RULE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
