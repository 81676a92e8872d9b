package nl.gebiedsmonitor.api.configuration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.gebiedsmonitor.domain.study.Neighbours;
import nl.gebiedsmonitor.projections.eventlog.Acknowledgements;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedRegister;
import nl.gebiedsmonitor.projections.impact.ImpactProjection;
import nl.gebiedsmonitor.projections.impact.ImpactQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorRegister;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.LeefbaarheidProjection;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries;
import nl.gebiedsmonitor.projections.measure.MeasureProjection;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureRegister;
import nl.gebiedsmonitor.projections.observation.ChangeQueries;
import nl.gebiedsmonitor.projections.observation.CompositionQueries;
import nl.gebiedsmonitor.projections.observation.CoverageQueries;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureQueries;
import nl.gebiedsmonitor.projections.observation.HistoryQueries;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;
import nl.gebiedsmonitor.projections.study.DonorRegister;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.subscription.Subscriptions;
import nl.gebiedsmonitor.projections.subscription.Turns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The projections, and the questions that can be put to them. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final Duration STANDSTILL = Duration.ofSeconds(20);

    @Bean(initMethod = "start", destroyMethod = "close")
    Projections projections(
            EventLog log,
            JdbcClient jdbc,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Projections(
                log,
                List.of(
                        new GebiedProjection(jdbc),
                        new IndicatorProjection(jdbc),
                        new ObservationProjection(template),
                        new DisclosureProjection(jdbc),
                        new LeefbaarheidProjection(template),
                        new ManifestProjection(jdbc),
                        new MeasureProjection(jdbc),
                        new ImpactProjection(jdbc),
                        new StudyProjection(jdbc)),
                jdbc,
                transactions,
                clock);
    }

    @Bean
    GebiedRegister gebieden(JdbcClient jdbc, Projections projections, GebiedsmonitorProperties properties) {
        return new GebiedRegister(jdbc, projections, properties.patience());
    }

    @Bean
    IndicatorRegister indicators(JdbcClient jdbc, Projections projections, GebiedsmonitorProperties properties) {
        return new IndicatorRegister(jdbc, projections, properties.patience());
    }

    @Bean
    MeasureRegister measures(JdbcClient jdbc, Projections projections, GebiedsmonitorProperties properties) {
        return new MeasureRegister(jdbc, projections, properties.patience());
    }

    @Bean
    Acknowledgements acknowledgements(JdbcClient jdbc, EventLog log, GebiedsmonitorProperties properties) {
        return new Acknowledgements(jdbc, log, properties.patience());
    }

    @Bean
    GebiedQueries gebiedQueries(JdbcClient jdbc) {
        return new GebiedQueries(jdbc);
    }

    @Bean
    IndicatorQueries indicatorQueries(JdbcClient jdbc) {
        return new IndicatorQueries(jdbc);
    }

    @Bean
    ObservationQueries observationQueries(JdbcClient jdbc) {
        return new ObservationQueries(jdbc);
    }

    @Bean
    DisclosureQueries disclosureQueries(JdbcClient jdbc) {
        return new DisclosureQueries(jdbc);
    }

    @Bean
    FeedQueries feedQueries(
            EventLog log,
            Projections projections,
            GebiedQueries gebieden,
            DisclosureQueries disclosure,
            GebiedsmonitorProperties properties) {
        return new FeedQueries(log, projections, gebieden, disclosure, properties.patience());
    }

    @Bean
    Subscriptions subscriptions(JdbcClient jdbc, EventLog log, Clock clock) {
        return new Subscriptions(jdbc, log, clock);
    }

    /** A turn is leased for the reading of what is sent, the sending, and as much again as a process may stand still. */
    @Bean
    Turns turns(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            EventLog log,
            Clock clock,
            GebiedsmonitorProperties properties) {
        Duration lease = properties
                .patience()
                .plus(properties.webhooks().requestTimeout())
                .plus(STANDSTILL);
        return new Turns(jdbc, transactions, log, clock, lease);
    }

    @Bean
    CompositionQueries compositionQueries(JdbcClient jdbc) {
        return new CompositionQueries(jdbc);
    }

    @Bean
    ScoreModelQueries scoreModelQueries(JdbcClient jdbc) {
        return new ScoreModelQueries(jdbc);
    }

    @Bean
    ScoreQueries scoreQueries(JdbcClient jdbc) {
        return new ScoreQueries(jdbc);
    }

    @Bean
    ComposedScoreQueries composedScoreQueries(CompositionQueries compositions) {
        return new ComposedScoreQueries(compositions);
    }

    @Bean
    HistoryQueries historyQueries(JdbcClient jdbc, EventLog log) {
        return new HistoryQueries(jdbc, log);
    }

    @Bean
    ChangeQueries changeQueries(JdbcClient jdbc) {
        return new ChangeQueries(jdbc);
    }

    @Bean
    CoverageQueries coverageQueries(JdbcClient jdbc) {
        return new CoverageQueries(jdbc);
    }

    @Bean
    ManifestQueries manifestQueries(JdbcClient jdbc) {
        return new ManifestQueries(jdbc);
    }

    @Bean
    ImpactQueries impactQueries(JdbcClient jdbc) {
        return new ImpactQueries(jdbc);
    }

    @Bean
    MeasureQueries measureQueries(JdbcClient jdbc) {
        return new MeasureQueries(jdbc);
    }

    @Bean
    DonorRegister donors(
            JdbcClient jdbc, Neighbours neighbours, Projections projections, GebiedsmonitorProperties properties) {
        return new DonorRegister(jdbc, neighbours, projections, properties.patience());
    }

    @Bean
    StudyQueries studyQueries(JdbcClient jdbc) {
        return new StudyQueries(jdbc);
    }

    @Bean
    StudyFigureQueries studyFigureQueries(CompositionQueries compositions, DisclosureQueries disclosure) {
        return new StudyFigureQueries(compositions, disclosure);
    }
}
