package nl.gebiedsmonitor.projections.observation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of one figure, with who, when, from what and why out of the log. */
public final class HistoryQueries {

    /** An event may hold a thousand figures. */
    private static final int EVENTS_AT_ONCE = 50;

    /** A version is hidden when the figure is, or was when it was replaced. */
    private static final String VERSIONS = """
            select from_position, to_position, obs_value, status, missing_reason,
                   (select min(s.kind) from suppression s
                     where s.indicator = o.indicator and s.period = o.period and s.gebied = o.gebied
                       and (s.from_position <= ? and s.to_position > ?
                         or o.to_position <= ? and s.from_position < o.to_position
                         and s.to_position >= o.to_position)) as hidden
              from observation o
             where indicator = ? and gebied = ? and period = ? and from_position <= ?
             order by from_position
            """;

    private record Version(long from, long to, Figure figure) {

        VersionView broughtBy(StoredEvent event, long position) {
            Map<String, String> metadata = event.metadata();
            return new VersionView(
                    from,
                    event.recordedAt(),
                    to <= position ? to : null,
                    figure.value(),
                    figure.status(),
                    figure.missingReason(),
                    metadata.get("subject"),
                    metadata.get("organisation"),
                    metadata.get("source"),
                    event.payload() instanceof ObservationsRevised revised ? revised.reason() : null,
                    metadata.get("correlationId"));
        }
    }

    private final JdbcClient jdbc;
    private final EventLog log;

    public HistoryQueries(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** The versions that were known at a position, the oldest first; none when the figure did not exist. */
    public List<VersionView> history(IndicatorCode indicator, GebiedCode gebied, Period period, long position) {
        List<Version> versions = jdbc.sql(VERSIONS)
                .params(position, position, position, indicator.value(), gebied.value(), period.value(), position)
                .query((row, _) ->
                        new Version(row.getLong("from_position"), row.getLong("to_position"), Disclosed.figure(row)))
                .list();
        return versions.stream()
                .gather(Gatherers.windowFixed(EVENTS_AT_ONCE))
                .flatMap(some -> views(some, position))
                .toList();
    }

    private Stream<VersionView> views(List<Version> versions, long position) {
        Map<Long, StoredEvent> events = log
                .at(versions.stream().map(Version::from).toList())
                .stream()
                .collect(toMap(StoredEvent::position, event -> event));
        return versions.stream().map(version -> {
            StoredEvent event = events.get(version.from());
            if (event == null) {
                throw new IllegalStateException("A version is of position " + version.from() + ", where nothing is");
            }
            return version.broughtBy(event, position);
        });
    }
}
