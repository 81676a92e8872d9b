package nl.gebiedsmonitor.api.feed;

import java.util.List;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every event once, in the order of the positions. */
@RestController
class FeedController {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final EventLog log;
    private final Projections projections;
    private final DisclosureQueries disclosure;
    private final GebiedsmonitorProperties properties;

    FeedController(
            EventLog log, Projections projections, DisclosureQueries disclosure, GebiedsmonitorProperties properties) {
        this.log = log;
        this.projections = projections;
        this.disclosure = disclosure;
        this.properties = properties;
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
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        int most = Page.limit(limit, fields);
        long position = fields.optional("after", after, this::position).or(0L);
        List<StoredEvent> events = upToUnreadable(fields.make(() -> log.after(position, most)));
        long last = events.isEmpty() ? position : events.getLast().position();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Page.linkToNext("after", last))
                .body(shown(events));
    }

    /** Figures wait until it is known which of them are hidden. */
    private List<CloudEvent> shown(List<StoredEvent> events) {
        events.stream()
                .filter(event -> event.payload() instanceof ObservationEvent)
                .mapToLong(StoredEvent::position)
                .max()
                .ifPresent(last -> projections.await(List.of(DisclosureProjection.NAME), last, properties.patience()));
        return events.stream()
                .map(event -> CloudEvent.of(
                        event,
                        event.payload() instanceof ObservationEvent figures
                                ? disclosure.shown(figures, event.position())
                                : event.payload()))
                .toList();
    }

    /**
     * The events before one that cannot be read, and that one alone when it is the first: then its turn to CloudEvents
     * fails. A reader stands still at it until it can be read, and so misses nothing.
     */
    private static List<StoredEvent> upToUnreadable(List<StoredEvent> events) {
        long readable = events.stream().takeWhile(StoredEvent::isReadable).count();
        return events.stream().limit(Math.max(1, readable)).toList();
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
