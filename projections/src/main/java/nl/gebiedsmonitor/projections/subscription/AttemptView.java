package nl.gebiedsmonitor.projections.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a batch was sent, as it is shown.
 *
 * @param number counted from 1 for each subscription
 * @param status what was answered; null when nothing was
 * @param outcome what came of it, in words
 * @param millis how long it took
 */
public record AttemptView(
        long number,
        Instant startedAt,
        String webhookId,
        long from,
        long to,
        int events,
        boolean delivered,
        @Nullable Integer status,
        String outcome,
        long millis) {}
