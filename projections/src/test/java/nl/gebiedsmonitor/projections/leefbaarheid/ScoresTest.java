package nl.gebiedsmonitor.projections.leefbaarheid;

import static nl.gebiedsmonitor.projections.SmallCountry.AANTAL;
import static nl.gebiedsmonitor.projections.SmallCountry.AFWIJKING;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Basis;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.projections.Known;
import nl.gebiedsmonitor.projections.RandomHistory;
import nl.gebiedsmonitor.projections.ReadModels;
import nl.gebiedsmonitor.projections.SmallCountry;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoresTest {

    private static final long SEED = 36;
    private static final int EVENTS = 100;
    private static final Period YEAR = SmallCountry.PERIODS.getLast();
    private static final GebiedCode ONE = new GebiedCode("BU02020101");
    private static final GebiedCode OTHER = new GebiedCode("BU02020102");

    @ParameterizedTest
    @EnumSource
    void at_every_position_the_scores_are_those_of_the_figures_shown_then(
            TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofFigures(SEED, EVENTS);
        try (TestLog log = database.open(directory)) {
            log.append(history);
            new ReadModels(log).catchUp();
            Set<Basis> bases = new HashSet<>();
            for (int position = 1; position <= history.size(); position++) {
                Known known = new Known(history.subList(0, position));
                List<PublishedModel> models = new ScoreModelQueries(log.jdbc).versions(SmallCountry.MODEL, position);
                assertThat(models)
                        .extracting(model -> model.definition().version())
                        .containsExactlyElementsOf(known.versions());
                for (PublishedModel model : models) {
                    Set<ScoreView> scores = known.scores(model.definition().version());
                    assertThat(scores(log, model, position))
                            .as("at %d", position)
                            .isEqualTo(scores);
                    scores.forEach(view -> bases.add(view.score().basis()));
                }
            }
            assertThat(bases).containsExactlyInAnyOrder(Basis.values());
            assertThat(log.deadLetters()).isEmpty();
            assertNothingIsWrittenAgain(log);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_correction_writes_the_scores_that_are_made_of_it_and_no_other(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections projections = new ReadModels(log).start();
            log.append(SmallCountry.beginning());
            long published = log.append(List.of(new ScoreModelPublished(SmallCountry.model(1))));
            long recorded = log.append(List.of(new IndicatorRecorded(
                    SeriesId.of(AFWIJKING, ONE),
                    null,
                    List.of(
                            Observation.of(ONE, SmallCountry.PERIODS.getFirst(), 1),
                            Observation.of(ONE, YEAR, 2),
                            Observation.of(OTHER, YEAR, 3)))));
            long corrected = log.append(List.of(new ObservationsRevised(
                    SeriesId.of(AFWIJKING, ONE), null, "Beter", List.of(Observation.of(ONE, YEAR, 4)))));
            log.append(List.of(new ObservationsRevised(
                    SeriesId.of(AFWIJKING, OTHER), null, "Nu definitief", List.of(Observation.of(OTHER, YEAR, 3)))));
            long withdrawn = log.append(List.of(new ObservationsRevised(
                    SeriesId.of(AFWIJKING, ONE),
                    null,
                    "Ingetrokken",
                    List.of(Observation.missing(ONE, YEAR, MissingReason.NOT_PUBLISHED)))));
            projections.awaitAll(withdrawn, PATIENCE);
            assertThat(versions(log))
                    .isEqualTo(new TreeMap<>(Map.of(
                            "BU02020101 2023", List.of(recorded),
                            "BU02020101 2024", List.of(recorded, corrected),
                            "BU02020102 2024", List.of(recorded))));
            PublishedModel model = new PublishedModel(published, SmallCountry.model(1));
            assertThat(scores(log, model, corrected)).hasSize(3);
            assertThat(scores(log, model, withdrawn)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hidden_figure_makes_no_score_and_tells_nothing_through_one(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections projections = new ReadModels(log).start();
            log.append(SmallCountry.beginning());
            for (IndicatorCode indicator : SmallCountry.model(1).indicators()) {
                log.append(List.of(new IndicatorRecorded(
                        SeriesId.of(indicator, ONE), null, List.of(Observation.of(ONE, YEAR, 10)))));
            }
            long published = log.append(List.of(new ScoreModelPublished(SmallCountry.model(1))));
            long hidden = log.append(List.of(new ObservationsRevised(
                    SeriesId.of(AANTAL, ONE), null, "Beter", List.of(Observation.of(ONE, YEAR, 1)))));
            projections.awaitAll(hidden, PATIENCE);
            PublishedModel model = new PublishedModel(published, SmallCountry.model(1));
            assertThat(scores(log, model, published))
                    .extracting(view -> view.score().basis())
                    .containsExactly(Basis.DIMENSIONS);
            assertThat(scores(log, model, hidden))
                    .containsExactly(
                            new ScoreView(ONE, YEAR, new Score(14.1, 10, Basis.DEVIATION, List.of()), ObsStatus.FINAL));
        }
    }

    private static Set<ScoreView> scores(TestLog log, PublishedModel model, long position) {
        ScoreQueries queries = new ScoreQueries(log.jdbc);
        Set<ScoreView> scores = new HashSet<>();
        for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
            scores.addAll(queries.ofGebied(model, gebied, position));
        }
        Set<ScoreView> byPeriod = new HashSet<>();
        for (Period period : SmallCountry.PERIODS) {
            byPeriod.addAll(queries.ofPeriod(model, period, null, null, position));
        }
        assertThat(byPeriod).isEqualTo(scores);
        return scores;
    }

    private static Map<String, List<Long>> versions(TestLog log) {
        Map<String, List<Long>> versions = new TreeMap<>();
        log.jdbc
                .sql("select gebied, period, from_position from score order by from_position")
                .query(row -> {
                    versions.merge(
                            row.getString(1) + " " + row.getString(2), List.of(row.getLong(3)), ScoresTest::then);
                });
        return versions;
    }

    private static List<Long> then(List<Long> before, List<Long> after) {
        return Stream.of(before, after).flatMap(List::stream).toList();
    }

    private static void assertNothingIsWrittenAgain(TestLog log) {
        assertThat(log.jdbc.sql("""
                        select count(*) from score one join score next on next.model = one.model
                            and next.gebied = one.gebied and next.period = one.period
                        where (next.from_position = one.to_position and next.score = one.score
                                and coalesce(next.dimensions, '') = coalesce(one.dimensions, ''))
                            or one.to_position <= one.from_position
                        """).query(Long.class).single()).isZero();
    }
}
