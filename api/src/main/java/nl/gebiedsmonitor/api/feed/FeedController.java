package nl.gebiedsmonitor.api.feed;

import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import nl.gebiedsmonitor.projections.feed.FeedPage;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every event that is wanted once, in the order of the positions. */
@RestController
class FeedController {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final EventLog log;
    private final FeedQueries feed;

    FeedController(EventLog log, FeedQueries feed) {
        this.log = log;
        this.feed = feed;
    }

    /**
     * The events after a cursor. The link to what comes next is always there, at the head of the log too, so that a
     * reader has nothing to remember but that.
     */
    @GetMapping(
            path = "/v1/feed",
            produces = {BATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<List<CloudEvent>> feed(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String within) {
        Fields fields = new Fields();
        int most = Page.limit(limit, fields);
        long position = fields.optional("after", after, this::position).or(0L);
        FeedFilter filter = FilterParameters.read(types, indicator, gebied, within, fields);
        FeedPage page = fields.make(() -> feed.after(position, filter, most));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Page.linkToNext("after", page.upTo()))
                .body(page.events().stream().map(CloudEvent::of).toList());
    }

    private Long position(String after) {
        try {
            long position = Long.parseLong(after);
            if (position >= 0 && position <= log.head()) {
                return position;
            }
        } catch (NumberFormatException malformed) {
            // told below, with all that is not a cursor
        }
        throw new InvalidValue(
                "cursor", after, "A cursor is taken from the link to what comes next; this one was never given.");
    }
}
