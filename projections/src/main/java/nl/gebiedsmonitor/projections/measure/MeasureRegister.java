package nl.gebiedsmonitor.projections.measure;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.Measures;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register that the rules look measures up in; it first lets the read model catch up with what is acknowledged. */
public final class MeasureRegister implements Measures {

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Duration patience;

    public MeasureRegister(JdbcClient jdbc, Projections projections, Duration patience) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.patience = patience;
    }

    @Override
    public Set<MeasureId> registered(Collection<MeasureId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        projections.awaitCurrent(MeasureProjection.NAME, patience);
        return jdbc
                .sql("select id from measure where id in (:ids) and to_position = :open")
                .param("ids", ids.stream().map(MeasureId::value).toList())
                .param("open", Versions.OPEN)
                .query(String.class)
                .list()
                .stream()
                .map(MeasureId::new)
                .collect(toSet());
    }
}
