package nl.gebiedsmonitor.projections.feed;

import java.util.Collections;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants; what is empty or null does not narrow.
 *
 * @param types logical names, such as {@code indicator-recorded}
 * @param indicators only events about one of these: its definition, its figures, a model made of it
 * @param gebieden only events about one of these, or about one that lies inside {@code within} if that is given
 * @param within only events about a gebied that lay inside this one when they were recorded, or about one of
 *     {@code gebieden}
 */
public record FeedFilter(
        Set<String> types,
        Set<IndicatorCode> indicators,
        Set<GebiedCode> gebieden,
        @Nullable GebiedCode within) {

    /** Every event. */
    public static final FeedFilter NONE = new FeedFilter(Set.of(), Set.of(), Set.of(), null);

    public FeedFilter {
        types = Set.copyOf(types);
        indicators = Set.copyOf(indicators);
        gebieden = Set.copyOf(gebieden);
    }

    boolean isByGebied() {
        return !gebieden.isEmpty() || within != null;
    }

    /** Whether an event is wanted, of which no more is looked up than it takes to tell. */
    public boolean wants(Topic topic) {
        return (types.isEmpty() || types.contains(topic.type()))
                && (indicators.isEmpty() || !Collections.disjoint(indicators, topic.indicators()))
                && (!isByGebied()
                        || !Collections.disjoint(gebieden, topic.gebieden())
                        || (within != null && topic.isInside(within)));
    }
}
