package nl.gebiedsmonitor.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Aggregate.Weighting;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import org.junit.jupiter.api.Test;

/** How the figure of a gebied is made when none was recorded; where gebieden changed, see {@link FiguresOverTimeTest}. */
class ComposedFiguresTest {

    private final Region region = new Region()
            .of("NL", "GM0202", "WK020201", "WK020202", "BU02020101", "BU02020102", "BU02020201")
            .defined("AANTAL", "SUM")
            .defined("INHABITANTS", "SUM")
            .defined("CIJFER", "MEAN")
            .defined("RAPPORT", "MEAN(LEERLINGEN)")
            .defined("LEERLINGEN", "SUM")
            .defined("WERKLOOS", "SUM")
            .defined("WERKLOOSHEID", "RATE(WERKLOOS,INHABITANTS)", "% van de inwoners")
            .defined("OORDEEL", "NONE");

    @Test
    void a_recorded_figure_goes_before_what_its_members_say() {
        region.figure("AANTAL", "WK020201", 2024, 100)
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4);
        assertThat(made("AANTAL", "WK020201")).isEqualTo(new Made(100.0, ObsStatus.FINAL, null, null, new TreeMap<>()));
    }

    @Test
    void a_figure_that_was_not_published_is_made_of_members_where_there_are_any() {
        region.missing("AANTAL", "WK020201", 2024, MissingReason.NOT_PUBLISHED)
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4)
                .missing("AANTAL", "BU02020201", 2024, MissingReason.NOT_APPLICABLE);
        assertThat(made("AANTAL", "WK020201").value()).isEqualTo(7);
        assertThat(made("AANTAL", "BU02020201").missingReason()).isEqualTo(MissingReason.NOT_APPLICABLE);
    }

    @Test
    void a_recorded_suppression_is_not_made_up_for_by_members() {
        region.missing("AANTAL", "WK020201", 2024, MissingReason.SUPPRESSED)
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4);
        assertThat(made("AANTAL", "WK020201").missingReason()).isEqualTo(MissingReason.SUPPRESSED);
    }

    @Test
    void a_gemeente_is_made_of_its_wijken_and_of_the_buurten_of_those_that_have_none_themselves() {
        region.figure("AANTAL", "WK020202", 2024, 10)
                .figure("AANTAL", "BU02020201", 2024, 1000)
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4);
        assertThat(made("AANTAL", "GM0202").value()).isEqualTo(17);
        assertCoverage(made("AANTAL", "GM0202"), 1);
    }

    @Test
    void a_provincie_and_the_country_are_made_of_gemeenten() {
        region.placed("GM0202", "PV25")
                .placed("GM0855", "PV30")
                .figure("AANTAL", "GM0202", 2024, 5)
                .figure("AANTAL", "GM0855", 2024, 7)
                .figure("AANTAL", "PV25", 2023, 1);
        assertThat(made("AANTAL", "PV25").value()).isEqualTo(5);
        assertThat(made("AANTAL", "NL").value()).isEqualTo(12);
    }

    @Test
    void a_focus_area_is_made_of_members_of_several_gemeenten_each_counted_once() {
        region.composed("SV-GRENS", 2024, "WK020201", "BU02020101", "BU08550101")
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4)
                .figure("AANTAL", "BU08550101", 2024, 20);
        assertThat(made("AANTAL", "SV-GRENS").value()).isEqualTo(27);
    }

    @Test
    void a_mean_is_weighed_by_what_it_names_or_else_by_the_default() {
        region.weighedBy("INHABITANTS")
                .figure("CIJFER", "BU02020101", 2024, 6)
                .figure("CIJFER", "BU02020102", 2024, 8)
                .figure("RAPPORT", "BU02020101", 2024, 6)
                .figure("RAPPORT", "BU02020102", 2024, 8)
                .figure("INHABITANTS", "BU02020101", 2024, 300)
                .figure("INHABITANTS", "BU02020102", 2024, 100)
                .figure("LEERLINGEN", "BU02020101", 2024, 10)
                .figure("LEERLINGEN", "BU02020102", 2024, 30);
        assertThat(made("CIJFER", "WK020201").value()).isEqualTo(6.5);
        assertThat(made("RAPPORT", "WK020201").value()).isEqualTo(7.5);
        assertThat(aggregate(made("RAPPORT", "WK020201")).weighting()).isEqualTo(Weighting.BY_WEIGHT);
    }

    @Test
    void a_mean_whose_weights_have_no_figures_counts_its_members_alike_and_says_so() {
        region.figure("RAPPORT", "BU02020101", 2024, 6).figure("RAPPORT", "BU02020102", 2024, 8);
        assertThat(made("RAPPORT", "WK020201").value()).isEqualTo(7);
        assertThat(aggregate(made("RAPPORT", "WK020201")).weighting()).isEqualTo(Weighting.UNWEIGHTED_NO_WEIGHTS);
    }

    @Test
    void a_weight_that_was_not_recorded_is_added_up_from_further_down() {
        region.figure("RAPPORT", "WK020201", 2024, 6)
                .figure("RAPPORT", "WK020202", 2024, 8)
                .figure("LEERLINGEN", "BU02020101", 2024, 10)
                .figure("LEERLINGEN", "BU02020102", 2024, 20)
                .figure("LEERLINGEN", "WK020202", 2024, 10);
        assertThat(made("RAPPORT", "GM0202").value()).isEqualTo(6.5);
    }

    @Test
    void a_weight_that_lacks_a_part_is_no_weight() {
        region.figure("RAPPORT", "WK020201", 2024, 6)
                .figure("RAPPORT", "WK020202", 2024, 8)
                .figure("LEERLINGEN", "BU02020101", 2024, 10)
                .figure("LEERLINGEN", "WK020202", 2024, 10);
        assertThat(made("RAPPORT", "GM0202").value()).isEqualTo(8);
        assertUncovered(made("RAPPORT", "GM0202"), "WK020201");
    }

    @Test
    void a_rate_is_made_of_numerators_and_denominators_and_scaled_by_its_unit() {
        region.figure("WERKLOOS", "BU02020101", 2024, 3)
                .figure("WERKLOOS", "BU02020102", 2024, 9)
                .figure("INHABITANTS", "BU02020101", 2024, 100)
                .figure("INHABITANTS", "BU02020102", 2024, 100)
                .figure("WERKLOOSHEID", "BU02020101", 2024, 99);
        assertThat(made("WERKLOOSHEID", "WK020201").value()).isEqualTo(6);
    }

    @Test
    void the_denominator_of_a_rate_is_added_up_to_where_its_numerator_is() {
        region.figure("WERKLOOS", "WK020201", 2024, 12)
                .figure("INHABITANTS", "BU02020101", 2024, 100)
                .figure("INHABITANTS", "BU02020102", 2024, 100)
                .figure("WERKLOOS", "WK020202", 2024, 1)
                .figure("INHABITANTS", "WK020202", 2024, 60);
        assertThat(made("WERKLOOSHEID", "GM0202").value()).isEqualTo(5);
    }

    @Test
    void what_does_not_add_up_over_gebieden_is_made_of_nothing() {
        region.figure("OORDEEL", "BU02020101", 2024, 6)
                .missing("OORDEEL", "BU02020102", 2024, MissingReason.SUPPRESSED);
        assertThat(made("OORDEEL", "WK020201").value()).isNull();
        assertThat(made("OORDEEL", "WK020201").missingReason()).isEqualTo(MissingReason.NOT_APPLICABLE);
    }

    @Test
    void the_members_that_lack_a_figure_are_told_and_below_the_minimum_coverage_there_is_none() {
        region.weighedBy("INHABITANTS")
                .figure("CIJFER", "BU02020101", 2024, 6)
                .figure("INHABITANTS", "BU02020101", 2024, 300)
                .figure("INHABITANTS", "BU02020102", 2024, 100);
        Made enough = region.coveredFrom(0.75).made("CIJFER", "WK020201", 2024);
        assertThat(enough.value()).isEqualTo(6);
        assertCoverage(enough, 0.75);
        assertUncovered(enough, "BU02020102");
        Made tooLittle = region.coveredFrom(0.76).made("CIJFER", "WK020201", 2024);
        assertThat(tooLittle.value()).isNull();
        assertThat(tooLittle.status()).isEqualTo(ObsStatus.MISSING);
        assertThat(tooLittle.missingReason()).isEqualTo(MissingReason.NOT_PUBLISHED);
        assertUncovered(tooLittle, "BU02020102");
    }

    @Test
    void a_member_with_nothing_further_down_lacks_one_figure_and_not_one_for_each_of_its_parts() {
        region.of("GM0855").of("BU02020103", "BU02020104", "BU02020105").figure("CIJFER", "GM0855", 2024, 6);
        assertUncovered(made("CIJFER", "NL"), "GM0202");
        assertCoverage(made("CIJFER", "NL"), 0.5);
        region.figure("CIJFER", "BU02020101", 2024, 7);
        assertUncovered(made("CIJFER", "NL"), "BU02020102", "BU02020103", "BU02020104", "BU02020105", "WK020202");
    }

    @Test
    void a_suppressed_member_suppresses_the_whole() {
        region.missing("AANTAL", "BU02020101", 2024, MissingReason.SUPPRESSED)
                .figure("AANTAL", "BU02020102", 2024, 4)
                .figure("AANTAL", "WK020202", 2024, 10);
        for (String gebied : List.of("WK020201", "GM0202", "NL")) {
            Made made = made("AANTAL", gebied);
            assertThat(made.value()).isNull();
            assertThat(made.status()).isEqualTo(ObsStatus.MISSING);
            assertThat(made.missingReason()).isEqualTo(MissingReason.SUPPRESSED);
        }
    }

    @Test
    void a_suppressed_weight_or_operand_suppresses_the_whole_however_far_down() {
        region.figure("RAPPORT", "WK020201", 2024, 6)
                .figure("RAPPORT", "WK020202", 2024, 8)
                .missing("LEERLINGEN", "BU02020101", 2024, MissingReason.SUPPRESSED)
                .figure("LEERLINGEN", "WK020202", 2024, 10)
                .figure("WERKLOOS", "WK020201", 2024, 12)
                .missing("INHABITANTS", "BU02020102", 2024, MissingReason.SUPPRESSED);
        assertThat(made("RAPPORT", "GM0202").missingReason()).isEqualTo(MissingReason.SUPPRESSED);
        assertThat(made("WERKLOOSHEID", "GM0202").missingReason()).isEqualTo(MissingReason.SUPPRESSED);
    }

    @Test
    void a_suppressed_weight_says_nothing_of_a_sum_that_it_is_no_part_of() {
        region.weighedBy("INHABITANTS")
                .figure("AANTAL", "BU02020101", 2024, 3)
                .figure("AANTAL", "BU02020102", 2024, 4)
                .missing("INHABITANTS", "BU02020101", 2024, MissingReason.SUPPRESSED);
        assertThat(made("AANTAL", "WK020201").value()).isEqualTo(7);
    }

    @Test
    void a_figure_is_no_better_founded_than_the_weakest_it_is_made_of() {
        region.figure("AANTAL", "BU02020101", 2024, 3).provisional("AANTAL", "BU02020102", 2024, 4);
        assertThat(made("AANTAL", "WK020201").status()).isEqualTo(ObsStatus.PROVISIONAL);
    }

    @Test
    void a_gebied_without_figures_and_without_members_has_none() {
        assertThat(made("AANTAL", "BU02020101").missingReason()).isEqualTo(MissingReason.NOT_PUBLISHED);
        assertUncovered(made("AANTAL", "BU02020101"));
    }

    @Test
    void nothing_is_made_of_an_indicator_whose_definition_is_not_given() {
        assertThatThrownBy(() -> made("ONBEKEND", "GM0202")).hasMessage("The definition of ONBEKEND is not given");
    }

    private Made made(String indicator, String gebied) {
        return region.made(indicator, gebied, 2024);
    }

    private static Aggregate aggregate(Made made) {
        return Objects.requireNonNull(made.aggregate());
    }

    private static void assertCoverage(Made made, double coverage) {
        assertThat(aggregate(made).coverage()).isEqualTo(coverage);
    }

    private static void assertUncovered(Made made, String... gebieden) {
        assertThat(aggregate(made).uncovered())
                .containsExactlyElementsOf(
                        Arrays.stream(gebieden).map(GebiedCode::new).toList());
    }
}
