package nl.gebiedsmonitor.projections.eventlog;

import java.time.Instant;
import java.util.Map;
import nl.gebiedsmonitor.domain.DomainEvent;

/**
 * An event as the log holds it.
 *
 * @param position its number in the log, from 1, without gaps, in the order of commit
 * @param type its logical name, such as {@code manifest-signed}
 * @param size how many bytes its payload takes as it is stored
 * @param metadata who, on behalf of which organisation, from which source, and which message caused it
 */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        DomainEvent payload,
        int size,
        Map<String, String> metadata) {}
