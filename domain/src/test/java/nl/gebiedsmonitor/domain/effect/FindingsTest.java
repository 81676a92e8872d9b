package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a study finds by the contrasts: the number, its path, and what speaks against it. */
class FindingsTest {

    private final StudyPanel states = StudyPanels.proposition99();

    @ParameterizedTest
    @CsvSource({
        "DID, -27.3491110836149, 17.286800, 4",
        "SC, -19.619663470944, 10.615297, 3",
        "SDID, -15.6038278727338, 9.370999, 2"
    })
    void a_study_finds_the_published_numbers(Estimator estimator, double published, double error, int rank) {
        Finding found = StudyPanels.find(states, estimator, Inference.PLACEBO);
        assertThat(found.estimate()).isCloseTo(published, within(1e-9));
        assertThat(found.standardError()).isCloseTo(error, within(1e-6));
        assertThat(found.pValue()).isCloseTo(rank / 39.0, within(1e-12));
        assertThat(found.diagnostics().inSpace()).hasSize(38).isSorted();
    }

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID"})
    void the_path_adds_up_to_the_estimate(Estimator estimator) {
        Finding found = StudyPanels.find(states, estimator, Inference.PLACEBO);
        List<PathPoint> path = found.path();
        assertThat(path).hasSize(31);
        assertThat(path.subList(19, 31).stream().mapToDouble(PathPoint::gap).average())
                .hasValueCloseTo(found.estimate(), within(1e-9));
        assertThat(path).allSatisfy(point -> {
            double observed = Objects.requireNonNull(point.observed());
            assertThat(point.gap()).isCloseTo(observed - Objects.requireNonNull(point.counterfactual()), within(1e-9));
            assertThat(point.lower()).isLessThan(point.gap());
            assertThat(point.upper()).isGreaterThan(point.gap());
        });
    }

    /** The gap of a state is what it rose since the years before, less what the others did. */
    @ParameterizedTest
    @CsvSource({"PLACEBO, 38", "JACKKNIFE, 0"})
    void the_interval_of_a_gap_is_that_of_its_replicates(Inference inference, int placebos) {
        StudyPanel panel = placebos > 0 ? states : StudyPanels.of(Panels.outcomes(20, 31, 1), 2, 12);
        List<Double> controls = rises(panel, 25, true);
        double sum = controls.stream().mapToDouble(rise -> rise).sum();
        List<Double> gaps = new ArrayList<>();
        if (placebos > 0) {
            controls.forEach(rise -> gaps.add(rise - (sum - rise) / 37));
        } else {
            List<Double> treated = rises(panel, 25, false);
            double mean = (treated.getFirst() + treated.getLast()) / 2;
            controls.forEach(rise -> gaps.add(mean - (sum - rise) / 17));
            treated.reversed().forEach(rise -> gaps.add(rise - sum / 18));
        }
        double scale = placebos > 0 ? 1 : Math.sqrt(gaps.size() - 1.0);
        double error = scale
                * Uncertainty.deviation(gaps.stream().mapToDouble(gap -> gap).toArray());
        PathPoint point =
                StudyPanels.find(panel, Estimator.DID, inference).path().get(25);
        assertThat(Objects.requireNonNull(point.upper()) - point.gap())
                .isCloseTo(1.959963984540054 * error, within(1e-9));
    }

    @Test
    void a_study_without_inference_has_a_path_without_intervals() {
        Finding found = StudyPanels.find(states, Estimator.SDID, Inference.NONE);
        assertThat(found.path()).allSatisfy(point -> assertThat(point.lower()).isNull());
        assertThat(found.diagnostics().inSpace()).isEmpty();
        assertThat(kinds(found)).contains(Concern.Kind.INFERENCE);
    }

