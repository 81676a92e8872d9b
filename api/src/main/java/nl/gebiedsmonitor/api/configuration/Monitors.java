package nl.gebiedsmonitor.api.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.MessageCountingMonitor;
import org.axonframework.micrometer.MessageTimerMonitor;
import org.axonframework.monitoring.MessageMonitor;
import org.springframework.stereotype.Component;

/** What is counted and timed about commands and events, by their names. */
@Component
class Monitors {

    private final MeterRegistry meters;

    Monitors(MeterRegistry meters) {
        this.meters = meters;
    }

    MessageMonitor<Message<?>> commands() {
        return MessageTimerMonitor.builder()
                .meterNamePrefix("gebiedsmonitor.commands")
                .meterRegistry(meters)
                .tagsBuilder(message -> Tags.of("command", EventNames.nameOf(message.getPayloadType())))
                .build();
    }

    MessageMonitor<Message<?>> events() {
        return MessageCountingMonitor.buildMonitor(
                "gebiedsmonitor.events",
                meters,
                message -> Tags.of("event", EventNames.nameOf(message.getPayloadType())));
    }
}
