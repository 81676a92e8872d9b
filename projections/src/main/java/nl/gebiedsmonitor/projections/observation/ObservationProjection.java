package nl.gebiedsmonitor.projections.observation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps every version of every figure. A new figure is a plain insert, since its event says that there was none before;
 * only a revision looks for the version it ends.
 */
public final class ObservationProjection implements Projection {

    public static final String NAME = "observation";

    private static final String INSERT = """
            insert into observation (indicator, gebied, period, from_position, to_position, obs_value, status,
                missing_reason, period_start)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String END = """
            update observation set to_position = ?
            where indicator = ? and gebied = ? and period = ? and to_position = ?
            """;

    private final JdbcTemplate jdbc;

    public ObservationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("observation");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(ObservationEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        ObservationEvent recorded = (ObservationEvent) event.payload();
        switch (recorded) {
            case IndicatorRecorded _ -> {}
            case ObservationsRevised revised -> end(revised, event.position());
        }
        insert(recorded, event.position());
    }

    private void end(ObservationsRevised revised, long position) {
        String indicator = revised.series().indicator().value();
        List<Observation> observations = revised.observations();
        jdbc.batchUpdate(END, observations, observations.size(), (statement, observation) -> {
            statement.setLong(1, position);
            statement.setString(2, indicator);
            statement.setString(3, observation.gebied().value());
            statement.setString(4, observation.period().value());
            statement.setLong(5, Versions.OPEN);
        });
    }

    private void insert(ObservationEvent recorded, long position) {
        String indicator = recorded.series().indicator().value();
        List<Observation> observations = recorded.observations();
        jdbc.batchUpdate(INSERT, observations, observations.size(), (statement, observation) -> {
            statement.setString(1, indicator);
            statement.setString(2, observation.gebied().value());
            statement.setString(3, observation.period().value());
            statement.setLong(4, position);
            statement.setLong(5, Versions.OPEN);
            setValue(statement, observation);
            statement.setInt(9, Narrowing.monthNumber(observation.period().start()));
        });
    }

    private static void setValue(PreparedStatement statement, Observation observation) throws SQLException {
        if (observation.value() == null) {
            statement.setNull(6, Types.DOUBLE);
        } else {
            statement.setDouble(6, observation.value());
        }
        statement.setString(7, observation.status().name());
        statement.setString(
                8,
                observation.missingReason() == null
                        ? null
                        : observation.missingReason().name());
    }
}
