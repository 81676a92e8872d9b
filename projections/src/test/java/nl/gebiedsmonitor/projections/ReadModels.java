package nl.gebiedsmonitor.projections;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.impact.ImpactProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.leefbaarheid.LeefbaarheidProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestProjection;
import nl.gebiedsmonitor.projections.measure.MeasureProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import org.springframework.jdbc.core.JdbcTemplate;

/** The read models on a log, as the product keeps them. */
public final class ReadModels {

    private final TestLog log;

    public ReadModels(TestLog log) {
        this.log = log;
    }

    /** Those that read from no other. */
    public Projection[] upstream() {
        return new Projection[] {
            new GebiedProjection(log.jdbc),
            new IndicatorProjection(log.jdbc),
            new ObservationProjection(new JdbcTemplate(log.database())),
            new ManifestProjection(log.jdbc),
            new MeasureProjection(log.jdbc),
            new ImpactProjection(log.jdbc),
            new StudyProjection(log.jdbc)
        };
    }

    public Projections start() {
        Projection[] upstream = upstream();
        List<Projection> all = new ArrayList<>(List.of(upstream));
        all.add(new DisclosureProjection(log.jdbc));
        all.add(new LeefbaarheidProjection(new JdbcTemplate(log.database())));
        return log.start(all.toArray(Projection[]::new));
    }

    /**
     * Runs all to the head, those that read from others after these have got there: what they read is then long past what
     * they are at.
     */
    public Projections catchUp() {
        long head = log.log().head();
        log.start(upstream()).awaitAll(head, TestLog.PATIENCE);
        log.stop();
        Projections all = start();
        all.awaitAll(head, TestLog.PATIENCE);
        return all;
    }
}
