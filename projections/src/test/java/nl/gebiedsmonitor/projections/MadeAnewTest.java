package nl.gebiedsmonitor.projections;

import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.Projector;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models that a kill left broken on H2. */
class MadeAnewTest {

    private static final Set<String> NO_READ_MODELS = Set.of(
            "event",
            "event_clock",
            "stream_head",
            "acknowledgement",
            "projection",
            "dead_letter",
            "subscription",
            "subscription_attempt",
            "flyway_schema_history",
            "applied");

    private static List<String> tables(TestLog log) {
        return new ReadModels(log)
                .start().all().stream()
                        .map(Projector::projection)
                        .map(Projection::tables)
                        .flatMap(Set::stream)
                        .toList();
    }

    @Test
    void every_table_is_of_one_projection(@TempDir Path directory) {
        try (TestLog log = TestDatabase.H2.open(directory)) {
            List<String> all = new ArrayList<>(log.jdbc
                    .sql("select table_name from information_schema.tables where table_schema = 'public'")
                    .query(String.class)
                    .list());
            all.removeAll(NO_READ_MODELS);
            assertThat(tables(log)).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void they_answer_the_same_when_they_are_made_anew(@TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofAll(2, 60);
        try (TestLog log = TestDatabase.H2.open(directory.resolve("killed"));
                TestLog whole = TestDatabase.H2.open(directory.resolve("whole"))) {
            log.append(history);
            new ReadModels(log).catchUp();
            List<String> tables = tables(log);
            log.stop();
            tables.forEach(table -> log.jdbc
                    .sql("delete from " + table + " where mod(ascii(cast(random_uuid() as varchar)), 2) = 0")
                    .update());
            log.jdbc.sql("update projection set writing = true").update();

            new ReadModels(log).start().awaitAll(history.size(), PATIENCE);

            whole.append(history);
            new ReadModels(whole).catchUp();
            assertThat(log.deadLetters()).isEmpty();
            for (long position = 1; position <= history.size(); position += 6) {
                assertThat(new Answers(log).at(position))
                        .as("as of %d", position)
                        .isEqualTo(new Answers(whole).at(position));
            }
        }
    }
}
