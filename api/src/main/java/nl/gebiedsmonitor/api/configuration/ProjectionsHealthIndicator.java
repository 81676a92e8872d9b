package nl.gebiedsmonitor.api.configuration;

import java.util.Map;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.Projector;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready while a projection is far behind; dead letters are shown, since a reader may want to know. */
@Component
class ProjectionsHealthIndicator implements HealthIndicator {

    /** Behind by more than this, answers are too old to send readers to. */
    private static final double SECONDS_BEHIND = 30;

    private final Projections projections;
    private final ProjectionLag lag;

    ProjectionsHealthIndicator(Projections projections, ProjectionLag lag) {
        this.projections = projections;
        this.lag = lag;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Projector projector : projections.all()) {
            String name = projector.projection().name();
            double seconds = lag.seconds(projector);
            if (seconds > SECONDS_BEHIND) {
                health.outOfService();
            }
            health.withDetail(
                    name,
                    Map.of(
                            "position", projector.progress().position(),
                            "lagEvents", lag.events(projector),
                            "lagSeconds", seconds,
                            "deadLetters", projections.deadLetters(name)));
        }
        return health.build();
    }
}
