package nl.gebiedsmonitor.projections.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class GebiedNamesTest {

    private static final int BUURTEN = 20_000;

    @ParameterizedTest
    @EnumSource
    void every_gebied_is_told_once_in_order_however_many_there_are(TestDatabase database, @TempDir Path directory) {
        List<String> codes =
                IntStream.range(0, BUURTEN).mapToObj(i -> "BU%08d".formatted(i)).toList();
        try (TestLog log = database.open(directory)) {
            List<Object[]> rows = new ArrayList<>();
            codes.forEach(code -> rows.add(row(code, "WK" + code.substring(2, 8), 1, Versions.OPEN)));
            rows.add(row("WK000000", "NL", 1, Versions.OPEN));
            rows.add(row("BU99999999", "NL", 1, 2));
            rows.add(row("BU99999998", "NL", 3, Versions.OPEN));
            new JdbcTemplate(log.database())
                    .batchUpdate(
                            "insert into gebied (code, type, name, parent, from_position, to_position)"
                                    + " values (?, 'BUURT', ?, ?, ?, ?)",
                            rows);

            List<Named> told = new ArrayList<>();
            new GebiedQueries(log.jdbc).forEachName(2, told::add);

            assertThat(told).hasSize(BUURTEN + 1);
            assertThat(told.stream().map(Named::code).limit(BUURTEN).toList()).isEqualTo(codes);
            assertThat(told.getFirst()).isEqualTo(new Named("BU00000000", "Gebied BU00000000", "WK000000"));
            assertThat(told.getLast().code()).isEqualTo("WK000000");
            assertThat(told.get(BUURTEN - 1).parent())
                    .as("no gebied that is not registered")
                    .isNull();
        }
    }

    private static Object[] row(String code, String parent, long from, long to) {
        return new Object[] {code, "Gebied " + code, parent, from, to};
    }
}
