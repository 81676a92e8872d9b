package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.unconcerning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionsTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    @ParameterizedTest
    @EnumSource
    void whoever_waits_for_a_projection_that_stands_still_is_told(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections standing = log.projections(new Recording(log));
            log.append(event("a", 0));
            assertThatThrownBy(() -> standing.awaitAll(1, SHORT))
                    .isInstanceOf(ProjectionBehind.class)
                    .hasMessage("Projection recording is at 0, not yet at 1");
            assertThatThrownBy(() -> standing.awaitCurrent("recording", SHORT)).isInstanceOf(ProjectionBehind.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_projection_is_current_when_nothing_concerns_it(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections standing = log.projections(new Recording(log));
            standing.awaitCurrent("recording", SHORT);
            log.append(unconcerning("a", 0));
            standing.awaitCurrent("recording", SHORT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void together_they_are_current_only_where_each_has_seen_what_concerns_the_others(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projection recording = new Recording(log);
            Projection other = new Unconcerned();
            List<String> both = List.of(recording.name(), other.name());
            Projections standing = log.projections(recording, other);
            log.append(event("a", 0));
            standing.awaitCurrent(other.name(), SHORT);
            assertThatThrownBy(() -> standing.awaitCurrent(both, SHORT)).isInstanceOf(ProjectionBehind.class);
            standing.start();
            assertThat(standing.awaitCurrent(both, Duration.ofSeconds(30))).isEqualTo(1);
        }
    }

    /** Is concerned by nothing that happens here. */
    private static final class Unconcerned implements Projection {

        @Override
        public String name() {
            return "unconcerned";
        }

        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(TestEvents.WITHDRAWN);
        }

        @Override
        public void apply(StoredEvent event) {
            throw new AssertionError(event);
        }
    }

    @Test
    void a_head_only_moves_forward() throws InterruptedException {
        Head head = new Head(5);
        head.moveTo(3);
        assertThat(head.position()).isEqualTo(5);
        assertThat(head.await(5, Duration.ZERO)).isTrue();
        assertThat(head.await(6, Duration.ofNanos(-1))).isFalse();
        head.moveTo(6);
        assertThat(head.await(6, Duration.ZERO)).isTrue();
    }
}
