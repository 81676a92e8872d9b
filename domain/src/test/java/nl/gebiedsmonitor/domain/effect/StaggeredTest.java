package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation;
import nl.gebiedsmonitor.domain.effect.Finding.GroupTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Staggered adoption after Callaway and Sant'Anna. */
class StaggeredTest {

    private record Told(double estimate, @Nullable Double standardError) {}

    @ParameterizedTest
    @ValueSource(strings = {"staggered-1", "staggered-2"})
    void all_effects_and_standard_errors_are_those_of_the_reference(String name) {
        Map<String, Told> found = numbers(panel(name), Inference.ANALYTIC);
        List<List<String>> expected = StudyPanels.lines(name + "-expected.csv");
        assertThat(found).hasSameSizeAs(expected);
        for (List<String> line : expected) {
            Told number = Objects.requireNonNull(found.get(line.getFirst() + " " + line.get(1)), line::toString);
            assertThat(number.estimate()).as(line.toString()).isCloseTo(Double.parseDouble(line.get(2)), within(1e-9));
            double error = Double.parseDouble(line.get(3));
            if (error == 0) {
                assertThat(number.standardError()).as(line.toString()).isNull();
            } else {
                assertThat(number.standardError()).as(line.toString()).isCloseTo(error, within(1e-9));
            }
        }
    }

    /** Spread between quartiles of 5,000 draws has a relative error of some 1.6 %. */
    @Test
    void the_bootstrap_agrees_with_the_formula() {
        Map<String, Told> drawn = numbers(panel("staggered-1"), Inference.BOOTSTRAP);
        numbers(panel("staggered-1"), Inference.ANALYTIC).forEach((key, number) -> {
            Told again = Objects.requireNonNull(drawn.get(key));
            assertThat(again.estimate()).isEqualTo(number.estimate());
            if (number.standardError() != null) {
                assertThat(again.standardError())
                        .as(key)
                        .isCloseTo(number.standardError(), within(0.08 * number.standardError()));
            }
        });
    }

