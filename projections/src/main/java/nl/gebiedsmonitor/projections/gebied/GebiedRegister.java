package nl.gebiedsmonitor.projections.gebied;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register that the rules look codes up in; it first lets the read model catch up with what is acknowledged. */
public final class GebiedRegister implements Gebieden {

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Duration patience;

    public GebiedRegister(JdbcClient jdbc, Projections projections, Duration patience) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.patience = patience;
    }

    @Override
    public Set<GebiedCode> registered(Collection<GebiedCode> codes) {
        projections.awaitCurrent(GebiedProjection.NAME, patience);
        Set<GebiedCode> registered = new HashSet<>();
        CodeBatches.forEach(codes, (places, some) -> jdbc.sql(
                        "select code from gebied where code in (" + places + ") and to_position = " + Versions.OPEN)
                .params(some)
                .query(String.class)
                .list()
                .forEach(code -> registered.add(new GebiedCode(code))));
        return registered;
    }
}
