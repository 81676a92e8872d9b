package nl.gebiedsmonitor.api.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import nl.gebiedsmonitor.projections.feed.FeedPage;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import org.springframework.stereotype.Component;

/** Gives events to readers: from the tail to those at the head, and from the database to those behind. */
@Component
class LiveFeed {

    private final EventLog log;
    private final FeedQueries feed;
    private final CloudEvents cloudEvents;
    private final ReadQuota quota;
    private final Tail tail;

    LiveFeed(EventLog log, FeedQueries feed, CloudEvents cloudEvents, ReadQuota quota, Tail tail) {
        this.log = log;
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.quota = quota;
        this.tail = tail;
    }

    /**
     * What one reader asks for.
     *
     * @param least the position that every answer must have seen
     */
    record Wish(FeedFilter filter, long least) {}

    /** Whether a position was ever given to a reader as a cursor. */
    boolean hasReached(long position) {
        return position <= tail.held().upTo() || position <= log.head();
    }

    /**
     * The events after a position that are wanted and recorded by now.
     *
     * @throws nl.gebiedsmonitor.projections.eventlog.UnreadableEvent when the very first cannot be read
     * @throws nl.gebiedsmonitor.api.web.TooBusy when too many read what lies far back
     */
    RenderedPage recorded(long position, FeedFilter filter, int limit) {
        FeedPage page = quota.take(() -> feed.after(position, filter, limit));
        return new RenderedPage(page.events().stream().map(cloudEvents::render).toList(), page.upTo());
    }

    /** The same for one who has a place at the tail, and is told of what is recorded a moment later than others. */
    RenderedPage next(long position, Wish wish, int limit) {
        Held held = tail.held();
        return held.covers(position) && held.upTo() >= wish.least()
                ? heldAfter(position, held, wish.filter(), limit)
                : recorded(position, wish.filter(), limit);
    }

    /** The same, when there are none by now, as soon as there are some or else when the time is over. */
    RenderedPage awaited(long position, Wish wish, int limit, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        try (Tail.Place _ = tail.join()) {
            RenderedPage page = next(position, wish, limit);
            while (page.events().isEmpty() && System.nanoTime() < end && !tail.isClosed()) {
                tail.await(page.upTo(), Duration.ofNanos(end - System.nanoTime()));
                page = next(page.upTo(), wish, limit);
            }
            return page;
        }
    }

    private static RenderedPage heldAfter(long position, Held held, FeedFilter filter, int limit) {
        List<Rendered> wanted = new ArrayList<>();
        long upTo = position;
        for (Held.Event event : held.after(position)) {
            if (wanted.size() == limit) {
                break;
            }
            if (filter.wants(event.topic())) {
                wanted.add(event.rendered());
            }
            upTo = event.rendered().position();
        }
        return new RenderedPage(wanted, upTo);
    }
}
