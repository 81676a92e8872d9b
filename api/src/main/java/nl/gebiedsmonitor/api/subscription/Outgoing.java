package nl.gebiedsmonitor.api.subscription;

import nl.gebiedsmonitor.api.feed.EventBatch;
import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for a subscription.
 *
 * @param batch the events to send; null when none of those that were looked at are wanted
 * @param body the batch as it is sent
 * @param upTo how far was looked
 */
record Outgoing(@Nullable Batch batch, EventBatch body, long upTo) {

    /** None of those that were looked at are wanted. */
    static Outgoing nothing(long upTo) {
        return new Outgoing(null, new EventBatch(), upTo);
    }
}
