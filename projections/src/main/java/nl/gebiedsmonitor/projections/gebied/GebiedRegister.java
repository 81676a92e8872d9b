package nl.gebiedsmonitor.projections.gebied;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register that the rules look codes up in; it first lets the read model catch up with what is acknowledged. */
public final class GebiedRegister implements Gebieden {

    private static final int CODES_PER_QUERY = 500;

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
        List<String> wanted = codes.stream().map(GebiedCode::value).distinct().toList();
        for (int from = 0; from < wanted.size(); from += CODES_PER_QUERY) {
            List<String> some = new ArrayList<>(wanted.subList(from, Math.min(from + CODES_PER_QUERY, wanted.size())));
            jdbc.sql("select code from gebied where code in (:codes) and to_position = " + Versions.OPEN)
                    .param("codes", some)
                    .query(String.class)
                    .list()
                    .forEach(code -> registered.add(new GebiedCode(code)));
        }
        return registered;
    }
}
