package nl.gebiedsmonitor.api.subscription;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.gebiedsmonitor.api.feed.CloudEvents;
import nl.gebiedsmonitor.projections.feed.FeedEvent;
import nl.gebiedsmonitor.projections.feed.FeedPage;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import nl.gebiedsmonitor.projections.subscription.Turn;

/**
 * Makes the batch that comes next for a subscription. One that was sent before is made again of the same events, so that
 * nothing of the log is kept twice; it has another id only when it reads differently, as when figures in it were hidden
 * meanwhile.
 */
final class Backlog {

    private static final int MOST_EVENTS = 100;

    /** Where a batch ends even if there is more; an event that is larger goes alone. */
    private static final int MOST_BYTES = 1_000_000;

    /** So that whoever is behind takes little of the database from those who write. */
    private static final int READS_AT_ONCE = 2;

    private final FeedQueries feed;
    private final CloudEvents cloudEvents;
    private final Semaphore reads = new Semaphore(READS_AT_ONCE);

    Backlog(FeedQueries feed, CloudEvents cloudEvents) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
    }

    /**
     * The next batch.
     *
     * @throws nl.gebiedsmonitor.projections.eventlog.UnreadableEvent when the feed stands still at its first event
     * @throws nl.gebiedsmonitor.projections.eventlog.ProjectionBehind when it cannot be told in time what is hidden
     */
    Outgoing next(Turn turn) throws InterruptedException {
        reads.acquire();
        try {
            Turn.UnderWay before = turn.underWay();
            return before == null ? fresh(turn) : again(turn, before);
        } finally {
            reads.release();
        }
    }

    private Outgoing fresh(Turn turn) {
        FeedPage page = feed.after(turn.cursor(), turn.filter(), MOST_EVENTS);
        return page.events().isEmpty() ? new Outgoing(null, "", page.upTo()) : pack(turn, page.events());
    }

    private Outgoing again(Turn turn, Turn.UnderWay before) {
        List<FeedEvent> events = new ArrayList<>();
        long position = turn.cursor();
        while (events.size() < before.events() && position < before.to()) {
            FeedPage page = feed.after(position, turn.filter(), before.events() - events.size());
            if (page.upTo() == position) {
                break;
            }
            events.addAll(page.events());
            position = page.upTo();
        }
        return events.isEmpty() ? new Outgoing(null, "", position) : pack(turn, events);
    }

    private Outgoing pack(Turn turn, List<FeedEvent> events) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long last = 0;
        int count = 0;
        for (FeedEvent event : events) {
            byte[] bytes = cloudEvents.json(event);
            if (count > 0 && body.size() + bytes.length >= MOST_BYTES) {
                break;
            }
            body.write(count == 0 ? '[' : ',');
            body.writeBytes(bytes);
            last = event.stored().position();
            count++;
        }
        body.write(']');
        String digest = sha256(body.toByteArray());
        Turn.UnderWay before = turn.underWay();
        String id = before != null && before.digest().equals(digest)
                ? before.id()
                : UUID.randomUUID().toString();
        return new Outgoing(
                new Batch(id, events.getFirst().stored().position(), last, count, digest),
                body.toString(StandardCharsets.UTF_8),
                last);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
