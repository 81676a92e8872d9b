package nl.gebiedsmonitor.api.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Shows how many wait for events. */
@Component
class FeedMeters implements MeterBinder {

    private final Tail tail;

    FeedMeters(Tail tail) {
        this.tail = tail;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gebiedsmonitor.feed.readers", tail, Tail::readers).register(meters);
    }
}
