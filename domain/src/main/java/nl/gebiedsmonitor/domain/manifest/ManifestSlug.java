package nl.gebiedsmonitor.domain.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;

/** The name of a manifest as it stands in its address, such as {@code kom-op-voor-de-meest-kwetsbare-gebieden}. */
public record ManifestSlug(@JsonValue String value) implements Comparable<ManifestSlug> {

    private static final SlugRule RULE = new SlugRule("manifest-slug", "A manifest has a slug");

    /** @throws InvalidValue when it is no slug of at most 80 characters */
    @JsonCreator
    public ManifestSlug {
        RULE.require(value);
    }

    @Override
    public int compareTo(ManifestSlug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
