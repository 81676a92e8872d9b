package nl.gebiedsmonitor.projections.gebied;

import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.observation.Disclosure.Total;
import nl.gebiedsmonitor.projections.Known;
import nl.gebiedsmonitor.projections.RandomHistory;
import nl.gebiedsmonitor.projections.SmallCountry;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalQueriesTest {

    @ParameterizedTest
    @EnumSource
    void a_gebied_is_a_part_of_the_nearest_that_it_lies_in(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long unplaced = log.log().head();
            long placed = log.append(List.of(
                    new GebiedPlaced(new GebiedCode("GM0202"), new GebiedCode("PV25")),
                    new GebiedPlaced(new GebiedCode("6828"), new GebiedCode("GM0202"))));
            log.start(new GebiedProjection(log.jdbc)).awaitAll(placed, PATIENCE);
            Set<GebiedCode> among = codes("NL", "PV25", "GM0202", "GM0203", "BU02020101", "WK020202", "6828");
            assertThat(totals(log, among, unplaced))
                    .containsExactlyInAnyOrder(
                            total("NL", "PV25", "GM0202", "GM0203"),
                            total("NL", "6828"),
                            total("GM0202", "BU02020101", "WK020202"));
            assertThat(totals(log, among, placed))
                    .containsExactlyInAnyOrder(
                            total("NL", "PV25", "GM0203"),
                            total("PV25", "GM0202"),
                            total("GM0202", "BU02020101", "WK020202"),
                            total("GM0202", "6828"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_member_of_a_focus_area_counts_by_those_inside_it_when_it_is_not_there_itself(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long composed = log.append(List.of(new GebiedComposed(
                    new GebiedCode("SV-OOST"),
                    new Composition(
                            new TreeSet<>(codes("WK020201", "BU02020201", "6828")),
                            2024,
                            CompositionStatus.INDICATIVE))));
            log.start(new GebiedProjection(log.jdbc)).awaitAll(composed, PATIENCE);
            assertThat(totals(log, codes("SV-OOST", "BU02020101", "BU02020102", "BU02020201", "6828"), composed))
                    .containsExactly(total("SV-OOST", "BU02020101", "BU02020102", "BU02020201", "6828"));
            assertThat(totals(log, codes("SV-OOST", "WK020201", "BU02020101"), composed))
                    .containsExactlyInAnyOrder(total("SV-OOST", "WK020201"), total("WK020201", "BU02020101"));
            assertThat(totals(log, codes("WK020201"), composed)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void at_every_position_the_totals_are_those_of_the_register_of_then(
            TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofFigures(3, 80);
        Random random = new Random(3);
        try (TestLog log = database.open(directory)) {
            log.append(history);
            log.start(new GebiedProjection(log.jdbc)).awaitAll(history.size(), PATIENCE);
            for (int position = 1; position <= history.size(); position++) {
                Set<GebiedCode> among = new HashSet<>(SmallCountry.GEBIEDEN);
                among.removeIf(_ -> random.nextInt(3) == 0);
                assertThat(totals(log, among, position))
                        .as("at %d among %s", position, among)
                        .isEqualTo(new Known(history.subList(0, position)).totals(among));
            }
        }
    }

    private static Set<Total> totals(TestLog log, Set<GebiedCode> among, long position) {
        List<Total> totals = new TotalQueries(log.jdbc).among(among, position);
        assertThat(totals).doesNotHaveDuplicates();
        return Set.copyOf(totals);
    }

    private static Total total(String of, String... parts) {
        return new Total(new GebiedCode(of), new TreeSet<>(codes(parts)));
    }

    private static Set<GebiedCode> codes(String... codes) {
        return Arrays.stream(codes).map(GebiedCode::new).collect(Collectors.toSet());
    }
}
