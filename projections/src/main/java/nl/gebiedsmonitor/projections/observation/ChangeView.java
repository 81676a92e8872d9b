package nl.gebiedsmonitor.projections.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import org.jspecify.annotations.Nullable;

/**
 * A figure that differs between two moments.
 *
 * @param before as it stood at the first; null when it was not there yet
 * @param after as it stood at the second
 * @param change the value after less the value before; null when one of them is missing
 */
public record ChangeView(
        String indicator,
        String gebied,
        String period,
        @Nullable Standing before,
        Standing after,
        @Nullable Double change) {

    /**
     * A figure as it stood at a moment.
     *
     * @param value in the unit of the indicator; null when the status is {@code MISSING}
     * @param missingReason null when there is a value
     * @param position of the event that brought it
     */
    public record Standing(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double value,

            ObsStatus status,
            @Nullable MissingReason missingReason,
            long position) {}

    static ChangeView of(ObservationKey key, @Nullable Standing before, Standing after) {
        return new ChangeView(key.indicator(), key.gebied(), key.period(), before, after, difference(before, after));
    }

    private static @Nullable Double difference(@Nullable Standing before, Standing after) {
        if (before == null || before.value() == null || after.value() == null) {
            return null;
        }
        double difference = after.value() - before.value();
        return Double.isFinite(difference) ? difference : null;
    }

    ObservationKey key() {
        return new ObservationKey(indicator, gebied, period);
    }
}
