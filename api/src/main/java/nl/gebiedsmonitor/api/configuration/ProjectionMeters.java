package nl.gebiedsmonitor.api.configuration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.Projector;
import org.springframework.stereotype.Component;

/** Shows the head of the log and, for each projection, its lag in events and seconds and its dead letters. */
@Component
class ProjectionMeters implements MeterBinder {

    private final EventLog log;
    private final Projections projections;
    private final ProjectionLag lag;

    ProjectionMeters(EventLog log, Projections projections, ProjectionLag lag) {
        this.log = log;
        this.projections = projections;
        this.lag = lag;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gebiedsmonitor.log.head", log, EventLog::head).register(meters);
        for (Projector projector : projections.all()) {
            String name = projector.projection().name();
            Gauge.builder("gebiedsmonitor.projection.lag.events", projector, lag::events)
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("gebiedsmonitor.projection.lag.seconds", projector, lag::seconds)
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("gebiedsmonitor.projection.dead.letters", projections, all -> all.deadLetters(name))
                    .tag("projection", name)
                    .register(meters);
        }
    }
}