    @Test
    void the_bootstrap_is_that_of_its_seed() {
        Finding found = StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.BOOTSTRAP, 100);
        assertThat(StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.BOOTSTRAP, 100))
                .isEqualTo(found);
        assertThat(found.seed()).isEqualTo(Estimation.SEED);
        assertThat(found.replications()).isEqualTo(100);
    }

    @Test
    void the_path_is_the_event_study() {
        Finding found = StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.ANALYTIC);
        assertThat(found.path()).extracting(Finding.PathPoint::time).containsExactly("-2", "-1", "0", "1", "2");
        Finding.PathPoint base = found.path().get(1);
        assertThat(base.gap()).isZero();
        assertThat(base.lower()).isNull();
        assertThat(found.path().get(2).lower()).isNotNull();
        assertThat(found.estimate())
                .isEqualTo(found.aggregations().get(2).estimate())
                .isCloseTo(1.86641873016, within(1e-9));
    }

    @Test
    void how_long_it_is_since_the_start_is_told_in_years() {
        double[][] outcomes = Panels.outcomes(12, 4, 1);
        List<String> years = List.of("2010", "2012", "2013", "2014");
        List<StudyPanel.Row> rows = new ArrayList<>();
        for (int unit = 0; unit < 12; unit++) {
            rows.add(new StudyPanel.Row(
                    "u%02d".formatted(unit),
                    unit < 6 ? null : unit < 9 ? "2012" : "2014",
                    Arrays.stream(outcomes[unit]).boxed().toList()));
        }
        Finding found =
                StudyPanels.find(new StudyPanel(years, rows, List.of(0, 2, 3, 4)), Estimator.CS, Inference.ANALYTIC);
        assertThat(found.path()).extracting(Finding.PathPoint::time).containsExactly("-4", "-2", "-1", "0", "1", "2");
        assertThat(found.concerns())
                .anyMatch(concern -> concern.text().startsWith("The periods are not evenly spaced"));
    }

    /** Before treatment the first group bends but does not rise, and the second is flat. */
    @Test
    void a_trend_before_treatment_is_not_one_of_which_groups_are_seen() {
        double[][] outcomes = new double[30][8];
        int[] starts = new int[30];
        Random random = new Random(1);
        for (int unit = 0; unit < 30; unit++) {
            starts[unit] = unit < 10 ? -1 : unit < 20 ? 3 : 6;
            double level = random.nextGaussian();
            for (int t = 0; t < 8; t++) {
                outcomes[unit][t] = level + (starts[unit] == 3 && t == 1 ? 5 : 0);
            }
        }
        Diagnostics found = StudyPanels.find(StudyPanels.of(outcomes, starts), Estimator.CS, Inference.ANALYTIC)
                .diagnostics();
        assertThat(Objects.requireNonNull(found.preTrend()).slope()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            value = Inference.class,
            names = {"ANALYTIC", "BOOTSTRAP"})
    void staggered_adoption_can_be_cancelled(Inference inference) {
        AtomicInteger asked = new AtomicInteger();
        Deadline deadline = Deadline.none().unless(() -> asked.incrementAndGet() > 10);
        Estimation estimation = new Estimation(Estimator.CS, Solver.REFERENCE, inference, null, null);
        assertThatThrownBy(() -> Findings.of(panel("staggered-1"), estimation, deadline, share -> {}))
                .isInstanceOf(Deadline.Cancelled.class);
    }

    @Test
    void more_draws_than_there_is_room_for_come_to_the_same() {
        Finding found = StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.BOOTSTRAP, 100_000);
        assertThat(found.standardError())
                .isCloseTo(
                        StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.ANALYTIC)
                                .standardError(),
                        within(0.02));
        assertThatThrownBy(() -> StudyPanels.find(panel("staggered-2"), Estimator.CS, Inference.BOOTSTRAP, 2_000_000))
                .isInstanceOfSatisfying(InputRejected.class, rejected -> assertThat(rejected.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.rule()).isEqualTo("group-times")));
    }

    @Test
    void a_single_treated_unit_has_no_standard_error() {
        Finding found =
                StudyPanels.find(StudyPanels.of(Panels.outcomes(15, 8, 1), 1, 3), Estimator.CS, Inference.ANALYTIC);
        assertThat(found.standardError()).isNull();
        assertThat(found.pValue()).isNull();
        assertThat(found.concerns()).anyMatch(concern -> concern.kind() == Concern.Kind.INFERENCE);
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void one_group_and_one_period_before_is_difference_in_differences(
            @ForAll @IntRange(min = 2, max = 20) int controls,
            @ForAll @IntRange(min = 1, max = 8) int treated,
            @ForAll @IntRange(min = 1, max = 5) int after,
            @ForAll long seed) {
        StudyPanel panel = StudyPanels.of(Panels.outcomes(controls + treated, 1 + after, seed), treated, after);
        assertThat(StudyPanels.find(panel, Estimator.CS, Inference.NONE).estimate())
                .isCloseTo(
                        StudyPanels.find(panel, Estimator.DID, Inference.NONE).estimate(), within(1e-9));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void constants_for_units_and_periods_change_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        int[] starts =
                random.ints(30, -3, 7).map(start -> start < 1 ? -1 : start).toArray();
        starts[0] = -1;
        starts[1] = 2;
        double[][] outcomes = Panels.outcomes(30, 7, seed);
        double[] period = random.doubles(7, -50, 50).toArray();
        double[][] moved = Arrays.stream(outcomes).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : moved) {
            double constant = 50 * random.nextGaussian();
            Arrays.setAll(row, t -> row[t] + constant + period[t]);
        }
        Map<String, Told> before = numbers(StudyPanels.of(outcomes, starts), Inference.ANALYTIC);
        Map<String, Told> after = numbers(StudyPanels.of(moved, starts), Inference.ANALYTIC);
        before.forEach((key, number) -> assertThat(
                        Objects.requireNonNull(after.get(key)).estimate())
                .as(key)
                .isCloseTo(number.estimate(), within(1e-9)));
    }

    private static StudyPanel panel(String name) {
        return StudyPanels.read(name + ".csv");
    }

    private static Map<String, Told> numbers(StudyPanel panel, Inference inference) {
        Finding found =
                StudyPanels.find(panel, Estimator.CS, inference, inference == Inference.BOOTSTRAP ? 5_000 : null);
        Map<String, Told> numbers = new HashMap<>();
        for (GroupTime cell : found.groupTimes()) {
            numbers.put("CELL " + cell.group() + "/" + cell.time(), new Told(cell.estimate(), cell.standardError()));
        }
        for (Aggregation whole : found.aggregations()) {
            numbers.put(whole.kind() + " ", new Told(whole.estimate(), whole.standardError()));
            whole.parts()
                    .forEach(part -> numbers.put(
                            whole.kind() + " " + part.key(), new Told(part.estimate(), part.standardError())));
        }
        return numbers;
    }
}
