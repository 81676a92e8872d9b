package nl.gebiedsmonitor.projections.feed;

import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;

/** The topic of an event that is asked for once, for one filter. */
record LookedUp(StoredEvent event, EventLog log, GebiedQueries register) implements Topic {

    @Override
    public String type() {
        return event.type();
    }

    @Override
    public Set<IndicatorCode> indicators() {
        return Subjects.indicators(event.payload());
    }

    @Override
    public Set<GebiedCode> gebieden() {
        return Subjects.gebieden(event.payload(), () -> log.lastUpTo(event, Subjects.tellers(event.payload()))
                .payload());
    }

    @Override
    public boolean isInside(GebiedCode outer) {
        return register.isAnyInside(gebieden(), outer, event.position());
    }
}
