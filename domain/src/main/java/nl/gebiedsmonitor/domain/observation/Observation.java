package nl.gebiedsmonitor.domain.observation;

import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/**
 * One value of one indicator, which the series it belongs to names, for one gebied and one period.
 *
 * @param value a finite number in the unit of the indicator, minus zero being zero; null when, and only when, the status is {@code MISSING}
 * @param missingReason why there is no value; null when there is one
 */
public record Observation(
        GebiedCode gebied,
        Period period,
        @Nullable Double value,
        ObsStatus status,
        @Nullable MissingReason missingReason) {

    /** @throws InvalidValue when value, status and reason contradict each other, or the value is not finite */
    public Observation {
        if (value != null && !Double.isFinite(value)) {
            throw new InvalidValue("finite-number", value, "A value is a finite number.");
        }
        if (value != null && value == 0) {
            value = 0.0;
        }
        if ((value == null) != (status == ObsStatus.MISSING)) {
            throw new InvalidValue(
                    "value-fits-status", status, "An observation without a value, and no other, has status MISSING.");
        }
        if (value != null && missingReason != null) {
            throw new InvalidValue("value-fits-status", missingReason, "An observation with a value misses nothing.");
        }
        if (value == null && missingReason == null) {
            missingReason = MissingReason.NOT_PUBLISHED;
        }
    }

    public static Observation of(GebiedCode gebied, Period period, double value) {
        return new Observation(gebied, period, value, ObsStatus.FINAL, null);
    }

    public static Observation missing(GebiedCode gebied, Period period, MissingReason reason) {
        return new Observation(gebied, period, null, ObsStatus.MISSING, reason);
    }
}
