package nl.gebiedsmonitor.api.subscription;

import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for a subscription.
 *
 * @param batch the events to send; null when none of those that were looked at are wanted
 * @param body the batch as it is sent
 * @param upTo how far was looked
 */
record Outgoing(@Nullable Batch batch, String body, long upTo) {}
