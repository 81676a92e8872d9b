package nl.gebiedsmonitor.api.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Which vintage a read is of: the one of {@code asOf}, or what is known by now. Either way it is one position, at which
 * everything in the answer is read; the answer names it, with a link under which it can be had again for ever.
 */
@Component
public class Vintages {

    /** The relation of the link under which an answer can be had again (RFC 8574). */
    public static final String CITE_AS = "cite-as";

    private final EventLog log;
    private final Projections projections;
    private final GebiedsmonitorProperties properties;
    private final Clock clock;

    Vintages(EventLog log, Projections projections, GebiedsmonitorProperties properties, Clock clock) {
        this.log = log;
        this.projections = projections;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The position that a read stands at; its faults are among those of the fields, and only when there are none the
     * position is good. A reader that has the answer already is told so, and nothing is read; so the format and the language
     * are read before.
     *
     * @param asOf a position, or an instant that stands for the last position before it; null for what is known by now
     * @param of the names of the projections that are read
     */
    public long position(@Nullable String asOf, Fields fields, String... of) {
        List<String> names = List.of(of);
        Long asked = fields.optional("asOf", asOf, this::parse).orNull();
        long position = standing(asked, names, fields);
        if (fields.areGood()) {
            tell(position, Map.of("asOf", position));
            tag(position, names);
        }
        return position;
    }

    /**
     * The position that a read stands at which tells only what was updated since another; that one it has seen, too, so
     * that a reader never gets an earlier place to go on from than it had.
     *
     * @param updatedAfter as it was read by {@link #parse}; null when everything is asked for
     */
    public long positionAfter(@Nullable Long updatedAfter, @Nullable String asOf, Fields fields, String... of) {
        if (updatedAfter != null && asOf == null && fields.areGood()) {
            projections.await(List.of(of), updatedAfter, properties.patience());
        }
        long position = position(asOf, fields, of);
        if (updatedAfter != null && asOf != null && fields.areGood() && updatedAfter > position) {
            fields.add(new Fault(
                    null,
                    "updatedAfter",
                    Long.toString(updatedAfter),
                    "updated-after",
                    "The moment updatedAfter is after asOf."));
        }
        return position;
    }

    /** Two positions that a comparison is between, the first not after the second. */
    public record Between(long from, long to) {}

    /**
     * The positions that a comparison is between; as with one, they are good only when the fields are.
     *
     * @param to null for what is known by now
     */
    public Between between(@Nullable String from, @Nullable String to, Fields fields, String... of) {
        List<String> names = List.of(of);
        Long first = fields.required("from", from, this::parse).orNull();
        Long last = fields.optional("to", to, this::parse).orNull();
        if (first != null && last != null && first > last) {
            fields.add(new Fault(null, "to", to, "from-before-to", "The moment to is before the moment from."));
        }
        long begin = standing(first, names, fields);
        long end = standing(last, names, fields);
        if (fields.areGood()) {
            tell(end, Map.of("from", begin, "to", end));
        }
        return new Between(begin, end);
    }

    /** The position up to which everything that can be read is read by now. */
    public long latest() {
        return projections.position(projections.all().stream()
                .map(projector -> projector.projection().name())
                .toList());
    }

    /** The position of the last event there is, which the projections may not have reached. */
    public long head() {
        return log.head();
    }

    private long standing(@Nullable Long asked, List<String> names, Fields fields) {
        if (asked != null && fields.areGood()) {
            projections.await(names, asked, properties.patience());
        }
        return asked == null ? projections.position(names) : asked;
    }

    /** Says in the answer where it stands, and how it is asked for again. */
    private static void tell(long position, Map<String, Long> moments) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            attributes.getResponse().setHeader(Headers.EVENT_POSITION, Long.toString(position));
            attributes.getRequest().setAttribute(Links.MOMENTS, moments);
            Links.add(Links.toThisRequest(moments), CITE_AS);
        }
    }

    /** Tags an answer with open figures; nothing that it is read from changed since the last event before. */
    private void tag(long position, List<String> names) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null
                && EntityTags.isFor(attributes.getRequest())) {
            long last = projections.lastConcerning(names);
            EntityTags.tag(
                    attributes.getRequest(),
                    attributes.getResponse(),
                    Math.min(last, position),
                    properties.catalog().toString());
        }
    }

    /** The position that a read stands at which has no other fields. */
    public long position(@Nullable String asOf, String... of) {
        Fields fields = new Fields();
        long position = position(asOf, fields, of);
        return fields.make(() -> position);
    }

    /** Reads a position, or an instant that stands for the last position before it. */
    public Long parse(String asOf) {
        return asOf.matches("[0-9]+") ? given(asOf) : log.positionBefore(past(asOf));
    }

    private Long given(String asOf) {
        try {
            long position = Long.parseLong(asOf);
            if (position <= log.head()) {
                return position;
            }
        } catch (NumberFormatException tooLong) {
            // told below, with all that was never given
        }
        throw new InvalidValue("as-of", asOf, "There is no position " + asOf + " yet; the last is " + log.head() + ".");
    }

    private Instant past(String asOf) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(asOf).toInstant();
        } catch (DateTimeException malformed) {
            throw new InvalidValue(
                    "as-of",
                    asOf,
                    "A moment is a position such as 1234, or a time with its zone such as 2026-11-24T09:00:00Z.");
        }
        if (moment.isAfter(clock.instant())) {
            throw new InvalidValue("as-of", asOf, "What will be known then cannot be told; this lies in the future.");
        }
        return moment;
    }
}
