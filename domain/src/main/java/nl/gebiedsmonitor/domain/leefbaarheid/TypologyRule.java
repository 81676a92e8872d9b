package nl.gebiedsmonitor.domain.leefbaarheid;

import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.jspecify.annotations.Nullable;

/**
 * A kind of gebied that a policy looks out for: of one type, in some classes of the score, with enough inhabitants.
 *
 * @param key names it within the model, such as {@code kwetsbare-wijk}
 * @param name 1 to 200 characters
 * @param fromClass the lowest class of the score that counts, from 1
 * @param toClass the highest that counts, inclusive
 * @param minimumInhabitants how many have to live there, by the model's weight of aggregation; zero when any number does
 * @param source whose rule it is, 1 to 500 characters
 */
public record TypologyRule(
        String key,
        String name,
        GebiedType type,
        int fromClass,
        int toClass,
        double minimumInhabitants,
        String source) {

    private static final SlugRule KEY = new SlugRule("typology-key", "A typology has a key");
    public static final TextRule NAME = TextRule.oneLine("typology-name", "A typology has a name", 200);
    public static final TextRule SOURCE = TextRule.oneLine("typology-source", "A typology has a source", 500);
    public static final NumberRule MINIMUM_INHABITANTS = new NumberRule(
            "minimum-inhabitants",
            "minimumInhabitants",
            "A number of inhabitants is finite and not below zero.",
            0,
            Double.MAX_VALUE);

    /** @throws InvalidValue when a text, a number or the range of classes does not fit */
    public TypologyRule {
        key = requireKey(key);
        name = NAME.read(name);
        requireClasses(fromClass, toClass);
        minimumInhabitants = MINIMUM_INHABITANTS.read(minimumInhabitants);
        source = SOURCE.read(source);
    }

    /**
     * Answers a key.
     *
     * @throws InvalidValue when it is not such an id
     */
    public static String requireKey(String text) {
        KEY.require(text);
        return text;
    }

    /**
     * Holds a range of classes to its order.
     *
     * @throws InvalidValue when it begins below 1 or ends before it begins
     */
    public static void requireClasses(int fromClass, int toClass) {
        if (fromClass < 1 || toClass < fromClass) {
            throw new InvalidValue(
                            "typology-classes",
                            fromClass + " to " + toClass,
                            "Classes are counted from 1, and a range of them ends where it begins or after.")
                    .inField(fromClass < 1 ? "fromClass" : "toClass");
        }
    }

    /**
     * Whether a gebied is of this kind.
     *
     * @param inhabitants null when not known, which only suffices where none are asked for
     */
    public boolean matches(GebiedType gebiedType, int scoreClass, @Nullable Double inhabitants) {
        return gebiedType == type
                && scoreClass >= fromClass
                && scoreClass <= toClass
                && (inhabitants == null ? 0 : inhabitants) >= minimumInhabitants;
    }
}
