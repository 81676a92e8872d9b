package nl.gebiedsmonitor.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

class VersionedTableTest {

    private static final String TABLE = """
            create table flag (country varchar(20) not null, place varchar(20) not null, colour varchar(20), hung_on date,
                from_position bigint not null, to_position bigint not null, primary key (country, place, from_position))
            """;

    @ParameterizedTest
    @EnumSource
    void a_version_is_valid_from_its_position_up_to_that_of_the_next(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            VersionedTable table = table(log);
            table.put(3, flag("nl", "mast", "orange"));
            table.put(5, flag("nl", "roof", "blue"));
            table.put(9, flag("nl", "mast", "red"));
            assertThat(at(log, 2)).isEmpty();
            assertThat(at(log, 3)).containsExactly("nl mast orange null");
            assertThat(at(log, 8)).containsExactly("nl mast orange null", "nl roof blue null");
            assertThat(at(log, 9)).containsExactly("nl mast red null", "nl roof blue null");
            assertThat(at(log, Versions.OPEN - 1)).isEqualTo(at(log, 9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_keeps_the_other_columns_and_may_take_one_away(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            VersionedTable table = table(log);
            table.put(1, flag("nl", "mast", "orange"));
            table.put(1, flag("nl", "roof", "blue"));
            table.change(2, List.of("nl", "mast"), Map.of("hung_on", LocalDate.of(2024, 4, 27)));
            Map<String, @Nullable Object> bleached = new HashMap<>();
            bleached.put("colour", null);
            table.change(4, List.of("nl", "mast"), bleached);
            assertThat(at(log, 1)).containsExactly("nl mast orange null", "nl roof blue null");
            assertThat(at(log, 3)).containsExactly("nl mast orange 2024-04-27", "nl roof blue null");
            assertThat(at(log, 4)).containsExactly("nl mast null 2024-04-27", "nl roof blue null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_what_stands_can_be_changed(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            VersionedTable table = table(log);
            assertThatThrownBy(() -> table.change(1, List.of("nl", "mast"), Map.of("colour", "red")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No flag stands for [nl, mast]");
            table.put(1, flag("nl", "mast", "orange"));
            table.end(2, List.of("nl", "mast"));
            assertThatThrownBy(() -> table.change(3, List.of("nl", "mast"), Map.of("colour", "red")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_end_takes_all_that_stands_under_the_first_columns_of_the_key(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            VersionedTable table = table(log);
            table.put(1, flag("nl", "mast", "orange"));
            table.put(2, flag("nl", "roof", "blue"));
            table.put(3, flag("be", "mast", "black"));
            table.put(4, flag("nl", "roof", "white"));
            table.end(6, List.of("nl"));
            table.put(7, flag("nl", "roof", "green"));
            assertThat(at(log, 3)).containsExactly("be mast black null", "nl mast orange null", "nl roof blue null");
            assertThat(at(log, 5)).containsExactly("be mast black null", "nl mast orange null", "nl roof white null");
            assertThat(at(log, 6)).containsExactly("be mast black null");
            assertThat(at(log, 7)).containsExactly("be mast black null", "nl roof green null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_position_begins_one_version_of_a_thing(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            VersionedTable table = table(log);
            table.begin(1, flag("nl", "mast", "orange"));
            assertThatThrownBy(() -> table.put(1, flag("nl", "mast", "red"))).isInstanceOf(DuplicateKeyException.class);
        }
    }

    private static VersionedTable table(TestLog log) {
        log.jdbc.sql(TABLE).update();
        return new VersionedTable(log.jdbc, "flag", "country", "place");
    }

    private static Map<String, String> flag(String country, String place, String colour) {
        return Map.of("country", country, "place", place, "colour", colour);
    }

    private static List<String> at(TestLog log, long position) {
        return log.jdbc
                .sql("select * from flag f where " + Versions.validIn("f") + " order by country, place")
                .params(Versions.params(position))
                .query((row, _) -> row.getString("country") + " " + row.getString("place") + " "
                        + row.getString("colour") + " " + row.getObject("hung_on", LocalDate.class))
                .list();
    }
}
