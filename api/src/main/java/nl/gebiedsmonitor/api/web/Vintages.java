package nl.gebiedsmonitor.api.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Which vintage a read is of: the one of {@code asOf}, or what is known by now. Either way it is one position, at which
 * everything in the answer is read; the answer names it, with a link under which it can be had again for ever.
 */
@Component
public class Vintages {

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
     * position is good.
     *
     * @param asOf a position, or an instant that stands for the last position before it; null for what is known by now
     * @param of the names of the projections that are read
     */
    public long position(@Nullable String asOf, Fields fields, String... of) {
        List<String> names = List.of(of);
        Long asked = fields.optional("asOf", asOf, this::parse).orNull();
        if (asked != null && fields.areGood()) {
            projections.await(names, asked, properties.patience());
        }
        long position = asked == null ? projections.position(names) : asked;
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null
                && fields.areGood()) {
            attributes.getResponse().setHeader(Headers.EVENT_POSITION, Long.toString(position));
            attributes.getResponse().setHeader(HttpHeaders.LINK, "<" + citable(position) + ">; rel=\"cite-as\"");
        }
        return position;
    }

    /** The position that a read stands at which has no other fields. */
    public long position(@Nullable String asOf, String... of) {
        Fields fields = new Fields();
        long position = position(asOf, fields, of);
        return fields.make(() -> position);
    }

    /** Reads a position, or an instant that stands for the last position before it. */
    public Long parse(String asOf) {
        return asOf.chars().allMatch(Character::isDigit) ? given(asOf) : log.positionBefore(past(asOf));
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

    private static String citable(long position) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("asOf", position)
                .build(true)
                .toUriString();
    }
}
