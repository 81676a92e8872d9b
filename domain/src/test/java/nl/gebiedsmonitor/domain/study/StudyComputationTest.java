package nl.gebiedsmonitor.domain.study;

import static nl.gebiedsmonitor.domain.study.Studies.DONORS;
import static nl.gebiedsmonitor.domain.study.Studies.TREATED;
import static nl.gebiedsmonitor.domain.study.Studies.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.junit.jupiter.api.Test;

class StudyComputationTest {

    private static List<StudyResult> results(StudyDesign design, OutcomeFigures figures) {
        return new StudyComputation(design, Studies.registration(design))
                .results(_ -> figures, Deadline.none(), _ -> {});
    }

    private static StudyResult only(MissingRule missing, Map<GebiedCode, Map<Period, Double>> values) {
        StudyDesign design = Studies.design(new DonorPool(DONORS, null, false), missing, Estimator.DID);
        return results(design, Studies.figures(values)).getFirst();
    }

    private static Finding finding(StudyResult result) {
        return Objects.requireNonNull(result.finding(), String.valueOf(result.refusal()));
    }

    @Test
    void the_effect_that_is_there_is_found_and_weighed_against_the_smallest_of_interest() {
        StudyResult large = only(MissingRule.REFUSE, Studies.values(3));
        assertThat(finding(large).estimate()).isCloseTo(3, within(0.05));
        assertThat(large.relevance()).isEqualTo(Relevance.RELEVANT);
        StudyResult small = only(MissingRule.REFUSE, Studies.values(0.2));
        assertThat(small.relevance()).isEqualTo(Relevance.NEGLIGIBLE);
    }

    @Test
    void doelrealisatie_is_never_weighed_as_an_effect() {
        StudyDesign design = Studies.design(DonorPool.NONE, MissingRule.REFUSE, Estimator.BEFORE_AFTER);
        StudyResult result = results(design, Studies.figures(Studies.values(3))).getFirst();
        assertThat(result.relevance()).isEqualTo(Relevance.NOT_ASSESSED);
        assertThat(Objects.requireNonNull(result.evidence()).level()).isEqualTo(1);
    }

    @Test
    void a_missing_figure_is_refused_by_name_unless_the_design_leaves_its_gebied_or_period_out() {
        Map<GebiedCode, Map<Period, Double>> values = Studies.values(3);
        Objects.requireNonNull(values.get(DONORS.get(4))).remove(YEARS.get(1));
        StudyResult refused = only(MissingRule.REFUSE, values);
        assertThat(refused.finding()).isNull();
        assertThat(refused.refusal()).contains("There is no figure of BU03630005 in 2019.");
        StudyResult without = only(MissingRule.DROP_GEBIEDEN, values);
        assertThat(without.droppedGebieden()).containsExactly(DONORS.get(4));
        assertThat(finding(without).controls()).isEqualTo(19);
        assertThat(without.concerns()).extracting(Concern::kind).contains(Concern.Kind.DROPPED_CELLS);
        StudyResult shorter = only(MissingRule.DROP_PERIODS, values);
        assertThat(shorter.droppedPeriods()).containsExactly(YEARS.get(1));
        assertThat(finding(shorter).prePeriods()).isEqualTo(2);
    }

    @Test
    void a_line_is_drawn_through_the_years_themselves_when_one_is_left_out() {
        List<Period> years = List.of(
                new Period("2002"), new Period("2008"), new Period("2012"), new Period("2014"), new Period("2016"));
        StudyDesign design = Studies.design(
                List.of(new TreatedGebied(TREATED, years.get(3))),
                years,
                DonorPool.NONE,
                MissingRule.REFUSE,
                Estimator.ITS);
        Map<Period, Double> line = new HashMap<>();
        for (Period year : years) {
            line.put(year, 0.5 * year.start().getYear() + (year.compareTo(years.get(3)) < 0 ? 0 : 7));
        }
        StudyResult result =
                results(design, Studies.figures(Map.of(TREATED, line))).getFirst();
        assertThat(finding(result).estimate()).isCloseTo(7, within(1e-9));
    }

    @Test
    void nothing_is_read_when_the_treated_itself_lacks_a_figure() {
        Map<GebiedCode, Map<Period, Double>> values = Studies.values(3);
        Objects.requireNonNull(values.get(TREATED)).remove(YEARS.get(1));
        StudyResult result = only(MissingRule.DROP_GEBIEDEN, values);
        assertThat(result.finding()).isNull();
        assertThat(result.refusal()).contains("none is left");
    }

    @Test
    void an_outcome_that_never_varies_is_refused() {
        Map<GebiedCode, Map<Period, Double>> values = Studies.values(0);
        values.values().forEach(row -> row.replaceAll((_, _) -> 1.0));
        assertThat(only(MissingRule.REFUSE, values).refusal()).contains("the same everywhere");
    }

    @Test
    void the_same_figures_give_the_same_results_and_one_other_figure_another_hash() {
        Map<GebiedCode, Map<Period, Double>> values = Studies.values(3);
        StudyResult once = only(MissingRule.REFUSE, values);
        assertThat(only(MissingRule.REFUSE, Studies.values(3))).isEqualTo(once);
        Objects.requireNonNull(values.get(DONORS.getFirst())).merge(YEARS.getFirst(), 0.001, Double::sum);
        assertThat(only(MissingRule.REFUSE, values).panelHash()).isNotEqualTo(once.panelHash());
    }

    @Test
    void the_panel_is_a_csv_file_that_the_estimators_take() {
        StudyDesign design = Studies.design();
        BalancedPanel panel = new StudyComputation(design, Studies.registration(design))
                .panel(Estimator.DID, Studies.figures(Studies.values(0)));
        assertThat(panel.csv().lines()).hasSize(1 + 21 * 5).startsWith("unit,time,value,treated");
        assertThat(panel.csv()).contains("BU02020601,2020,", ",0\nBU02020601,2021,", ",1\nBU02020601,2022,");
    }

    @Test
    void a_gebied_whose_boundaries_broke_is_told() {
        StudyDesign design = Studies.design();
        OutcomeFigures broken = new OutcomeFigures(Studies.values(3), Map.of(), new TreeSet<>(List.of(DONORS.get(2))));
        StudyResult result = results(design, broken).getFirst();
        assertThat(result.concerns()).anySatisfy(concern -> {
            assertThat(concern.kind()).isEqualTo(Concern.Kind.COMPOSITION_BREAK);
            assertThat(concern.text()).contains("BU03630003");
        });
    }

    @Test
    void what_changed_between_two_moments_is_told_by_gebied_and_period() {
        Map<GebiedCode, Map<Period, Double>> later = Studies.values(0);
        Objects.requireNonNull(later.get(TREATED)).remove(YEARS.getFirst());
        Objects.requireNonNull(later.get(DONORS.getFirst())).put(YEARS.getLast(), 99.0);
        OutcomeFigures then = Studies.figures(Studies.values(0));
        assertThat(then.changesTo(then)).isEmpty();
        assertThat(then.changesTo(Studies.figures(later)))
                .satisfiesExactly(
                        gone -> {
                            assertThat(gone.gebied()).isEqualTo(TREATED);
                            assertThat(gone.now()).isNull();
                        },
                        other -> {
                            assertThat(other.period()).isEqualTo(YEARS.getLast());
                            assertThat(other.now()).isEqualTo(99.0);
                        });
    }
}
