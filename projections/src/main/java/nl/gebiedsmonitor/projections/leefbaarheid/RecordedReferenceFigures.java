package nl.gebiedsmonitor.projections.leefbaarheid;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.ReferenceFigures;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures as they stand and are shown; it first lets the read models catch up with what is acknowledged. */
public final class RecordedReferenceFigures implements ReferenceFigures {

    private static final List<String> READ =
            List.of(GebiedProjection.NAME, ObservationProjection.NAME, DisclosureProjection.NAME);

    private static final String FIGURES =
            """
            select o.obs_value
              from gebied_within w
              join gebied g on g.code = w.inner_gebied
              join observation o on o.gebied = w.inner_gebied
             where w.outer_gebied = ? and g.type = ? and o.indicator = ? and o.period = ? and o.obs_value is not null
               and %s and %s and %s
               and not exists (select 1 from suppression s where s.indicator = o.indicator and s.period = o.period
                   and s.gebied = o.gebied and %s)
             order by o.gebied
            """.formatted(Versions.validIn("w"), Versions.validIn("g"), Versions.validIn("o"), Versions.validIn("s"));

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Duration patience;

    public RecordedReferenceFigures(JdbcClient jdbc, Projections projections, Duration patience) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.patience = patience;
    }

    @Override
    public List<Double> of(IndicatorCode indicator, GebiedCode within, GebiedType type, Period period) {
        long position = projections.awaitCurrent(READ, patience);
        return jdbc.sql(FIGURES)
                .params(within.value(), type.name(), indicator.value(), period.value())
                .params(Collections.nCopies(8, position))
                .query(Double.class)
                .list();
    }
}
