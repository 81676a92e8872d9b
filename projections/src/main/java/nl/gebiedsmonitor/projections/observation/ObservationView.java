package nl.gebiedsmonitor.projections.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import org.jspecify.annotations.Nullable;

/**
 * One figure as it stands.
 *
 * @param value in the unit of the indicator; null when the status is {@code MISSING}
 * @param missingReason null when there is a value
 */
public record ObservationView(
        String indicator,
        String gebied,
        String period,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double value,
        ObsStatus status,
        @Nullable MissingReason missingReason) {}
