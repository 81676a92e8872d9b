package nl.gebiedsmonitor.projections.indicator;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register that the rules look indicators up in; it first lets the read model catch up with what is acknowledged. */
public final class IndicatorRegister implements Indicators {

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Duration patience;

    public IndicatorRegister(JdbcClient jdbc, Projections projections, Duration patience) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.patience = patience;
    }

    @Override
    public Map<IndicatorCode, Known> defined(Collection<IndicatorCode> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        projections.awaitCurrent(IndicatorProjection.NAME, patience);
        return jdbc
                .sql("select * from indicator where code in (:codes) and to_position = " + Versions.OPEN)
                .param(
                        "codes",
                        codes.stream().map(IndicatorCode::value).distinct().toList())
                .query((row, _) -> IndicatorQueries.view(row))
                .list()
                .stream()
                .collect(toMap(
                        view -> view.definition().code(),
                        view -> new Known(view.definition(), view.retiredOn() != null)));
    }
}
