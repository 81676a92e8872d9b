package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Before and after, and the interrupted time series. */
class SeriesTest {

    /** The expected numbers are of a regression on all columns at once, with the sandwich of Newey and West. */
    @ParameterizedTest
    @ValueSource(strings = {"series-long", "series-short"})
    void estimates_and_standard_errors_are_those_of_the_regression(String name) {
        List<List<String>> expected = StudyPanels.lines("series-expected.csv").stream()
                .filter(line -> line.getFirst().equals(name))
                .toList();
        assertThat(expected).hasSize(2);
        for (List<String> line : expected) {
            Finding found = StudyPanels.find(
                    StudyPanels.read(name + ".csv"), Estimator.valueOf(line.get(1)), Inference.ANALYTIC);
            assertThat(found.estimate()).isCloseTo(Double.parseDouble(line.get(2)), within(1e-9));
            assertThat(found.standardError()).isCloseTo(Double.parseDouble(line.get(3)), within(1e-9));
        }
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void a_change_of_level_and_slope_is_found_whole(
            @ForAll @IntRange(min = 3, max = 20) int before,
            @ForAll @IntRange(min = 2, max = 10) int after,
            @ForAll long seed) {
        Random random = new Random(seed);
        double slope = random.nextGaussian();
        double jump = random.nextGaussian();
        double bend = random.nextGaussian();
        double[][] outcomes = new double[1][before + after];
        double effect = 0;
        for (int t = 0; t < before + after; t++) {
            double change = t < before ? 0 : jump + bend * (t - before);
            outcomes[0][t] = 5 + slope * t + change;
            effect += change / after;
        }
        Finding found = StudyPanels.find(StudyPanels.of(outcomes, 1, after), Estimator.ITS, Inference.ANALYTIC);
        assertThat(found.estimate()).isCloseTo(effect, within(1e-9));
        assertThat(found.controls()).isZero();
        assertThat(found.path().subList(before, before + after).stream()
                        .mapToDouble(PathPoint::gap)
                        .average())
                .hasValueCloseTo(effect, within(1e-9));
    }

    @Test
    void controls_make_no_difference() {
        double[][] outcomes = Panels.outcomes(6, 14, 2);
        Finding alone =
                StudyPanels.find(StudyPanels.of(new double[][] {outcomes[5]}, 1, 4), Estimator.ITS, Inference.ANALYTIC);
        Finding among = StudyPanels.find(StudyPanels.of(outcomes, 1, 4), Estimator.ITS, Inference.ANALYTIC);
        assertThat(among).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(names = {"ITS", "BEFORE_AFTER"})
    void without_a_comparison_a_concern_says_so(Estimator estimator) {
        Finding found = StudyPanels.find(StudyPanels.read("series-long.csv"), estimator, Inference.ANALYTIC);
        assertThat(kinds(found)).contains(Concern.Kind.NO_COMPARISON).doesNotContain(Concern.Kind.FEW_PERIODS);
        assertThat(found.pValue()).isBetween(0.0, 1.0);
        assertThat(found.path().subList(0, 24))
                .allSatisfy(point -> assertThat(point.lower()).isNull());
        assertThat(found.path().subList(24, 36))
                .allSatisfy(point -> assertThat(point.lower()).isLessThan(point.gap()));
    }

    @Test
    void a_line_runs_over_years_however_they_are_spaced() {
        List<Integer> years = List.of(2002, 2008, 2012, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022);
        StudyPanel panel = years(years, 2018, year -> 5 + 0.7 * year + (year < 2018 ? 0 : 2 + 0.5 * (year - 2020)));
        Finding found = StudyPanels.find(panel, Estimator.ITS, Inference.ANALYTIC);
        assertThat(found.estimate()).isCloseTo(2, within(1e-9));
        assertThat(found.path().getFirst().gap()).isCloseTo(0, within(1e-9));
        assertThat(found.path().stream().map(Finding.PathPoint::since))
                .containsExactly(-16, -10, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4);
        StudyPanel counted = new StudyPanel(panel.times(), panel.rows());
        assertThat(StudyPanels.find(counted, Estimator.ITS, Inference.ANALYTIC).estimate())
                .isNegative();
        Diagnostics.PreTrend trend =
                Objects.requireNonNull(StudyPanels.find(panel, Estimator.BEFORE_AFTER, Inference.ANALYTIC)
                        .diagnostics()
                        .preTrend());
        assertThat(trend.slope()).isCloseTo(0.7, within(1e-9));
    }

    /** Of two means, without covariances between periods. */
    @Test
    void periods_that_are_not_evenly_spaced_have_no_lags() {
        Random random = new Random(4);
        List<Integer> years = List.of(2002, 2008, 2012, 2014, 2015, 2016, 2018, 2019);
        double[] noise = random.doubles(8, -1, 1).toArray();
        noise[0] = 4;
        StudyPanel panel = years(years, 2015, year -> noise[years.indexOf(year)]);
        Finding found = StudyPanels.find(panel, Estimator.BEFORE_AFTER, Inference.ANALYTIC);
        double before = Arrays.stream(noise, 0, 4).average().orElseThrow();
        double after = Arrays.stream(noise, 4, 8).average().orElseThrow();
        double white = 0;
        double ordinary = 0;
        for (int t = 0; t < 8; t++) {
            double residual = noise[t] - (t < 4 ? before : after);
            white += residual * residual / 16 * 8 / 6;
            ordinary += residual * residual / 6 * 8 / 16;
        }
        assertThat(found.standardError()).isCloseTo(Math.sqrt(Math.max(white, ordinary)), within(1e-9));
        assertThat(found.concerns())
                .anyMatch(concern -> concern.text().startsWith("The periods are not evenly spaced"));
        Finding even = StudyPanels.find(
                new StudyPanel(panel.times(), panel.rows()), Estimator.BEFORE_AFTER, Inference.ANALYTIC);
        assertThat(even.concerns()).noneMatch(concern -> concern.text().contains("evenly spaced"));
    }

    @Test
    void the_evidence_of_a_series_is_at_most_two() {
        assertThat(level("series-long.csv", Estimator.ITS)).isEqualTo(2);
        assertThat(level("series-short.csv", Estimator.ITS)).isEqualTo(1);
        assertThat(level("series-long.csv", Estimator.BEFORE_AFTER)).isEqualTo(1);
    }

    @Test
    void before_and_after_shows_a_trend_that_was_there() {
        Finding found =
                StudyPanels.find(StudyPanels.read("series-long.csv"), Estimator.BEFORE_AFTER, Inference.ANALYTIC);
        Diagnostics.PreTrend trend = Objects.requireNonNull(found.diagnostics().preTrend());
        assertThat(trend.slope()).isCloseTo(0.5, within(0.1));
        assertThat(trend.pValue()).isLessThan(0.01);
        assertThat(kinds(found)).contains(Concern.Kind.PRE_TREND);
    }

    @Test
    void two_periods_leave_the_uncertainty_unknown() {
        Finding found = StudyPanels.find(
                StudyPanels.of(new double[][] {{1, 4}}, 1, 1), Estimator.BEFORE_AFTER, Inference.ANALYTIC);
        assertThat(found.estimate()).isEqualTo(3);
        assertThat(found.standardError()).isNull();
        assertThat(kinds(found)).contains(Concern.Kind.INFERENCE);
    }

    private static StudyPanel years(List<Integer> years, Integer from, ToDoubleFunction<Integer> outcome) {
        return new StudyPanel(
                years.stream().map(year -> Integer.toString(year)).toList(),
                List.of(new StudyPanel.Row(
                        "a",
                        Integer.toString(from),
                        years.stream().map(outcome::applyAsDouble).toList())),
                years);
    }

    private static int level(String file, Estimator estimator) {
        return Maryland.of(StudyPanels.find(StudyPanels.read(file), estimator, Inference.ANALYTIC))
                .level();
    }

    private static List<Concern.Kind> kinds(Finding found) {
        return found.concerns().stream().map(Concern::kind).toList();
    }
}
