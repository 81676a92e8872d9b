package nl.gebiedsmonitor.api.feed;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import nl.gebiedsmonitor.projections.eventlog.UnreadableEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The stream of one reader, who has read up to a position. It ends before an event that cannot be read, when the reader
 * went away or takes nothing any more, and when the product is stopped.
 */
final class FeedStream implements StreamingResponseBody {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final int EVENTS_AT_ONCE = 100;

    /** After so many events that were not wanted the reader is told how far it is. */
    private static final long SKIPPED = 1_000;

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final Tail tail;
    private final LiveFeed.Wish wish;
    private final Duration heartbeat;
    private final Flushable answer;
    private long position;
    private long told;
    private long lastWritten;
    private boolean failing;

    FeedStream(LiveFeed feed, Tail tail, LiveFeed.Wish wish, Duration heartbeat, Flushable answer, long position) {
        this.feed = feed;
        this.tail = tail;
        this.wish = wish;
        this.heartbeat = heartbeat;
        this.answer = answer;
        this.position = position;
        this.told = position;
    }

    @Override
    public void writeTo(OutputStream out) {
        try (Tail.Place _ = tail.join()) {
            RenderedPage first = feed.next(position, wish, EVENTS_AT_ONCE);
            follow(first, new ServerSentEvents(out, answer));
        } catch (IOException gone) {
            LOG.debug("A reader of the stream went away at {}", told, gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(RenderedPage first, ServerSentEvents events) throws IOException, InterruptedException {
        events.begin();
        lastWritten = System.nanoTime();
        RenderedPage page = first;
        while (!tail.isClosed()) {
            write(page, events);
            if (page.events().isEmpty() && !failing) {
                tail.await(position, untilHeartbeat());
            }
            try {
                page = feed.next(position, wish, EVENTS_AT_ONCE);
                failing = false;
            } catch (UnreadableEvent unreadable) {
                LOG.warn("A stream ends at {}", position, unreadable);
                return;
            } catch (RuntimeException passing) {
                page = await(passing);
            }
        }
    }

    private RenderedPage await(RuntimeException passing) throws InterruptedException {
        if (!failing) {
            LOG.info("A stream stands still at {} and tries again", position, passing);
        }
        failing = true;
        tail.pause(AFTER_A_FAILURE);
        return new RenderedPage(List.of(), position);
    }

    private void write(RenderedPage page, ServerSentEvents events) throws IOException {
        for (Rendered event : page.events()) {
            events.send(event);
            told = event.position();
        }
        position = page.upTo();
        boolean due = untilHeartbeat().isNegative() || untilHeartbeat().isZero();
        if (position - told >= SKIPPED || (due && position > told)) {
            events.moveTo(position);
            told = position;
        } else if (due) {
            events.beat();
        } else if (page.events().isEmpty()) {
            return;
        }
        events.flush();
        lastWritten = System.nanoTime();
    }

    private Duration untilHeartbeat() {
        return heartbeat.minusNanos(System.nanoTime() - lastWritten);
    }
}
