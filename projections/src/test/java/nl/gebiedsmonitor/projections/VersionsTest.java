package nl.gebiedsmonitor.projections;

import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.observation.DeliveryEvent;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was answered once is answered again, whatever happened since, and by read models that are made anew. */
class VersionsTest {

    private static final long SEED = 1528;
    private static final int EVENTS = 80;

    @ParameterizedTest
    @EnumSource
    void every_question_asked_as_of_a_position_is_answered_as_when_that_was_the_last(
            TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofAll(SEED, EVENTS);
        Map<Long, Map<String, Object>> given = new TreeMap<>();
        try (TestLog log = database.open(directory.resolve("following"))) {
            Projections projections = new ReadModels(log).start();
            for (DomainEvent event : history) {
                long position = log.append(List.of(event));
                projections.awaitAll(position, PATIENCE);
                given.put(position, new Answers(log).at(position));
            }
            assertAnswers(log, given);
        }
        try (TestLog log = database.open(directory.resolve("made-anew"))) {
            log.append(history);
            new ReadModels(log).catchUp();
            assertAnswers(log, given);
        }
    }

    private static void assertAnswers(TestLog log, Map<Long, Map<String, Object>> given) {
        assertThat(log.deadLetters()).isEmpty();
        Answers answers = new Answers(log);
        given.forEach((position, then) ->
                assertThat(answers.at(position)).as("as of %d", position).isEqualTo(then));
    }

    @Test
    void every_kind_of_event_that_is_read_is_among_those_drawn() {
        Set<String> read = new HashSet<>(EventNames.all());
        read.removeAll(EventNames.of(DeliveryEvent.class));
        assertThat(RandomHistory.ofAll(SEED, EVENTS))
                .extracting(event -> EventNames.nameOf(event.getClass()))
                .hasSameElementsAs(read);
    }
}
