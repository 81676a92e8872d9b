package nl.gebiedsmonitor.projections.subscription;

import nl.gebiedsmonitor.projections.feed.FeedFilter;

/**
 * What is subscribed to.
 *
 * @param name what it is called by whoever keeps it
 * @param target the address that events are sent to
 * @param cursor the position after which it begins
 */
public record NewSubscription(String name, String target, FeedFilter filter, long cursor) {}
