package nl.gebiedsmonitor.api.configuration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projector;
import org.springframework.stereotype.Component;

/** How far a projection is behind the log. */
@Component
class ProjectionLag {

    private final EventLog log;
    private final Clock clock;

    ProjectionLag(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The number of events that are in the log but not in the projection. */
    long events(Projector projector) {
        return Math.max(0, log.head() - projector.progress().position());
    }

    /** The age of the first event that the projection has not seen, in seconds; 0 when it has seen all. */
    double seconds(Projector projector) {
        long position = projector.progress().position();
        if (log.head() <= position) {
            return 0;
        }
        Instant waitingSince = log.recordedAt(position + 1).orElseGet(clock::instant);
        return Math.max(0, Duration.between(waitingSince, clock.instant()).toMillis() / 1000.0);
    }
}
