package nl.gebiedsmonitor.domain.study;

import static nl.gebiedsmonitor.domain.study.Studies.DONORS;
import static nl.gebiedsmonitor.domain.study.Studies.START;
import static nl.gebiedsmonitor.domain.study.Studies.STUDY;
import static nl.gebiedsmonitor.domain.study.Studies.TREATED;
import static nl.gebiedsmonitor.domain.study.Studies.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.junit.jupiter.api.Test;

class StudyDesignTest {

    private static final DonorPool LISTED = new DonorPool(DONORS, null, false);

    private static void refuses(
            String rule, List<TreatedGebied> treated, List<Period> periods, DonorPool donors, Estimator... estimators) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Studies.design(treated, periods, donors, MissingRule.REFUSE, estimators))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static List<TreatedGebied> treatedFrom(Period start) {
        return List.of(new TreatedGebied(TREATED, start));
    }

    @Test
    void treatment_begins_after_the_first_period_and_in_one_of_the_study() {
        refuses("untreated-before", treatedFrom(YEARS.getFirst()), YEARS, LISTED, Estimator.DID);
        refuses("untreated-before", treatedFrom(new Period("2030")), YEARS, LISTED, Estimator.DID);
    }

    @Test
    void a_gebied_is_treated_once() {
        refuses(
                "treated-once",
                List.of(new TreatedGebied(TREATED, START), new TreatedGebied(TREATED, YEARS.getLast())),
                YEARS,
                LISTED,
                Estimator.CS);
    }

    @Test
    void a_treated_gebied_is_no_donor() {
        List<GebiedCode> donors = new ArrayList<>(DONORS);
        donors.add(TREATED);
        refuses("donor-not-treated", treatedFrom(START), YEARS, new DonorPool(donors, null, false), Estimator.DID);
    }

    @Test
    void postcodes_and_buurten_are_not_compared() {
        refuses(
                "one-division",
                treatedFrom(START),
                YEARS,
                new DonorPool(List.of(new GebiedCode("6828")), null, false),
                Estimator.DID);
        refuses(
                "one-division",
                List.of(new TreatedGebied(new GebiedCode("6828"), START)),
                YEARS,
                LISTED,
                Estimator.DID);
    }

    @Test
    void an_estimator_that_compares_needs_donors_and_others_do_without() {
        refuses("donors-needed", treatedFrom(START), YEARS, DonorPool.NONE, Estimator.SDID);
        assertThat(Studies.design(DonorPool.NONE, MissingRule.REFUSE, Estimator.ITS, Estimator.BEFORE_AFTER)
                        .compares())
                .isFalse();
    }

    @Test
    void only_staggered_adoption_takes_different_starts() {
        List<TreatedGebied> staggered =
                List.of(new TreatedGebied(TREATED, START), new TreatedGebied(DONORS.getFirst(), YEARS.getLast()));
        DonorPool rest = new DonorPool(DONORS.subList(1, DONORS.size()), null, false);
        refuses("treated-at-once", staggered, YEARS, rest, Estimator.CS, Estimator.SC);
        assertThat(Studies.design(staggered, YEARS, rest, MissingRule.REFUSE, Estimator.CS)
                        .treated())
                .hasSize(2);
    }

    @Test
    void periods_are_of_one_frequency_and_in_order() {
        refuses("periods-in-order", treatedFrom(START), YEARS.reversed(), LISTED, Estimator.DID);
        refuses(
                "one-frequency",
                treatedFrom(START),
                List.of(new Period("2020"), START, new Period("2021-Q4")),
                LISTED,
                Estimator.DID);
        refuses("study-periods", treatedFrom(START), List.of(START), LISTED, Estimator.DID);
    }

    @Test
    void a_study_never_tells_a_bare_number() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new EstimationSettings(
                        List.of(Estimator.DID), Solver.EXACT, Inference.NONE, null, 1, MissingRule.REFUSE))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo("never-a-bare-number"));
    }

    @Test
    void a_protocol_is_a_text_whose_hash_changes_with_any_statement() {
        StudyDesign design = Studies.design();
        String text = StudyProtocol.text(STUDY, design, DONORS.subList(0, 2));
        assertThat(text).isEqualTo("""
                        effect study: arnhem-oost-taalklassen
                        title: Taalklassen
                        question: Verkleinen taalklassen de achterstand?
                        kennisinstelling: Hogeschool
                        measure: taalklassen
                        outcome: TAALACHTERSTAND, smallest effect of interest 0.5
                        treated: BU02020601 from 2021
                        period: 2018
                        period: 2019
                        period: 2020
                        period: 2021
                        period: 2022
                        comparison with neighbours: false
                        comparison gebied: BU03630001
                        comparison gebied: BU03630002
                        estimator: DID
                        solver: REFERENCE
                        inference: PLACEBO
                        seed: 1
                        missing figures: REFUSE
                        planned reading: 2024-06-01
                        """);
        assertThat(StudyProtocol.hash(text))
                .hasSize(64)
                .isNotEqualTo(StudyProtocol.hash(StudyProtocol.text(STUDY, design, DONORS.subList(0, 3))));
    }

    @Test
    void a_text_of_more_lines_cannot_pass_for_statements() {
        StudyDesign design = Studies.design();
        StudyDesign trick = new StudyDesign(
                design.title(),
                "Helpt het?\nseed: 2",
                design.kennisinstelling(),
                null,
                design.measures(),
                design.outcomes(),
                design.treated(),
                design.periods(),
                design.donors(),
                design.estimation(),
                design.plannedReadings());
        assertThat(StudyProtocol.text(STUDY, trick, DONORS)).contains("question: Helpt het?\\nseed: 2\n");
    }
}
