package nl.gebiedsmonitor.api.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.feed.CloudEvents;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import nl.gebiedsmonitor.projections.subscription.Subscriptions;
import nl.gebiedsmonitor.projections.subscription.Turns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How webhooks are put together. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

    @Bean(destroyMethod = "close")
    SystemNames webhookNames(GebiedsmonitorProperties properties) {
        return new SystemNames(properties.webhooks().connectTimeout());
    }

    @Bean
    Targets webhookTargets(GebiedsmonitorProperties properties, SystemNames names) {
        return new Targets(properties.webhooks().allowedTargets(), names);
    }

    @Bean(destroyMethod = "close")
    WebhookClient webhookClient(Targets targets, GebiedsmonitorProperties properties, Clock clock) {
        return new WebhookClient(targets, properties.webhooks(), clock);
    }

    @Bean
    Dispatcher webhookDispatcher(
            EventLog log,
            Turns turns,
            FeedQueries feed,
            CloudEvents cloudEvents,
            WebhookClient client,
            GebiedsmonitorProperties properties,
            MeterRegistry meters,
            Clock clock) {
        Sending sending = new Sending(
                turns,
                new Backlog(feed, cloudEvents),
                client,
                new RetryPlan(properties.webhooks()),
                properties.webhooks().settled(),
                meters,
                clock);
        return new Dispatcher(
                log, turns, sending, client, clock, properties.webhooks().atOnce());
    }

    @Bean
    MeterBinder webhookMeters(Subscriptions subscriptions) {
        return meters -> Gauge.builder("gebiedsmonitor.webhooks.backlog", subscriptions, Subscriptions::largestBacklog)
                .description("Events that the subscription furthest behind has not got past")
                .register(meters);
    }
}
