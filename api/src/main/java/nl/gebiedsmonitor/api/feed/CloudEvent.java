package nl.gebiedsmonitor.api.feed;

import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.feed.FeedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event in the form of CloudEvents 1.0 (JSON event format), after the NL GOV profile for CloudEvents.
 *
 * @param subject the aggregate that the event is about
 * @param dataschema where the JSON Schema of the data is
 * @param position its place in the feed, as text since CloudEvents has no 64-bit number
 * @param actor who acted
 * @param organisation on whose behalf
 * @param origin where the facts come from, as the sender said
 * @param correlationid shared by all events of one request
 * @param causationid the command that the event followed from
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        String dataschema,
        String position,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String origin,
        @Nullable String correlationid,
        @Nullable String causationid,
        DomainEvent data) {

    /** What is put before the logical name of an event, so that its type is unique in the world. */
    static final String TYPE_PREFIX = "nl.gebiedsmonitor.";

    /** Under what the schemas of events are found. */
    static final String SCHEMAS = "/v1/event-types/";

    /**
     * @param source the installation, as a URN
     * @param address where it is reached, without a slash at the end
     */
    static CloudEvent of(FeedEvent shown, String source, String address) {
        StoredEvent event = shown.stored();
        String type = TYPE_PREFIX + event.type();
        return new CloudEvent(
                "1.0",
                event.eventId(),
                source,
                type,
                event.aggregateId(),
                event.recordedAt().toString(),
                "application/json",
                address + SCHEMAS + type,
                Long.toString(event.position()),
                event.metadata().get("subject"),
                event.metadata().get("organisation"),
                event.metadata().get("source"),
                event.metadata().get("correlationId"),
                event.metadata().get("causationId"),
                shown.shown());
    }
}
