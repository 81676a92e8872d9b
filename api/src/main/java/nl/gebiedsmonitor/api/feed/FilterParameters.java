package nl.gebiedsmonitor.api.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import org.jspecify.annotations.Nullable;

/** Reads which events are wanted. */
public final class FilterParameters {

    private FilterParameters() {}

    /**
     * Reads what was given of a filter.
     *
     * @param types with or without the reversed domain before them
     */
    public static FeedFilter read(
            @Nullable List<String> types,
            @Nullable List<String> indicators,
            @Nullable List<String> gebieden,
            @Nullable String within,
            Fields fields) {
        Set<String> names = new HashSet<>(fields.list("types", types, FilterParameters::type));
        return new FeedFilter(
                names,
                new HashSet<>(fields.list("indicator", indicators, IndicatorCode::new)),
                new HashSet<>(fields.list("gebied", gebieden, GebiedCode::new)),
                fields.optional("within", within, GebiedCode::new).orNull());
    }

    private static String type(String text) {
        String name = text.startsWith(CloudEvent.TYPE_PREFIX) ? text.substring(CloudEvent.TYPE_PREFIX.length()) : text;
        if (!EventNames.all().contains(name)) {
            throw new InvalidValue(
                    "event-type",
                    text,
                    "There are no events of this type; there are " + String.join(", ", new TreeSet<>(EventNames.all()))
                            + ".");
        }
        return name;
    }
}
