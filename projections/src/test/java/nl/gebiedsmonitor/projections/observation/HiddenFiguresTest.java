package nl.gebiedsmonitor.projections.observation;

import static nl.gebiedsmonitor.projections.SmallCountry.AANTAL;
import static nl.gebiedsmonitor.projections.SmallCountry.KLOOF;
import static nl.gebiedsmonitor.projections.SmallCountry.PERCENTAGE;
import static nl.gebiedsmonitor.projections.SmallCountry.WERKLOOS;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.domain.observation.Suppression;
import nl.gebiedsmonitor.projections.Known;
import nl.gebiedsmonitor.projections.Known.Place;
import nl.gebiedsmonitor.projections.RandomHistory;
import nl.gebiedsmonitor.projections.ReadModels;
import nl.gebiedsmonitor.projections.SmallCountry;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import nl.gebiedsmonitor.projections.leefbaarheid.RecordedReferenceFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenFiguresTest {

    private static final long SEED = 23;
    private static final int EVENTS = 100;
    private static final int ALL = 1_000;
    private static final GebiedCode NL = new GebiedCode("NL");
    private static final Period YEAR = SmallCountry.PERIODS.getLast();

    @ParameterizedTest
    @EnumSource
    void at_every_position_what_is_hidden_is_what_follows_from_all_that_was_known_then(
            TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofFigures(SEED, EVENTS);
        try (TestLog log = database.open(directory)) {
            log.append(history);
            Projections projections = new ReadModels(log).catchUp();
            int hidden = 0;
            for (int position = 1; position <= history.size(); position++) {
                Known known = new Known(history.subList(0, position));
                assertThat(suppression(log, position)).as("at %d", position).isEqualTo(known.hidden());
                assertShown(log, position, known.shown());
                hidden += known.hidden().size();
            }
            assertThat(hidden).isGreaterThan(history.size());
            assertReferenceFiguresShow(log, projections, new Known(history).shown());
            assertThat(log.deadLetters()).isEmpty();
            assertNothingIsWrittenAgain(log);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_hidden_by_a_threshold_is_shown_from_its_removal_on_and_not_before(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            long recorded = log.append(List.of(recorded(AANTAL, "BU02020101", 3)));
            long removed = log.append(List.of(threshold(AANTAL, null)));
            long again = log.append(List.of(threshold(AANTAL, 4.0)));
            new ReadModels(log).catchUp();
            assertHidden(log, recorded, AANTAL, "BU02020101");
            assertShown(log, removed, AANTAL, "BU02020101", 3);
            assertHidden(log, again, AANTAL, "BU02020101");
            assertHidden(log, removed - 1, AANTAL, "BU02020101");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_rate_is_hidden_for_as_long_as_what_it_is_made_of(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            log.append(List.of(recorded(PERCENTAGE, "BU02020101", 60)));
            long open = log.append(List.of(recorded(WERKLOOS, "BU02020101", 30)));
            long hidden = log.append(List.of(recorded(AANTAL, "BU02020101", 3)));
            long corrected = log.append(List.of(corrected(AANTAL, "BU02020101", 50)));
            long byNumerator = log.append(List.of(threshold(WERKLOOS, 31.0)));
            new ReadModels(log).catchUp();
            assertShown(log, open, PERCENTAGE, "BU02020101", 60);
            assertHidden(log, hidden, PERCENTAGE, "BU02020101");
            assertShown(log, corrected, PERCENTAGE, "BU02020101", 60);
            assertHidden(log, byNumerator, PERCENTAGE, "BU02020101");
            assertHidden(log, byNumerator, WERKLOOS, "BU02020101");
            assertShown(log, byNumerator, AANTAL, "BU02020101", 50);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_made_of_a_hidden_rate_is_hidden_with_it_and_shown_with_it(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            log.append(List.of(
                    recorded(KLOOF, "BU02020101", 2),
                    recorded(PERCENTAGE, "BU02020101", 60),
                    recorded(WERKLOOS, "BU02020101", 30)));
            long hidden = log.append(List.of(recorded(AANTAL, "BU02020101", 3)));
            long corrected = log.append(List.of(corrected(AANTAL, "BU02020101", 50)));
            new ReadModels(log).catchUp();
            assertShown(log, hidden - 1, KLOOF, "BU02020101", 2);
            assertHidden(log, hidden, KLOOF, "BU02020101");
            assertShown(log, corrected, KLOOF, "BU02020101", 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_figure_tells_its_own_reason_and_not_that_it_was_hidden_before(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            log.append(SmallCountry.beginning());
            log.append(List.of(recorded(AANTAL, "BU02020101", 3)));
            GebiedCode gebied = new GebiedCode("BU02020101");
            long withdrawn = log.append(List.of(new ObservationsRevised(
                    SeriesId.of(AANTAL, gebied),
                    null,
                    "Ingetrokken",
                    List.of(Observation.missing(gebied, YEAR, MissingReason.NOT_APPLICABLE)))));
            new ReadModels(log).catchUp();
            assertThat(view(log, withdrawn, AANTAL, gebied).missingReason()).isEqualTo(MissingReason.NOT_APPLICABLE);
        }
    }

    private static void assertShown(TestLog log, long position, Map<Place, Observation> shown) {
        ObservationQueries queries = new ObservationQueries(log.jdbc);
        ObservationFilter everything = new ObservationFilter(List.of(), List.of(), null, null, null, null);
        List<ObservationView> all = new ArrayList<>();
        queries.forEach(everything, position, all::add);
        assertThat(byPlace(all)).as("streamed at %d", position).isEqualTo(shown);
        assertThat(byPlace(queries.page(everything, null, ALL, position))).isEqualTo(shown);
        List<ObservationView> ofEach = SmallCountry.GEBIEDEN.stream()
                .flatMap(gebied -> queries.lastTwoOf(gebied, position).stream())
                .toList();
        assertThat(shown).as("by gebied at %d", position).containsAllEntriesOf(byPlace(ofEach));
        List<IndicatorCode> indicators =
                shown.keySet().stream().map(Place::indicator).distinct().toList();
        FigureTable figures =
                new FigureQueries(log.jdbc).figures(indicators, SmallCountry.GEBIEDEN, List.of(), position);
        shown.forEach((place, figure) -> assertThat(figures.of(place.indicator(), place.gebied(), place.period()))
                .isEqualTo(new Figure(figure.value(), figure.status(), figure.missingReason())));
    }

    private static void assertReferenceFiguresShow(
            TestLog log, Projections projections, Map<Place, Observation> shown) {
        RecordedReferenceFigures reference = new RecordedReferenceFigures(log.jdbc, projections, PATIENCE);
        for (IndicatorCode indicator : List.of(AANTAL, WERKLOOS, PERCENTAGE)) {
            assertThat(reference.of(indicator, NL, GebiedType.BUURT, YEAR))
                    .containsExactlyElementsOf(SmallCountry.OTHERS.stream()
                            .filter(gebied -> gebied.type() == GebiedType.BUURT)
                            .map(gebied -> shown.get(new Place(indicator, gebied, YEAR)))
                            .flatMap(figure -> figure == null ? Stream.empty() : Stream.ofNullable(figure.value()))
                            .toList());
        }
    }

    private static void assertNothingIsWrittenAgain(TestLog log) {
        assertThat(log.jdbc.sql("""
                        select count(*) from suppression one join suppression next on next.indicator = one.indicator
                            and next.period = one.period and next.gebied = one.gebied
                        where (next.from_position = one.to_position and next.kind = one.kind)
                            or one.to_position <= one.from_position
                        """).query(Long.class).single()).isZero();
    }

    private static Map<Place, Suppression> suppression(TestLog log, long position) {
        Map<Place, Suppression> hidden = new HashMap<>();
        log.jdbc
                .sql("select * from suppression s where " + Versions.validIn("s"))
                .params(Versions.params(position))
                .query(row -> {
                    hidden.put(
                            new Place(
                                    new IndicatorCode(row.getString("indicator")),
                                    new GebiedCode(row.getString("gebied")),
                                    new Period(row.getString("period"))),
                            Suppression.valueOf(row.getString("kind")));
                });
        return hidden;
    }

    private static Map<Place, Observation> byPlace(List<ObservationView> views) {
        Map<Place, Observation> byPlace = new HashMap<>();
        for (ObservationView view : views) {
            GebiedCode gebied = new GebiedCode(view.gebied());
            Period period = new Period(view.period());
            byPlace.put(
                    new Place(new IndicatorCode(view.indicator()), gebied, period),
                    new Observation(gebied, period, view.value(), view.status(), view.missingReason()));
        }
        assertThat(byPlace).hasSameSizeAs(views);
        return byPlace;
    }

    private static void assertHidden(TestLog log, long position, IndicatorCode indicator, String gebied) {
        assertThat(view(log, position, indicator, new GebiedCode(gebied)))
                .extracting(ObservationView::value, ObservationView::missingReason)
                .containsExactly(null, MissingReason.SUPPRESSED);
    }

    private static void assertShown(TestLog log, long position, IndicatorCode indicator, String gebied, double value) {
        assertThat(view(log, position, indicator, new GebiedCode(gebied)))
                .extracting(ObservationView::value, ObservationView::missingReason)
                .containsExactly(value, null);
    }

    private static ObservationView view(TestLog log, long position, IndicatorCode indicator, GebiedCode gebied) {
        return new ObservationQueries(log.jdbc)
                .page(
                        new ObservationFilter(List.of(indicator), List.of(gebied), null, null, null, null),
                        null,
                        ALL,
                        position)
                .getFirst();
    }

    private static IndicatorRecorded recorded(IndicatorCode indicator, String gebied, double value) {
        GebiedCode code = new GebiedCode(gebied);
        return new IndicatorRecorded(SeriesId.of(indicator, code), null, List.of(Observation.of(code, YEAR, value)));
    }

    private static ObservationsRevised corrected(IndicatorCode indicator, String gebied, double value) {
        GebiedCode code = new GebiedCode(gebied);
        return new ObservationsRevised(
                SeriesId.of(indicator, code), null, "Beter geteld", List.of(Observation.of(code, YEAR, value)));
    }

    private static IndicatorDefinitionRevised threshold(IndicatorCode indicator, @Nullable Double threshold) {
        return new IndicatorDefinitionRevised(SmallCountry.definition(indicator, "SUM", threshold), "Nieuwe grens");
    }
}
