package nl.gebiedsmonitor.projections.subscription;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a batch was sent.
 *
 * @param httpStatus what was answered; null when nothing was
 * @param outcome what came of it, in words
 */
public record Attempt(
        Batch batch,
        Instant startedAt,
        Duration took,
        boolean delivered,
        @Nullable Integer httpStatus,
        String outcome) {

    /**
     * What is sent at once.
     *
     * @param id the same for every time that these events are sent
     * @param from the position of its first event
     * @param to the position of its last event
     */
    public record Batch(String id, long from, long to, int events) {}
}
