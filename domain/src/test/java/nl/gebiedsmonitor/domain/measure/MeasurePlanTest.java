package nl.gebiedsmonitor.domain.measure;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasurePlanTest {

    private static final LocalDate DAY = LocalDate.of(2021, 8, 1);
    private static final IndicatorCode TAALACHTERSTAND = new IndicatorCode("TAALACHTERSTAND");
    private static final IndicatorCode VERZUIM = new IndicatorCode("VERZUIM");

    @Test
    void a_plan_may_be_for_one_day_or_without_an_end() {
        assertThat(plan(DAY, List.of()).plannedTo()).isEqualTo(DAY);
        assertThat(plan(null, List.of()).plannedTo()).isNull();
    }

    @Test
    void a_target_named_twice_is_one_target_where_it_stood_first() {
        assertThat(plan(null, List.of(VERZUIM, TAALACHTERSTAND, VERZUIM)).targetIndicators())
                .containsExactly(VERZUIM, TAALACHTERSTAND);
    }

    @Test
    void a_plan_keeps_its_targets_whatever_becomes_of_the_list_it_was_given() {
        List<IndicatorCode> given = new ArrayList<>(List.of(VERZUIM));
        MeasurePlan plan = plan(null, given);
        given.add(TAALACHTERSTAND);
        assertThat(plan.targetIndicators()).containsExactly(VERZUIM);
    }

    @Test
    void the_space_around_a_text_does_not_count() {
        var plan = new MeasurePlan(" Taalklassen ", " Na school ", DAY, null, " Gemeente Arnhem ", List.of());
        assertThat(plan)
                .isEqualTo(new MeasurePlan("Taalklassen", "Na school", DAY, null, "Gemeente Arnhem", List.of()));
    }

    @Test
    void a_description_has_at_most_2000_characters_and_a_lead_organisation_at_most_200() {
        assertThat(new MeasurePlan("Taal", "x".repeat(2000), DAY, null, "x".repeat(200), List.of()))
                .isNotNull();
        assertInvalid(
                "measure-description",
                () -> new MeasurePlan("Taal", "x".repeat(2001), DAY, null, "Gemeente Arnhem", List.of()));
        assertInvalid("lead-organisation", () -> new MeasurePlan("Taal", null, DAY, null, "x".repeat(201), List.of()));
    }

    @Test
    void a_plan_does_not_end_before_it_begins() {
        assertInvalid("planned-period-in-order", () -> plan(DAY.minusDays(1), List.of()));
    }

    @Test
    void a_plan_has_a_title_of_at_most_200_characters_and_no_blank_text() {
        for (String wrong : List.of(" ", "x".repeat(201))) {
            assertInvalid("measure-title", () -> new MeasurePlan(wrong, null, DAY, null, "Gemeente", List.of()));
        }
        assertInvalid("measure-description", () -> new MeasurePlan("Taal", " ", DAY, null, "Gemeente", List.of()));
        assertInvalid("lead-organisation", () -> new MeasurePlan("Taal", null, DAY, null, " ", List.of()));
    }

    @Test
    void a_description_may_have_lines_and_a_title_stands_on_one() {
        assertThat(new MeasurePlan("Taal", "Na school.\nIn de wijk.", DAY, null, "Gemeente", List.of()).description())
                .isEqualTo("Na school.\nIn de wijk.");
        assertInvalid("measure-title", () -> new MeasurePlan("Taal\nklas", null, DAY, null, "Gemeente", List.of()));
    }

    @Test
    void a_plan_has_a_hundred_targets_at_most() {
        assertInvalid(
                "target-indicators",
                () -> plan(
                        null,
                        IntStream.rangeClosed(0, 100)
                                .mapToObj(number -> new IndicatorCode("I-" + number))
                                .toList()));
    }

    private static MeasurePlan plan(@Nullable LocalDate plannedTo, List<IndicatorCode> targets) {
        return new MeasurePlan("Taalklassen", null, DAY, plannedTo, "Gemeente Arnhem", targets);
    }
}
