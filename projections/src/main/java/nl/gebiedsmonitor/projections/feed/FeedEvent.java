package nl.gebiedsmonitor.projections.feed;

import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;

/**
 * An event as a reader is shown it.
 *
 * @param shown what it says, without the figures that are hidden
 */
public record FeedEvent(StoredEvent stored, DomainEvent shown) {}
