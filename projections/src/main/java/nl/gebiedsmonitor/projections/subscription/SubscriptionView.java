package nl.gebiedsmonitor.projections.subscription;

import java.time.Instant;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands, without its secrets.
 *
 * @param cursor every event up to this position was taken, or was not wanted
 * @param failures how often the batch under way has failed
 * @param dueAt when events are sent next, if there are any
 * @param waitsFor why the feed cannot be read for it at the moment; null when it can
 */
public record SubscriptionView(
        String id,
        String name,
        String target,
        FeedFilter filter,
        Instant createdAt,
        SubscriptionStatus status,
        long cursor,
        int failures,
        Instant dueAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable String lastFailure,
        @Nullable String waitsFor) {}
