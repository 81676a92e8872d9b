package nl.gebiedsmonitor.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.projections.eventlog.EventSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectsTest {

    static Stream<DomainEvent> every_event() {
        return EventSamples.full().stream();
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void of_every_event_it_is_said_what_it_is_about(DomainEvent event) {
        assertThat(Subjects.gebieden(event, () -> event)).isNotNull();
        assertThat(Subjects.indicators(event)).isNotNull();
    }

    @Test
    void a_measure_is_about_the_gebied_it_was_registered_for_to_its_end() {
        MeasureRegistered registered = sample(MeasureRegistered.class);
        assertThat(Subjects.gebieden(sample(MeasureCompleted.class), () -> registered))
                .containsExactly(registered.gebied());
    }

    @Test
    void a_manifest_is_about_the_focus_areas_it_was_published_for_to_its_end() {
        ManifestPublished published = sample(ManifestPublished.class);
        Set<GebiedCode> about = Subjects.gebieden(sample(ManifestWithdrawn.class), () -> published);
        assertThat(about).containsExactlyInAnyOrderElementsOf(published.focusAreas());
    }

    private static <E> E sample(Class<E> type) {
        return every_event()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
