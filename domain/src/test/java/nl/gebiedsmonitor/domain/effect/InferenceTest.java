package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.InputRejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about how certain an estimate is, and when nothing can be said. */
class InferenceTest {

    private static final int CONTROLS = 24;

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID"})
    void a_result_without_inference_says_so(Estimator estimator) {
        EffectEstimate found = estimate(panel(1), estimator, Inference.NONE, null);
        assertThat(found.standardError()).isNull();
        assertThat(found.confidenceInterval()).isNull();
        assertThat(found.pValue()).isNull();
        assertThat(found.warnings()).anyMatch(warning -> warning.contains("without its uncertainty"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Inference.class,
            names = {"PLACEBO", "BOOTSTRAP"})
    void draws_come_out_the_same_for_the_same_seed(Inference inference) {
        EffectEstimate found = estimate(panel(3), Estimator.SDID, inference, 50);
        assertThat(estimate(panel(3), Estimator.SDID, inference, 50)).isEqualTo(found);
        assertThat(found.seed()).isEqualTo(Estimation.SEED);
        assertThat(found.replications()).isEqualTo(50);
        assertThat(found.standardError()).isPositive();
    }

    @Test
    void several_treated_units_have_placebos_of_as_many_controls() {
        EffectEstimate found = estimate(panel(3), Estimator.SDID, Inference.PLACEBO, null);
        assertThat(found.replications()).isEqualTo(Estimation.REPLICATIONS);
        assertThat(found.pValue()).isBetween(1.0 / 201, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "39, 1", "500, 1", "24, 3"})
    void different_placebos_are_as_many_as_are_asked_for(int controls, int treated) {
        Block block = new Block(Panels.outcomes(controls + treated, 6, 1), controls, 4);
        Fit.Procedure procedure = Fit.Procedure.of(block, Estimator.DID, Solver.REFERENCE, Deadline.none());
        Uncertainty found = Placebos.different(block, 39, 1)
                .uncertainty(block, procedure, procedure.fit(block), Replication.ofEffects());
        assertThat(found.placebos().stream().map(Replicate::effect)).hasSize(39).doesNotHaveDuplicates();
        assertThat(found.rank(Double.MAX_VALUE, Replicate::effect)).isEqualTo(1.0 / 40);
    }

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID"})
    void the_jackknife_leaves_out_each_unit_in_turn(Estimator estimator) {
        Block block = panel(3).block();
        Fit fit = Fit.Procedure.of(block, estimator, Solver.REFERENCE, Deadline.none())
                .fit(block);
        double[] effects = IntStream.range(0, block.units())
                .mapToDouble(left -> {
                    int[] places = IntStream.range(0, block.units())
                            .filter(unit -> unit != left)
                            .toArray();
                    int[] controls = Arrays.stream(places)
                            .filter(unit -> unit < CONTROLS)
                            .toArray();
                    return block.at(places, controls.length)
                            .contrast(fit.units().at(controls), fit.times());
                })
                .toArray();
        double mean = Arrays.stream(effects).average().orElseThrow();
        double squares = Arrays.stream(effects)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        EffectEstimate found = estimate(panel(3), estimator, Inference.JACKKNIFE, null);
        int units = block.units();
        assertThat(found.standardError()).isCloseTo(Math.sqrt(squares * (units - 1) / units), within(1e-10));
        assertThat(found.replications()).isEqualTo(units);
        assertThat(found.seed()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Inference.class,
            names = {"JACKKNIFE", "BOOTSTRAP"})
    void without_placebos_the_p_value_is_that_of_the_interval(Inference inference) {
        EffectEstimate found =
                estimate(panel(3), Estimator.SDID, inference, inference == Inference.BOOTSTRAP ? 50 : null);
        EffectEstimate.Interval interval = Objects.requireNonNull(found.confidenceInterval());
        assertThat(found.pValue()).isBetween(0.0, 1.0);
        assertThat(Objects.requireNonNull(found.pValue()) > 0.05).isEqualTo(interval.holds(0));
        assertThat(found.pValue()).isEqualTo(Significance.normal(found.estimate(), found.standardError()));
    }

    @Test
    void below_nineteen_controls_a_rank_test_is_niet_toetsbaar() {
        EffectEstimate eighteen = placebo(18);
        assertThat(eighteen.pValue()).isNull();
        assertThat(eighteen.standardError()).isPositive();
        assertThat(eighteen.warnings()).anyMatch(warning -> warning.startsWith("niet toetsbaar"));
        EffectEstimate nineteen = placebo(19);
        assertThat(nineteen.pValue()).isBetween(0.05, 1.0);
        assertThat(nineteen.warnings()).noneMatch(warning -> warning.startsWith("niet toetsbaar"));
    }

    /** Three of six controls can be chosen in twenty ways, but these are the same six controls. */
    @Test
    void many_sets_of_few_controls_are_niet_toetsbaar_too() {
        Panel panel = Panels.panel(Panels.outcomes(9, 8, 1), 3, 2);
        EffectEstimate found = estimate(panel, Estimator.DID, Inference.PLACEBO, 400);
        assertThat(found.pValue()).isNull();
        assertThat(found.warnings())
                .anyMatch(warning -> warning.startsWith("niet toetsbaar")
                        && warning.contains("there are 6 controls and 20 placebos"));
    }

    @ParameterizedTest
    @CsvSource({"JACKKNIFE, two-treated-units", "BOOTSTRAP, two-treated-units"})
    void one_treated_unit_leaves_only_placebos(Inference inference, String rule) {
        assertRefused(() -> estimate(panel(1), Estimator.SDID, inference, null), rule);
    }

    @Test
    void placebos_need_more_controls_than_treated_units() {
        Panel panel = Panels.panel(Panels.outcomes(6, 8, 1), 3, 2);
        assertRefused(() -> estimate(panel, Estimator.SDID, Inference.PLACEBO, null), "placebo-controls");
    }

    @Test
    void a_control_with_all_weight_cannot_be_left_out() {
        Panel panel = Panels.panel(Panels.outcomes(4, 8, 1), 3, 2);
        assertRefused(() -> estimate(panel, Estimator.DID, Inference.JACKKNIFE, null), "two-weighted-controls");
    }

    @Test
    void one_period_before_treatment_is_enough_for_did_only() {
        Panel panel = Panels.panel(Panels.outcomes(25, 3, 1), 1, 2);
        assertThat(estimate(panel, Estimator.DID, Inference.PLACEBO, null).pValue())
                .isPositive();
        assertRefused(() -> estimate(panel, Estimator.SC, Inference.NONE, null), "noise-level");
        assertRefused(() -> estimate(panel, Estimator.SDID, Inference.NONE, null), "noise-level");
    }

    @Test
    void a_computation_stops_when_its_time_is_up() {
        Estimation estimation = new Estimation(Estimator.SDID, Solver.EXACT, Inference.PLACEBO, null, null);
        assertThatThrownBy(() -> estimation.of(panel(1), Deadline.in(Duration.ZERO)))
                .isInstanceOf(Deadline.Passed.class);
    }

    private static Panel panel(int treated) {
        return Panels.panel(Panels.outcomes(CONTROLS + treated, 12, 7), treated, 4);
    }

    private static EffectEstimate placebo(int controls) {
        return estimate(
                Panels.panel(Panels.outcomes(controls + 1, 9, 7), 1, 3), Estimator.SDID, Inference.PLACEBO, null);
    }

    private static EffectEstimate estimate(
            Panel panel, Estimator estimator, Inference inference, @Nullable Integer replications) {
        return new Estimation(estimator, Solver.REFERENCE, inference, replications, null).of(panel, Deadline.none());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable estimating, String rule) {
        assertThatThrownBy(estimating)
                .isInstanceOfSatisfying(InputRejected.class, rejected -> assertThat(rejected.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.rule()).isEqualTo(rule)));
    }
}
