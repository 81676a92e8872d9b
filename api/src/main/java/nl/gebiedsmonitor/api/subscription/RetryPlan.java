package nl.gebiedsmonitor.api.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties.WebhookProperties;
import org.jspecify.annotations.Nullable;

/** When a batch that was not taken is sent again. */
final class RetryPlan {

    /** However long a receiver asks to be left alone, it is asked again after this. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final double SPREAD = 0.2;

    private final List<Duration> retries;
    private final Duration giveUpAfter;

    RetryPlan(WebhookProperties properties) {
        if (properties.retries().isEmpty()) {
            throw new IllegalArgumentException("gebiedsmonitor.webhooks.retries names no delay");
        }
        this.retries = List.copyOf(properties.retries());
        this.giveUpAfter = properties.giveUpAfter();
    }

    /**
     * When to send again after a failure: the last time just when it is to be given up. Null when that is now.
     *
     * @param failures how many there were in a row before this one
     * @param since when the first of them was
     * @param asked how long the receiver asks to be left alone
     */
    @Nullable
    Instant next(Instant now, int failures, Instant since, @Nullable Duration asked) {
        Instant end = since.plus(giveUpAfter);
        if (!now.isBefore(end)) {
            return null;
        }
        Duration usual = retries.get(Math.min(failures, retries.size() - 1));
        double factor = 1 - SPREAD + ThreadLocalRandom.current().nextDouble(2 * SPREAD);
        Duration delay = Duration.ofMillis((long) (usual.toMillis() * factor));
        if (asked != null && asked.compareTo(delay) > 0) {
            delay = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        }
        Instant due = now.plus(delay);
        return due.isAfter(end) ? end : due;
    }
}
