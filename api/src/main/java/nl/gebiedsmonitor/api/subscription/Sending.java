package nl.gebiedsmonitor.api.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.gebiedsmonitor.api.feed.CloudEvents;
import nl.gebiedsmonitor.projections.eventlog.ProjectionBehind;
import nl.gebiedsmonitor.projections.eventlog.UnreadableEvent;
import nl.gebiedsmonitor.projections.subscription.Attempt;
import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import nl.gebiedsmonitor.projections.subscription.Turn;
import nl.gebiedsmonitor.projections.subscription.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the events of one subscription in order, one request at a time. */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** After so many the others get their turn. */
    private static final int REQUESTS_PER_TURN = 20;

    /** How long to wait when the feed or the database cannot be read. */
    private static final Duration UNTIL_READABLE = Duration.ofSeconds(5);

    private final Turns turns;
    private final Backlog backlog;
    private final WebhookClient client;
    private final RetryPlan plan;
    private final Duration settled;
    private final MeterRegistry meters;
    private final Clock clock;

    Sending(
            Turns turns,
            Backlog backlog,
            WebhookClient client,
            RetryPlan plan,
            Duration settled,
            MeterRegistry meters,
            Clock clock) {
        this.turns = turns;
        this.backlog = backlog;
        this.client = client;
        this.plan = plan;
        this.settled = settled;
        this.meters = meters;
        this.clock = clock;
    }

    private enum Step {
        SENT,
        PASSED,
        NOTHING_MORE
    }

    /** Takes the turn of a subscription, and gives it back when all is sent, or after a while. */
    void takeTurn(String id) throws InterruptedException {
        Duration pause = UNTIL_READABLE;
        try {
            Step step = Step.PASSED;
            for (int sent = 0; sent < REQUESTS_PER_TURN && step != Step.NOTHING_MORE; sent++) {
                Optional<Turn> turn = turns.take(id);
                step = turn.isPresent() ? step(turn.get()) : Step.NOTHING_MORE;
            }
            pause = step == Step.NOTHING_MORE ? settled : Duration.ZERO;
        } finally {
            turns.release(id, pause);
        }
    }

    private Step step(Turn turn) throws InterruptedException {
        Outgoing outgoing;
        try {
            outgoing = backlog.next(turn);
        } catch (ProjectionBehind | UnreadableEvent unreadable) {
            LOG.info("Subscription {} waits: {}", turn.id(), unreadable.getMessage());
            turns.waitFor(turn, waiting(unreadable), UNTIL_READABLE);
            return Step.NOTHING_MORE;
        }
        Batch batch = outgoing.batch();
        if (batch == null) {
            if (outgoing.upTo() == turn.cursor()) {
                return Step.NOTHING_MORE;
            }
            turns.pass(turn, outgoing.upTo());
            return Step.PASSED;
        }
        return turns.begin(turn, batch) ? send(turn, batch, outgoing.body().json()) : Step.NOTHING_MORE;
    }

    private Step send(Turn turn, Batch batch, byte[] body) {
        Instant start = clock.instant();
        long began = System.nanoTime();
        Answered answered = client.post(turn.target(), CloudEvents.BATCH, headers(turn, batch, start, body), body);
        if (answered.kind() == Answered.Kind.BROKEN_OFF) {
            return Step.NOTHING_MORE;
        }
        meters.counter("gebiedsmonitor.webhooks.attempts", "outcome", outcome(answered))
                .increment();
        Attempt attempt = new Attempt(
                batch,
                start,
                Duration.ofNanos(System.nanoTime() - began),
                answered.isDelivered(),
                answered.status(),
                answered.words());
        if (answered.isDelivered()) {
            turns.delivered(turn, attempt);
            return Step.SENT;
        }
        Instant due = answered.kind() == Answered.Kind.GONE
                ? null
                : plan.next(
                        clock.instant(),
                        turn.failures(),
                        Objects.requireNonNullElse(turn.failingSince(), start),
                        answered.retryAfter());
        LOG.info("Subscription {} failed: {}", turn.id(), answered.words());
        turns.failed(turn, attempt, due);
        return Step.NOTHING_MORE;
    }

    private static Map<String, String> headers(Turn turn, Batch batch, Instant start, byte[] body) {
        long timestamp = start.getEpochSecond();
        return Map.of(
                "webhook-id",
                batch.id(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                String.join(
                        " ",
                        turn.secrets().valid().stream()
                                .map(secret -> Secret.of(secret).sign(batch.id(), timestamp, body))
                                .toList()));
    }

    private static String waiting(RuntimeException unreadable) {
        return unreadable instanceof UnreadableEvent
                ? "The feed stands still at an event that cannot be read; it goes on when that is repaired."
                : "It is not known yet which figures are hidden or where gebieden lie; it goes on in a moment.";
    }

    private static String outcome(Answered answered) {
        return answered.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
