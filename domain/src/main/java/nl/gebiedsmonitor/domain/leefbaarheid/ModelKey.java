package nl.gebiedsmonitor.domain.leefbaarheid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * One version of a score model, written {@code leefbaarometer-3.0:1}.
 *
 * @param version 1 to 9999
 */
public record ModelKey(ModelId id, int version) implements Comparable<ModelKey> {

    private static final int LAST_VERSION = 9999;
    private static final String VERSION =
            "The version of a score model is a whole number from 1 to " + LAST_VERSION + ".";
    private static final Pattern WRITTEN = Pattern.compile("([^:]*):([1-9][0-9]{0,3})");

    private static final Comparator<ModelKey> ORDER =
            Comparator.comparing(ModelKey::id).thenComparingInt(ModelKey::version);

    /** @throws InvalidValue when the version is out of range */
    public ModelKey {
        requireVersion(version);
    }

    /**
     * Reads the number of a version.
     *
     * @throws InvalidValue when it is no number, or out of range
     */
    public static Integer readVersion(String text) {
        try {
            return requireVersion(Integer.parseInt(text));
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("model-version", text, VERSION);
        }
    }

    /**
     * Answers the number of a version.
     *
     * @throws InvalidValue when it is out of range
     */
    public static int requireVersion(int version) {
        if (version < 1 || version > LAST_VERSION) {
            throw new InvalidValue("model-version", version, VERSION).inField("version");
        }
        return version;
    }

    /**
     * Reads the written form.
     *
     * @throws InvalidValue when the text is not a model id, a colon and a version
     */
    @JsonCreator
    public static ModelKey parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValue("model-key", text, "A score model is named by its id, a colon and a version.");
        }
        return new ModelKey(new ModelId(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ModelKey other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return id + ":" + version;
    }
}
