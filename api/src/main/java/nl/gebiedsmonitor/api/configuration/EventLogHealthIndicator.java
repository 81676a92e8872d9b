package nl.gebiedsmonitor.api.configuration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Down when only a new process can bring the log back, so that a supervisor starts one.
 *
 * <p>That is so when the thread that appends is gone, on either database. H2 runs inside this process, which alone has
 * its file: when it will not open another session, as after it closed itself for want of memory, it stays closed.
 * PostgreSQL comes back without us: while it is away this product is not ready, and a restart would mend nothing.
 *
 * <p>The session is one of its own, since a pool with nothing free is a sign of work and not of death.
 */
@Component
class EventLogHealthIndicator implements HealthIndicator {

    private final EventLog log;
    private final JdbcConnectionDetails database;

    EventLogHealthIndicator(EventLog log, JdbcConnectionDetails database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public Health health() {
        if (!log.isAppending()) {
            return Health.down().withDetail("appender", "stopped").build();
        }
        if (database.getJdbcUrl().startsWith("jdbc:h2:")) {
            return ofOwnFile();
        }
        return Health.up().build();
    }

    private Health ofOwnFile() {
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("select position from event_clock");
            return Health.up().build();
        } catch (SQLException closed) {
            return Health.down(closed).build();
        }
    }
}