    /** The trend of a gap is that of the state less the mean of those of the others. */
    @Test
    void the_trend_before_treatment_is_ranked_among_those_of_the_placebos() {
        Map<Boolean, List<Double>> slopes = states.rows().stream()
                .collect(Collectors.partitioningBy(
                        row -> row.treatedFrom() == null,
                        Collectors.mapping(FindingsTest::slope, Collectors.toList())));
        List<Double> controls = Objects.requireNonNull(slopes.get(true));
        double sum = controls.stream().mapToDouble(slope -> slope).sum();
        double own = Objects.requireNonNull(slopes.get(false)).getFirst() - sum / 38;
        long asLarge = controls.stream()
                .filter(slope -> Math.abs(slope - (sum - slope) / 37) >= Math.abs(own))
                .count();
        Diagnostics.PreTrend trend = Objects.requireNonNull(StudyPanels.find(states, Estimator.DID, Inference.PLACEBO)
                .diagnostics()
                .preTrend());
        assertThat(trend.slope()).isCloseTo(own, within(1e-9)).isLessThan(-1);
        assertThat(trend.pValue()).isCloseTo((1.0 + asLarge) / 39, within(1e-12));
    }

    @Test
    void a_synthetic_california_follows_the_real_one_before_treatment() {
        Finding found = StudyPanels.find(states, Estimator.SC, Inference.PLACEBO);
        assertThat(found.diagnostics().preFit()).isBetween(1.0, 2.5);
        assertThat(kinds(found)).doesNotContain(Concern.Kind.PRE_FIT, Concern.Kind.PRE_TREND);
        assertThat(Maryland.of(found).level()).isEqualTo(3);
        assertThat(Maryland.of(found).reason()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID"})
    void leaving_out_a_control_is_estimating_without_it(Estimator estimator) {
        StudyPanel panel = StudyPanels.of(Panels.outcomes(9, 12, 3), 2, 3);
        Diagnostics found = StudyPanels.find(panel, estimator, Inference.NONE).diagnostics();
        assertThat(found.leftOut()).isNotEmpty().allSatisfy(left -> {
            StudyPanel without = new StudyPanel(
                    panel.times(),
                    panel.rows().stream()
                            .filter(row -> !row.unit().equals(left.unit()))
                            .toList());
            assertThat(left.estimate())
                    .isCloseTo(
                            StudyPanels.find(without, estimator, Inference.NONE).estimate(), within(0.05));
        });
    }

    @Test
    void the_placebo_in_time_begins_at_two_thirds() {
        StudyPanel panel = StudyPanels.of(Panels.outcomes(25, 12, 3), 1, 3);
        Diagnostics.InTime inTime = Objects.requireNonNull(StudyPanels.find(panel, Estimator.DID, Inference.NONE)
                .diagnostics()
                .inTime());
        assertThat(inTime.pretendedStart()).isEqualTo("t06");
        double[][] before = Arrays.stream(Panels.outcomes(25, 12, 3))
                .map(row -> Arrays.copyOf(row, 9))
                .toArray(double[][]::new);
        assertThat(inTime.estimate()).isCloseTo(Panels.effect(before, 1, 3, Estimator.DID), within(1e-9));
    }

    @Test
    void treated_that_went_their_own_way_are_at_level_two() {
        double[][] outcomes = Panels.outcomes(31, 10, 5);
        for (int t = 0; t < 10; t++) {
            outcomes[30][t] += 20.0 * t;
        }
        Finding found = StudyPanels.find(StudyPanels.of(outcomes, 1, 3), Estimator.DID, Inference.PLACEBO);
        assertThat(kinds(found)).contains(Concern.Kind.PRE_TREND, Concern.Kind.PRE_FIT, Concern.Kind.IN_TIME_PLACEBO);
        assertThat(found.concerns())
                .filteredOn(concern -> concern.kind() == Concern.Kind.IN_TIME_PLACEBO)
                .singleElement()
                .satisfies(concern -> assertThat(concern.text()).contains("comparison units (p = 0.0323)"));
        assertThat(Maryland.of(found).level()).isEqualTo(2);
    }

    @Test
    void the_fit_is_judged_without_levels_where_levels_are_left_out() {
        double[][] outcomes = Panels.outcomes(25, 12, 3);
        double[][] moved = Panels.outcomes(25, 12, 3);
        for (int unit = 0; unit < 25; unit++) {
            double[] row = outcomes[unit];
            double level = 1000.0 * unit;
            Arrays.setAll(moved[unit], t -> row[t] + level);
        }
        assertThat(deviation(moved, Estimator.DID)).isCloseTo(deviation(outcomes, Estimator.DID), within(1e-6));
        assertThat(deviation(moved, Estimator.SDID)).isCloseTo(deviation(outcomes, Estimator.SDID), within(1e-6));
        assertThat(deviation(moved, Estimator.SC)).isGreaterThan(deviation(outcomes, Estimator.SC) + 1000);
    }

    private static double deviation(double[][] outcomes, Estimator estimator) {
        return Objects.requireNonNull(StudyPanels.find(StudyPanels.of(outcomes, 1, 3), estimator, Inference.NONE)
                .diagnostics()
                .outcomeDeviation());
    }

    @Test
    void a_comparison_that_was_not_tested_is_not_said_to_follow() {
        Maryland untested = Maryland.of(
                StudyPanels.find(StudyPanels.of(Panels.outcomes(25, 3, 1), 1, 2), Estimator.DID, Inference.PLACEBO));
        assertThat(untested.level()).isEqualTo(2);
        assertThat(untested.reason()).contains("too few periods before treatment to test");
    }

    @Test
    void a_number_without_its_uncertainty_is_weak_evidence() {
        Maryland bare = Maryland.of(StudyPanels.find(states, Estimator.SC, Inference.NONE));
        assertThat(bare.level()).isEqualTo(2);
        assertThat(bare.reason()).contains("how uncertain");
    }

    @Test
    void few_controls_are_niet_toetsbaar() {
        Finding found =
                StudyPanels.find(StudyPanels.of(Panels.outcomes(9, 6, 1), 1, 2), Estimator.SC, Inference.PLACEBO);
        assertThat(kinds(found))
                .contains(Concern.Kind.NOT_TESTABLE, Concern.Kind.FEW_CONTROLS, Concern.Kind.FEW_PERIODS);
        assertThat(found.pValue()).isNull();
        assertThat(Maryland.of(found).level()).isEqualTo(2);
        assertThat(Maryland.of(found).reason()).contains("too few");
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void the_order_of_units_makes_no_difference(Estimator estimator) {
        StudyPanel panel = StudyPanels.of(Panels.outcomes(26, 12, 3), 2, 4);
        List<Row> rows = new ArrayList<>(panel.rows());
        Collections.shuffle(rows, new Random(1));
        Inference inference = estimator.isContrast() ? Inference.PLACEBO : Inference.ANALYTIC;
        assertThat(StudyPanels.find(new StudyPanel(panel.times(), rows), estimator, inference, 30))
                .isEqualTo(StudyPanels.find(panel, estimator, inference, 30));
    }

    @Test
    void progress_is_told_up_to_the_whole() {
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        Findings.of(states, estimation(Inference.PLACEBO), Deadline.none(), shares::add);
        assertThat(shares).hasSizeGreaterThan(38).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void a_computation_can_be_cancelled() {
        AtomicInteger asked = new AtomicInteger();
        Deadline deadline = Deadline.none().unless(() -> asked.incrementAndGet() > 10);
        assertThatThrownBy(() -> Findings.of(states, estimation(Inference.PLACEBO), deadline, share -> {}))
                .isInstanceOf(Deadline.Cancelled.class);
    }

    private static double slope(Row row) {
        return Line.through(
                        Axis.of(IntStream.range(0, 31).boxed().toList()),
                        row.outcomes().stream().mapToDouble(value -> value).toArray(),
                        0,
                        19)
                .slope();
    }

    private static List<Double> rises(StudyPanel panel, int period, boolean controls) {
        return panel.rows().stream()
                .filter(row -> (row.treatedFrom() == null) == controls)
                .map(row -> row.outcomes().get(period)
                        - row.outcomes().subList(0, 19).stream()
                                        .mapToDouble(value -> value)
                                        .sum()
                                / 19)
                .toList();
    }

    private static Estimation estimation(Inference inference) {
        return new Estimation(Estimator.SDID, Solver.REFERENCE, inference, null, null);
    }

    private static List<Concern.Kind> kinds(Finding found) {
        return found.concerns().stream().map(Concern::kind).toList();
    }
}
