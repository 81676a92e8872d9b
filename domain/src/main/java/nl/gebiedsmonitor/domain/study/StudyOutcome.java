package nl.gebiedsmonitor.domain.study;

import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;

/**
 * What the measures are meant to move.
 *
 * @param smallestEffect the smallest effect of interest, without sign, in the unit of the indicator; above 0
 */
public record StudyOutcome(IndicatorCode indicator, double smallestEffect) {

    /** @throws InvalidValue when the smallest effect of interest is not above 0 */
    public StudyOutcome {
        requireEffect(smallestEffect);
    }

    /**
     * Answers a smallest effect of interest.
     *
     * @throws InvalidValue when it is not above 0 or not finite
     */
    public static Double requireEffect(Double effect) {
        if (!(effect > 0 && Double.isFinite(effect))) {
            throw new InvalidValue(
                            "smallest-effect",
                            effect,
                            "The smallest effect of interest is a number above 0, in the unit of the indicator.")
                    .inField("smallestEffect");
        }
        return effect;
    }
}
