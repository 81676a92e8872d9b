package nl.gebiedsmonitor.domain.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/** The name of a manifest as it stands in its address, such as {@code kom-op-voor-de-meest-kwetsbare-gebieden}. */
public record ManifestSlug(@JsonValue String value) implements Comparable<ManifestSlug> {

    private static final int LONGEST = 80;
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws InvalidValue when it is no slug of at most 80 characters */
    @JsonCreator
    public ManifestSlug {
        if (value.length() > LONGEST || !GRAMMAR.matcher(value).matches()) {
            throw new InvalidValue(
                    "manifest-slug",
                    value,
                    "A manifest has a slug of at most 80 lower-case letters and digits, joined by single hyphens.");
        }
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
