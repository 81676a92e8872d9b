package nl.gebiedsmonitor.projections.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import org.jspecify.annotations.Nullable;

/**
 * One version of one figure, with the event that brought it.
 *
 * @param position of that event
 * @param supersededAt the position at which another version took its place; null while it stands
 * @param value in the unit of the indicator; null when the status is {@code MISSING}
 * @param missingReason null when there is a value
 * @param subject who delivered it
 * @param organisation on whose behalf
 * @param source where it comes from, as the sender said; null when nothing was said
 * @param reason why it took the place of another, as the sender said; null when it did not, or nothing was said
 * @param correlationId shared by all events of one request
 */
public record VersionView(
        long position,
        Instant recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long supersededAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double value,
        ObsStatus status,
        @Nullable MissingReason missingReason,
        @Nullable String subject,
        @Nullable String organisation,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String correlationId) {}
