package nl.gebiedsmonitor.domain.leefbaarheid;

import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;

/**
 * An indicator as it counts in a dimension.
 *
 * @param weight what one unit of its standardised figure adds to the dimension: finite and not zero, below zero where a
 *     higher figure makes a gebied less liveable
 */
public record WeightedIndicator(IndicatorCode indicator, double weight, Standardisation standardisation) {

    /** @throws InvalidValue when the weight is zero or not finite */
    public WeightedIndicator {
        requireWeight(weight);
    }

    /**
     * Answers a weight.
     *
     * @throws InvalidValue when it is zero or not finite
     */
    public static double requireWeight(double weight) {
        if (!Double.isFinite(weight) || weight == 0) {
            throw new InvalidValue("indicator-weight", weight, "A weight is a finite number and not zero.")
                    .inField("weight");
        }
        return weight;
    }

    /** What a figure of this indicator adds to the dimension. */
    double contribution(double value) {
        return weight * standardisation.standardised(value);
    }

    WeightedIndicator with(Standardisation other) {
        return new WeightedIndicator(indicator, weight, other);
    }
}
