package nl.gebiedsmonitor.projections;

import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that was in use before read models kept versions. */
class UpgradeTest {

    private static final String BEFORE_VERSIONS = "3";

    @ParameterizedTest
    @EnumSource
    void its_events_stay_and_its_read_models_are_made_anew_from_them(TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofAll(1, 60);
        try (TestLog old = database.openAt(BEFORE_VERSIONS, directory.resolve("old"));
                TestLog fresh = database.open(directory.resolve("fresh"))) {
            old.append(history);
            observe(old, history.size());
            fillWithWhatTheyHeld(old, history.size());
            long observed = position(old, "observation");

            database.migrate(old);

            assertThat(position(old, "observation")).isEqualTo(observed);
            Projections projections = new ReadModels(old).start();
            projections.awaitAll(history.size(), PATIENCE);
            assertThat(old.deadLetters()).isEmpty();
            fresh.append(history);
            new ReadModels(fresh).catchUp();
            for (long position = 1; position <= history.size(); position += 6) {
                assertThat(new Answers(old).at(position))
                        .as("as of %d", position)
                        .isEqualTo(new Answers(fresh).at(position));
            }
        }
    }

    /** What was known of figures then, which stays. */
    private static void observe(TestLog old, int head) {
        ObservationProjection projection = new ObservationProjection(new JdbcTemplate(old.database()));
        old.log().after(0, head).stream()
                .filter(event -> projection.eventTypes().contains(event.type()))
                .forEach(projection::apply);
        old.jdbc
                .sql("insert into projection (name, position) values ('observation', ?)")
                .param(head)
                .update();
    }

    /** Rows as earlier projections left them, at the head; one event could not be digested then. */
    private static void fillWithWhatTheyHeld(TestLog old, long head) {
        for (String statement : List.of(
                "insert into gebied (code, type, name) values ('NL', 'LAND', 'Oud'), ('GM9999', 'GEMEENTE', 'Weg')",
                "insert into gebied_member values ('SV-OOST', 'WK020201')",
                "insert into gebied_successor values ('BU02020101', 'BU02020102')",
                "insert into gebied_within values ('NL', 'GM0202'), ('SV-OOST', 'WK020201')",
                "insert into indicator (code, name_nl, frequency, polarity, aggregation)"
                        + " values ('AANTAL', 'Oud', 'YEAR', 'NEUTRAL', 'NONE')",
                "insert into manifest (slug, title, published_on, addressees, ministries, opgaven, focus_areas)"
                        + " values ('manifest-1', 'Oud', date '2020-06-15', '', '', '', '')",
                "insert into manifest_signature (slug, gemeente, office, office_holder, signed_on)"
                        + " values ('manifest-1', 'GM0202', 'burgemeester', 'Oud', date '2020-06-15')",
                "insert into manifest_endorsement values ('manifest-1', 'Oud', null, date '2020-06-15', 1)",
                "insert into measure (id, gebied, opgave, title, planned_from, lead_organisation, target_indicators, status)"
                        + " values ('maatregel-1', 'NL', 'SCHULDHULPVERLENING', 'Oud', date '2020-06-15', 'Oud', '', 'PLANNED')",
                "insert into dead_letter values ('manifest', 1, 'kom-op', 'Oud', timestamp with time zone '2020-06-16 00:00:00+00')")) {
            old.jdbc.sql(statement).update();
        }
        for (String projection : List.of("gebied", "indicator", "manifest", "measure")) {
            old.jdbc
                    .sql("insert into projection values (?, ?)")
                    .params(projection, head)
                    .update();
        }
    }

    private static long position(TestLog log, String projection) {
        return log.jdbc
                .sql("select position from projection where name = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }
}
