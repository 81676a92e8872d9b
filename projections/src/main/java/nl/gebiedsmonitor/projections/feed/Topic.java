package nl.gebiedsmonitor.projections.feed;

import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;

/** What an event is about, by which a {@link FeedFilter} tells whether it is wanted. */
public interface Topic {

    /** The logical name of the event. */
    String type();

    Set<IndicatorCode> indicators();

    Set<GebiedCode> gebieden();

    /** Whether any of the gebieden lay inside another when the event was recorded. */
    boolean isInside(GebiedCode outer);
}
