package nl.gebiedsmonitor.projections.feed;

import java.util.List;

/**
 * Some events that a reader wants, in order.
 *
 * @param upTo the cursor to go on from: every event up to this position is in the page, or was not wanted
 */
public record FeedPage(List<FeedEvent> events, long upTo) {}
