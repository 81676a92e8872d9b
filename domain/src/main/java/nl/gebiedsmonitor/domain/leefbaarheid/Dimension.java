package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of leefbaarheid: the sum of its indicators, each standardised and weighted.
 *
 * @param key names it within the model, such as {@code fys}: a lower-case letter and at most 19 more letters or digits
 * @param name 1 to 200 characters
 * @param indicators 1 to 100, each once, in the order in which they are added up
 */
public record Dimension(String key, String name, List<WeightedIndicator> indicators) {

    public static final TextRule NAME = TextRule.oneLine("dimension-name", "A dimension has a name", 200);
    public static final ListRule INDICATORS =
            new ListRule("dimension-indicators", "indicators", "indicators of a dimension", 1, 100);

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,19}");

    /** @throws InvalidValue when a text or a list does not fit, or an indicator is there twice */
    public Dimension {
        key = requireKey(key);
        name = NAME.read(name);
        INDICATORS.require(indicators);
        Set<IndicatorCode> taken = new HashSet<>();
        indicators.forEach(weighted -> requireOnce(taken, weighted.indicator()));
        indicators = List.copyOf(indicators);
    }

    /**
     * Answers a key.
     *
     * @throws InvalidValue when the text does not fit the grammar
     */
    public static String requireKey(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new InvalidValue(
                            "dimension-key",
                            text,
                            "A dimension has a key of at most 20 lower-case letters and digits that begins with a"
                                    + " letter, such as fys.")
                    .inField("key");
        }
        return text;
    }

    /**
     * Answers an indicator that is not among those taken by this dimension before, and takes it.
     *
     * @throws InvalidValue when it is there again
     */
    public static IndicatorCode requireOnce(Set<IndicatorCode> taken, IndicatorCode indicator) {
        if (!taken.add(indicator)) {
            throw new InvalidValue(
                            "indicator-once-per-dimension",
                            indicator,
                            "An indicator counts once in a dimension; " + indicator + " is there twice.")
                    .inField("indicator");
        }
        return indicator;
    }

    /** The value for these figures, when there is one of each indicator. */
    Optional<DimensionScore> score(Map<IndicatorCode, Double> values) {
        double sum = 0;
        for (WeightedIndicator weighted : indicators) {
            @Nullable Double value = values.get(weighted.indicator());
            if (value == null) {
                return Optional.empty();
            }
            sum += weighted.contribution(value);
        }
        return Optional.of(new DimensionScore(key, sum));
    }
}
