package nl.gebiedsmonitor.domain.impact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;

/** The id of an impact analysis as it stands in its address, such as {@code arnhem-oost-taalklassen}. */
public record ImpactAnalysisId(@JsonValue String value) {

    private static final SlugRule RULE = new SlugRule("impact-analysis-id", "An impact analysis has an id");

    /** @throws InvalidValue when it is not such an id of at most 80 characters */
    @JsonCreator
    public ImpactAnalysisId {
        RULE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
