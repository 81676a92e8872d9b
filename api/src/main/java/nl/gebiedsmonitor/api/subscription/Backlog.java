package nl.gebiedsmonitor.api.subscription;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.gebiedsmonitor.api.feed.CloudEvents;
import nl.gebiedsmonitor.api.feed.EventBatch;
import nl.gebiedsmonitor.api.feed.Rendered;
import nl.gebiedsmonitor.projections.feed.FeedEvent;
import nl.gebiedsmonitor.projections.feed.FeedPage;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import nl.gebiedsmonitor.projections.subscription.Turn;

/**
 * Makes the batch that comes next for a subscription. One that was sent before is made again of the same events, so that
 * nothing of the log is kept twice, and has the same id.
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
        return page.events().isEmpty() ? Outgoing.nothing(page.upTo()) : pack(turn, page.events(), MOST_BYTES);
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
        return events.isEmpty() ? Outgoing.nothing(position) : pack(turn, events, Long.MAX_VALUE);
    }

    private Outgoing pack(Turn turn, List<FeedEvent> events, long mostBytes) {
        EventBatch body = new EventBatch();
        for (FeedEvent event : events) {
            Rendered rendered = cloudEvents.render(event);
            if (body.events() > 0 && body.sizeWith(rendered) > mostBytes) {
                break;
            }
            body.add(rendered);
        }
        long first = events.getFirst().stored().position();
        return new Outgoing(
                new Batch(id(turn.id(), first, body.last()), first, body.last(), body.events()), body, body.last());
    }

    /** The same for the same events, whichever process sends them and under whatever address it is reached. */
    private static String id(String subscription, long first, long last) {
        return UUID.nameUUIDFromBytes((subscription + " " + first + " " + last).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
