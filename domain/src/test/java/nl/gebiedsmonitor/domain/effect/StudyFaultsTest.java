package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Panels on which nothing can be said are refused, with all reasons at once. */
class StudyFaultsTest {

    private static final List<String> TIMES = List.of("2021", "2022", "2023", "2024");

    @Test
    void all_that_is_wrong_is_told_at_once() {
        StudyPanel panel = new StudyPanel(
                TIMES,
                List.of(
                        row("a", "2030", 1, 2, 3, 4),
                        row("a", null, 1, 2, 3, Double.NaN),
                        row("b", "2021", 1, 2, 3, 1e101),
                        row("c", null, 1, 2)));
        assertThat(refused(panel, Estimator.DID, Inference.ANALYTIC))
                .containsExactlyInAnyOrder(
                        "known-period",
                        "unit-once",
                        "untreated-before",
                        "balanced-panel",
                        "outcome-range",
                        "outcome-range",
                        "inference");
    }

    @Test
    void a_panel_without_treated_units_is_refused() {
        assertThat(refused(panel(row("a", null, 1, 2, 3, 4)), Estimator.SDID, Inference.NONE))
                .containsExactly("treated-unit");
    }

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID", "CS"})
    void an_estimator_that_compares_is_refused_without_controls(Estimator estimator) {
        assertThat(refused(panel(row("a", "2023", 1, 2, 3, 4)), estimator, Inference.NONE))
                .containsExactly("control-unit");
    }

    @Test
    void an_outcome_that_never_varies_is_refused() {
        assertThat(refused(
                        panel(row("a", "2023", 2, 2, 2, 2), row("b", null, 2, 2, 2, 2)), Estimator.DID, Inference.NONE))
                .containsExactly("outcome-varies");
        assertThat(refused(
                        panel(row("a", "2024", 2, 2, 2, 2), row("b", null, 1, 2, 3, 4)),
                        Estimator.BEFORE_AFTER,
                        Inference.NONE))
                .containsExactly("outcome-varies");
    }

    @Test
    void one_period_is_refused() {
        StudyPanel panel = new StudyPanel(List.of("2021"), List.of(row("a", "2021", 1), row("b", null, 2)));
        assertThat(refused(panel, Estimator.DID, Inference.NONE)).containsExactly("two-periods");
    }

    @ParameterizedTest
    @EnumSource(names = {"DID", "SC", "SDID", "ITS", "BEFORE_AFTER"})
    void different_starts_are_sent_to_cs(Estimator estimator) {
        StudyPanel panel =
                panel(row("a", "2023", 1, 2, 3, 4), row("b", "2024", 2, 3, 4, 4), row("c", null, 1, 1, 2, 5));
        assertThat(faults(panel, estimator, Inference.NONE)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("treated-at-once");
            assertThat(fault.detail()).contains("2023, 2024").contains("Use cs");
        });
        assertThat(StudyPanels.find(panel, Estimator.CS, Inference.NONE).groupTimes())
                .hasSize(8);
    }

    @Test
    void a_short_series_cannot_be_interrupted() {
        assertThat(refused(panel(row("a", "2024", 1, 2, 3, 4)), Estimator.ITS, Inference.ANALYTIC))
                .containsExactly("enough-periods");
    }

    @ParameterizedTest
    @CsvSource({"ITS, PLACEBO", "BEFORE_AFTER, BOOTSTRAP", "CS, JACKKNIFE", "CS, PLACEBO", "SC, ANALYTIC"})
    void an_inference_that_an_estimator_does_not_have_is_refused(Estimator estimator, Inference inference) {
        StudyPanel panel = StudyPanels.of(Panels.outcomes(12, 9, 1), 3, 3);
        assertThat(refused(panel, estimator, inference)).containsExactly("inference");
    }

    /** Treated, controls, periods before and after. */
    @ParameterizedTest
    @CsvSource({
        "ITS, ANALYTIC, 1, 0, 2, 5, enough-periods",
        "ITS, ANALYTIC, 1, 0, 5, 1, enough-periods",
        "DID, NONE, 1, 0, 3, 3, control-unit",
        "CS, ANALYTIC, 4, 0, 3, 3, control-unit",
        "SDID, JACKKNIFE, 1, 20, 9, 3, two-treated-units",
        "DID, BOOTSTRAP, 1, 20, 9, 3, two-treated-units",
        "DID, JACKKNIFE, 2, 1, 9, 3, two-weighted-controls",
        "SC, PLACEBO, 5, 5, 9, 3, placebo-controls",
        "SC, NONE, 1, 20, 1, 3, noise-level",
        "SDID, NONE, 1, 1, 2, 3, noise-level",
        "SDID, ANALYTIC, 1, 20, 9, 3, inference"
    })
    void what_no_figures_can_repair_is_known_beforehand(
            Estimator estimator, Inference inference, int treated, int controls, int before, int after, String rule) {
        assertThat(structural(estimator, inference, treated, controls, before, after))
                .extracting(Fault::rule)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "ITS, ANALYTIC, 1, 0, 3, 2",
        "BEFORE_AFTER, ANALYTIC, 1, 0, 1, 1",
        "DID, PLACEBO, 1, 2, 1, 1",
        "CS, BOOTSTRAP, 1, 2, 1, 1",
        "SC, PLACEBO, 5, 6, 2, 3",
        "SDID, JACKKNIFE, 2, 2, 2, 1"
    })
    void what_figures_may_allow_is_not_refused_beforehand(
            Estimator estimator, Inference inference, int treated, int controls, int before, int after) {
        assertThat(structural(estimator, inference, treated, controls, before, after))
                .isEmpty();
    }

    @Test
    void periods_stand_in_order() {
        List<Row> rows = List.of(row("a", "2023", 1, 2, 3, 4));
        assertThatThrownBy(() -> new StudyPanel(TIMES, rows, List.of(0, 1, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2023");
        assertThatThrownBy(() -> new StudyPanel(TIMES, rows, List.of(0, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Fault> structural(
            Estimator estimator, Inference inference, int treated, int controls, int before, int after) {
        return Findings.structural(
                new Estimation(estimator, Solver.REFERENCE, inference, null, null), treated, controls, before, after);
    }

    private static List<String> refused(StudyPanel panel, Estimator estimator, Inference inference) {
        return faults(panel, estimator, inference).stream().map(Fault::rule).toList();
    }

    private static List<Fault> faults(StudyPanel panel, Estimator estimator, Inference inference) {
        InputRejected[] caught = new InputRejected[1];
        assertThatThrownBy(() -> StudyPanels.find(panel, estimator, inference))
                .isInstanceOfSatisfying(InputRejected.class, rejected -> caught[0] = rejected);
        return caught[0].faults();
    }

    private static StudyPanel panel(Row... rows) {
        return new StudyPanel(TIMES, List.of(rows));
    }

    private static Row row(String unit, @Nullable String from, double... outcomes) {
        return new Row(unit, from, Arrays.stream(outcomes).boxed().toList());
    }
}
