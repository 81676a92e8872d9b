package nl.gebiedsmonitor.domain.leefbaarheid;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** How the figures of an indicator are brought on the scale of a score before they are weighed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Standardisation.None.class, name = "NONE"),
    @JsonSubTypes.Type(value = Standardisation.ZScore.class, name = "Z_SCORE"),
    @JsonSubTypes.Type(value = Standardisation.MinMax.class, name = "MIN_MAX")
})
public sealed interface Standardisation {

    /**
     * Brings a figure on the scale.
     *
     * @throws IllegalStateException when the parameters are still to be computed
     */
    double standardised(double value);

    /** The same before anything is computed from recorded figures. */
    default Standardisation withoutParameters() {
        return this;
    }

    /** As it is. */
    record None() implements Standardisation {
        @Override
        public double standardised(double value) {
            return value;
        }
    }

    /**
     * The distance from the mean of a reference, counted in standard deviations of that reference.
     *
     * @param referenceGebied within which the gebieden of reference lie
     * @param referenceType of which type they are
     * @param referencePeriod the period of their figures
     * @param mean of their figures; null, as is the standard deviation, until both are computed at publication
     * @param standardDeviation of their figures as a population, above zero
     */
    record ZScore(
            GebiedCode referenceGebied,
            GebiedType referenceType,
            Period referencePeriod,
            @Nullable Double mean,
            @Nullable Double standardDeviation)
            implements Standardisation {

        public static final NumberRule MEAN = NumberRule.finite("mean", "mean", "A mean is a finite number.");
        public static final NumberRule STANDARD_DEVIATION = new NumberRule(
                "standard-deviation",
                "standardDeviation",
                "A standard deviation is a finite number above zero.",
                Double.MIN_VALUE,
                Double.MAX_VALUE);

        /** @throws InvalidValue when one parameter is given without the other, or cannot be what it is */
        public ZScore {
            mean = mean == null ? null : Double.valueOf(MEAN.read(mean));
            standardDeviation =
                    standardDeviation == null ? null : Double.valueOf(STANDARD_DEVIATION.read(standardDeviation));
            requireTogether(mean, standardDeviation);
        }

        /**
         * Holds that both parameters are given or neither.
         *
         * @throws InvalidValue when one is
         */
        public static void requireTogether(@Nullable Double mean, @Nullable Double standardDeviation) {
            if ((mean == null) != (standardDeviation == null)) {
                throw new InvalidValue(
                                "z-score-parameters",
                                null,
                                "A mean and a standard deviation are given together, or both left out to be computed.")
                        .inField(mean == null ? "mean" : "standardDeviation");
            }
        }

        ZScore with(Distribution reference) {
            return new ZScore(
                    referenceGebied, referenceType, referencePeriod, reference.mean(), reference.standardDeviation());
        }

        @Override
        public ZScore withoutParameters() {
            return new ZScore(referenceGebied, referenceType, referencePeriod, null, null);
        }

        @Override
        public double standardised(double value) {
            if (mean == null || standardDeviation == null) {
                throw new IllegalStateException("The parameters of a z-score are computed at publication");
            }
            return (value - mean) / standardDeviation;
        }
    }

    /**
     * The place between two figures: 0 at {@code min}, 1 at {@code max}. A figure beyond them is not clipped, so it lies
     * below 0 or above 1.
     *
     * @param max above {@code min}
     */
    record MinMax(double min, double max) implements Standardisation {

        public static final NumberRule MIN = NumberRule.finite("min-max", "min", "A limit is a finite number.");
        public static final NumberRule MAX = NumberRule.finite("min-max", "max", "A limit is a finite number.");

        /** @throws InvalidValue when a limit is not finite or the lower one is not below the upper one */
        public MinMax {
            min = MIN.read(min);
            max = MAX.read(max);
            requireOrder(min, max);
        }

        /**
         * Holds two limits to their order.
         *
         * @throws InvalidValue when the lower one is not below the upper one
         */
        public static void requireOrder(double min, double max) {
            if (min >= max) {
                throw new InvalidValue(
                                "min-max",
                                min + " to " + max,
                                "The figure that becomes 0 lies below the one that becomes 1.")
                        .inField("max");
            }
        }

        @Override
        public double standardised(double value) {
            return (value - min) / (max - min);
        }
    }
}
