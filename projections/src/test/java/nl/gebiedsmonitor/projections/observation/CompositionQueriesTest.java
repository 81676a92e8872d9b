package nl.gebiedsmonitor.projections.observation;

import static nl.gebiedsmonitor.projections.SmallCountry.AANTAL;
import static nl.gebiedsmonitor.projections.SmallCountry.CIJFER;
import static nl.gebiedsmonitor.projections.SmallCountry.PERCENTAGE;
import static nl.gebiedsmonitor.projections.SmallCountry.WERKLOOS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.projections.ReadModels;
import nl.gebiedsmonitor.projections.SmallCountry;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompositionQueriesTest {

    private static final GebiedCode OOST = new GebiedCode("SV-OOST");

    @ParameterizedTest
    @EnumSource
    void a_successor_stands_for_a_member_until_it_is_known_to_be_older(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            log.append(List.of(
                    new GebiedRegistered(new GebiedCode("GM0457"), "Weesp", null),
                    new GebiedRegistered(new GebiedCode("GM0363"), "Amsterdam", null),
                    composed(2021, "GM0457"),
                    new GebiedClosed(new GebiedCode("GM0457"), LocalDate.of(2022, 3, 24), codes("GM0363"), null)));
            long unknown = log.append(List.of(recorded(WERKLOOS, "GM0363", 2023, 900)));
            long known = log.append(List.of(recorded(CIJFER, "GM0363", 2021, 6)));
            new ReadModels(log).catchUp();
            assertThat(made(log, WERKLOOS, 2023, unknown).value()).isEqualTo(900);
            Made later = made(log, WERKLOOS, 2023, known);
            assertThat(later.value()).isNull();
            assertThat(later.broken()).containsOnlyKeys(new GebiedCode("GM0457"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_focus_area_is_made_of_its_members_as_they_were_known_to_be(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long without = log.append(List.of(
                    recorded(WERKLOOS, "BU02020101", 2024, 10),
                    recorded(WERKLOOS, "BU02020102", 2024, 20),
                    recorded(WERKLOOS, "WK020301", 2024, 40)));
            long narrow = log.append(List.of(composed(2024, "BU02020101")));
            long wide = log.append(List.of(composed(2024, "WK020201", "WK020301")));
            new ReadModels(log).catchUp();
            assertThat(made(log, WERKLOOS, 2024, without).value()).isNull();
            assertThat(made(log, WERKLOOS, 2024, narrow).value()).isEqualTo(10);
            assertThat(made(log, WERKLOOS, 2024, wide).value()).isEqualTo(70);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_weighs_and_divides_is_looked_up_as_well(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long head = log.append(List.of(
                    composed(2024, "BU02020101", "BU02020102"),
                    recorded(CIJFER, "BU02020101", 2024, 6),
                    recorded(CIJFER, "BU02020102", 2024, 8),
                    recorded(AANTAL, "BU02020101", 2024, 30),
                    recorded(AANTAL, "BU02020102", 2024, 10),
                    recorded(WERKLOOS, "BU02020101", 2024, 12),
                    recorded(WERKLOOS, "BU02020102", 2024, 8)));
            new ReadModels(log).catchUp();
            assertThat(made(log, CIJFER, 2024, head).value()).isEqualTo(6.5);
            assertThat(made(log, PERCENTAGE, 2024, head).value()).isEqualTo(0.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hidden_member_hides_the_whole(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long head = log.append(List.of(
                    composed(2024, "BU02020101", "BU02020102"),
                    recorded(AANTAL, "BU02020101", 2024, 3),
                    recorded(AANTAL, "BU02020102", 2024, 10)));
            new ReadModels(log).catchUp();
            assertThat(made(log, AANTAL, 2024, head).missingReason()).isEqualTo(MissingReason.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_periods_are_those_asked_for_that_have_figures(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long head = log.append(List.of(
                    composed(2024, "BU02020101"),
                    recorded(WERKLOOS, "BU02020101", 2023, 10),
                    recorded(WERKLOOS, "BU02020101", 2024, 20),
                    recorded(AANTAL, "BU02020101", 2022, 20)));
            new ReadModels(log).catchUp();
            assertThat(composed(log, WERKLOOS, List.of(), head).periods()).containsExactly(year(2023), year(2024));
            assertThat(composed(log, WERKLOOS, List.of(year(2024), year(2025)), head)
                            .periods())
                    .containsExactly(year(2024));
        }
    }

    private static Made made(TestLog log, IndicatorCode indicator, int year, long position) {
        return composed(log, indicator, List.of(), position).figures().of(indicator, OOST, year(year));
    }

    private static CompositionQueries.Composed composed(
            TestLog log, IndicatorCode indicator, List<Period> periods, long position) {
        return new CompositionQueries(log.jdbc)
                .of(new CompositionQueries.Terms(Set.of(indicator), null, 0.8), List.of(OOST), periods, position);
    }

    private static GebiedComposed composed(int referenceYear, String... members) {
        return new GebiedComposed(OOST, new Composition(codes(members), referenceYear, CompositionStatus.ESTABLISHED));
    }

    private static IndicatorRecorded recorded(IndicatorCode indicator, String gebied, int year, double value) {
        GebiedCode code = new GebiedCode(gebied);
        return new IndicatorRecorded(
                SeriesId.of(indicator, code), null, List.of(Observation.of(code, year(year), value)));
    }

    private static Period year(int year) {
        return new Period(Integer.toString(year));
    }

    private static SortedSet<GebiedCode> codes(String... codes) {
        return new TreeSet<>(Arrays.stream(codes).map(GebiedCode::new).toList());
    }
}
