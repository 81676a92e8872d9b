package nl.gebiedsmonitor.api.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Cursor;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Headers;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Every event that is wanted once, in the order of the positions, to readers who hold no thread of the server. */
@RestController
class FeedController {

    private static final int LONGEST_WAIT = 60;

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final LiveFeed feed;
    private final Tail tail;
    private final Duration heartbeat;

    FeedController(LiveFeed feed, Tail tail, GebiedsmonitorProperties properties) {
        this.feed = feed;
        this.tail = tail;
        this.heartbeat = properties.feed().heartbeat();
    }

    /**
     * The events after a cursor. The link to what comes next is always there, at the head of the log too, so that a
     * reader has nothing to remember but that.
     */
    @GetMapping(
            path = "/v1/feed",
            produces = {CloudEvents.BATCH, MediaType.APPLICATION_JSON_VALUE})
    Callable<ResponseEntity<byte[]>> feed(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String wait,
            HttpServletRequest request) {
        Fields fields = new Fields();
        int most = Page.limit(limit, fields);
        long position = fields.optional("after", after, this::position).or(0L);
        Duration atMost = fields.optional("wait", wait, FeedController::seconds).or(Duration.ZERO);
        FeedFilter filter = FilterParameters.read(types, indicator, gebied, within, fields);
        LiveFeed.Wish wish = new LiveFeed.Wish(filter, Headers.minEventPosition(request));
        return fields.make(() -> () -> {
            RenderedPage page = atMost.isZero()
                    ? feed.recorded(position, filter, most)
                    : feed.awaited(position, wish, most, atMost);
            return ResponseEntity.ok()
                    .header(HttpHeaders.LINK, Page.linkToNext("after", page.upTo()))
                    .body(page.json());
        });
    }

    /** The same events as they come, for as long as the reader likes. */
    @GetMapping(path = "/v1/feed/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<StreamingResponseBody> stream(
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String within,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields fields = new Fields();
        long first = fields.optional("after", after, this::position).or(0L);
        String last = lastEventId == null || lastEventId.isBlank() ? null : lastEventId;
        long position = fields.optional(LAST_EVENT_ID, last, this::position).or(first);
        FeedFilter filter = FilterParameters.read(types, indicator, gebied, within, fields);
        LiveFeed.Wish wish = new LiveFeed.Wish(filter, Headers.minEventPosition(request));
        StreamingResponseBody stream =
                fields.make(() -> new FeedStream(feed, tail, wish, heartbeat, response::flushBuffer, position));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    private Long position(String cursor) {
        return Cursor.read(cursor, feed::hasReached);
    }

    private static Duration seconds(String wait) {
        try {
            int seconds = Integer.parseInt(wait);
            if (seconds >= 0 && seconds <= LONGEST_WAIT) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException malformed) {
            // told below, with all that is not a time to wait
        }
        throw new InvalidValue("wait", wait, "A reader waits for 0 to " + LONGEST_WAIT + " seconds.");
    }
}
