package nl.gebiedsmonitor.projections.eventlog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.impact.ImpactEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent;
import nl.gebiedsmonitor.domain.measure.MeasureEvent;
import nl.gebiedsmonitor.domain.observation.DeliveryEvent;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.study.StudyEvent;

/** The logical names that events are stored under: {@code manifest-signed} for {@code ManifestSigned}. */
public final class EventNames {

    private static final List<Class<? extends DomainEvent>> STREAMS = List.of(
            GebiedEvent.class,
            IndicatorEvent.class,
            ObservationEvent.class,
            DeliveryEvent.class,
            ManifestEvent.class,
            MeasureEvent.class,
            ScoreModelEvent.class,
            ImpactEvent.class,
            StudyEvent.class);

    private static final Map<String, Class<?>> CLASSES = STREAMS.stream()
            .flatMap(stream -> Arrays.stream(stream.getPermittedSubclasses()))
            .collect(toUnmodifiableMap(EventNames::nameOf, Function.identity()));

    private EventNames() {}

    /** The name of an event class; the golden files in the tests see to it that it never changes. */
    public static String nameOf(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** All names there are. */
    public static Set<String> all() {
        return CLASSES.keySet();
    }

    /** The names of the events in a stream. */
    public static Set<String> of(Class<? extends DomainEvent> stream) {
        return Set.copyOf(Arrays.stream(stream.getPermittedSubclasses())
                .map(EventNames::nameOf)
                .toList());
    }

    /** The class stored under a name. */
    public static Class<?> classOf(String name) {
        Class<?> found = CLASSES.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No event is named " + name);
        }
        return found;
    }
}
