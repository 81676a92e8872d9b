package nl.gebiedsmonitor.api.configuration;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import nl.gebiedsmonitor.domain.gebied.Gebied;
import nl.gebiedsmonitor.domain.gebied.GebiedRegistrar;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysis;
import nl.gebiedsmonitor.domain.indicator.Indicator;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.leefbaarheid.ReferenceFigures;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModel;
import nl.gebiedsmonitor.domain.manifest.Manifest;
import nl.gebiedsmonitor.domain.measure.Measure;
import nl.gebiedsmonitor.domain.measure.Measures;
import nl.gebiedsmonitor.domain.observation.Delivery;
import nl.gebiedsmonitor.domain.observation.ObservationDesk;
import nl.gebiedsmonitor.domain.observation.ObservationSeries;
import nl.gebiedsmonitor.domain.study.Donors;
import nl.gebiedsmonitor.domain.study.EffectStudy;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.EventSerializer;
import nl.gebiedsmonitor.projections.eventlog.LogStorageEngine;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.leefbaarheid.RecordedReferenceFigures;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axon, by hand: aggregates and commands on the event log. The projections read the log themselves. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventSourcingConfiguration {

    private static final List<Class<?>> AGGREGATES = List.of(
            Gebied.class,
            Indicator.class,
            ObservationSeries.class,
            Delivery.class,
            Manifest.class,
            Measure.class,
            ScoreModel.class,
            ImpactAnalysis.class,
            EffectStudy.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    EventLog eventLog(DataSource dataSource, EventSerializer serializer, Clock clock) throws SQLException {
        return new EventLog(dataSource, serializer, clock);
    }

    @Bean
    ReferenceFigures referenceFigures(JdbcClient jdbc, Projections projections, GebiedsmonitorProperties properties) {
        return new RecordedReferenceFigures(jdbc, projections, properties.patience());
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(
            EventLog log,
            DataSource dataSource,
            EventSerializer serializer,
            Gebieden gebieden,
            Indicators indicators,
            Measures measures,
            ReferenceFigures referenceFigures,
            Donors donors,
            Monitors monitors) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer)
                .configureEventSerializer(_ -> serializer)
                .configureCommandBus(configuration -> {
                    SimpleCommandBus bus = SimpleCommandBus.builder()
                            .messageMonitor(monitors.commands())
                            .build();
                    bus.registerHandlerInterceptor(
                            new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
                    return bus;
                })
                .configureEventStore(configuration -> EmbeddedEventStore.builder()
                        .storageEngine(new LogStorageEngine(log, dataSource, serializer))
                        .messageMonitor(monitors.events())
                        .build())
                .configureCorrelationDataProviders(_ -> List.of(
                        new MessageOriginProvider("causationId", "correlationId"),
                        new SimpleCorrelationDataProvider("subject", "organisation", "source")))
                .registerComponent(Gebieden.class, _ -> gebieden)
                .registerComponent(Indicators.class, _ -> indicators)
                .registerComponent(Measures.class, _ -> measures)
                .registerComponent(ReferenceFigures.class, _ -> referenceFigures)
                .registerComponent(Donors.class, _ -> donors);
        AGGREGATES.forEach(aggregate -> configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(aggregate).configureFilterEventsByType(_ -> true)));
        return configurer
                .registerCommandHandler(
                        configuration -> new GebiedRegistrar(configuration.repository(Gebied.class), gebieden))
                .registerCommandHandler(configuration -> new ObservationDesk(
                        configuration.repository(ObservationSeries.class),
                        configuration.repository(Delivery.class),
                        indicators,
                        gebieden))
                .buildConfiguration();
    }

    @Bean
    CommandBus commandBus(Configuration axon) {
        return axon.commandBus();
    }
}
