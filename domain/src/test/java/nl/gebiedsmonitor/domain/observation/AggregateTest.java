package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.observation.Aggregate.Member;
import nl.gebiedsmonitor.domain.observation.Aggregate.Terms;
import nl.gebiedsmonitor.domain.observation.Aggregate.Weighting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateTest {

    private static final IndicatorCode INHABITANTS = new IndicatorCode("INHABITANTS");
    private static final String BY_INHABITANTS = "MEAN(INHABITANTS)";

    @Test
    void a_sum_adds_the_values() {
        assertThat(of("SUM", member(1, 2.0, null), member(2, 3.0, null)))
                .isEqualTo(figure(5.0, ObsStatus.FINAL, 1, Weighting.UNWEIGHTED));
    }

    @Test
    void a_mean_is_weighted_by_what_its_rule_names() {
        assertThat(of(BY_INHABITANTS, member(1, 2.0, 300.0), member(2, 6.0, 100.0)))
                .isEqualTo(figure(3.0, ObsStatus.FINAL, 1, Weighting.BY_WEIGHT));
    }

    @Test
    void a_mean_whose_rule_names_no_weight_takes_the_one_it_is_given() {
        Aggregate weighted = Aggregate.of(
                new Terms(new Aggregation("MEAN"), INHABITANTS, 1, 0.8),
                List.of(member(1, 2.0, 300.0), member(2, 6.0, 100.0)));
        assertThat(weighted).isEqualTo(figure(3.0, ObsStatus.FINAL, 1, Weighting.BY_WEIGHT));
    }

    @Test
    void a_mean_without_a_weight_counts_all_alike() {
        assertThat(of("MEAN", member(1, 2.0, null), member(2, 6.0, null)))
                .isEqualTo(figure(4.0, ObsStatus.FINAL, 1, Weighting.UNWEIGHTED));
    }

    @Test
    void a_mean_is_not_rounded_out_of_its_extremes() {
        assertThat((0.1 + 0.1 + 0.1) / 3).isGreaterThan(0.1);
        assertThat(of("MEAN", member(1, 0.1, null), member(2, 0.1, null), member(3, 0.1, null))
                        .value())
                .isEqualTo(0.1);
    }

    @Test
    void a_mean_whose_weight_has_no_figures_at_all_says_so() {
        assertThat(of(BY_INHABITANTS, member(1, 2.0, null), member(2, 6.0, null)))
                .isEqualTo(figure(4.0, ObsStatus.FINAL, 1, Weighting.UNWEIGHTED_NO_WEIGHTS));
        assertThat(Aggregate.of(new Terms(new Aggregation("MEAN"), INHABITANTS, 1, 0.8), List.of(member(1, 2.0, null)))
                        .weighting())
                .isEqualTo(Weighting.UNWEIGHTED_NO_WEIGHTS);
    }

    @Test
    void a_member_with_a_value_and_no_weight_is_not_covered_and_counts_as_one_of_average_weight() {
        Aggregate found = of(
                BY_INHABITANTS,
                member(1, 2.0, 100.0),
                member(2, 3.0, 300.0),
                member(3, 9.0, null),
                member(4, 4.0, 200.0),
                member(5, 5.0, 200.0));
        assertThat(found.uncovered()).containsExactly(code(3));
        assertThat(found.coverage()).isEqualTo(0.8);
        assertThat(found.value()).isEqualTo((200.0 + 900 + 800 + 1000) / 800);
    }

    @Test
    void a_rate_divides_sums_and_not_the_rates() {
        var terms = new Terms(new Aggregation("RATE(A,B)"), null, 100, 0.8);
        assertThat(Aggregate.of(terms, List.of(rate(1, 7.0, 50.0), rate(2, 0.0, 50.0))))
                .isEqualTo(figure(7.0, ObsStatus.FINAL, 1, Weighting.BY_WEIGHT));
    }

    @Test
    void a_rate_covers_members_by_their_denominators() {
        var terms = new Terms(new Aggregation("RATE(A,B)"), null, 1, 0.75);
        Aggregate found = Aggregate.of(terms, List.of(rate(1, 1.0, 300.0), rate(2, null, 100.0)));
        assertThat(found.coverage()).isEqualTo(0.75);
        assertThat(found.value()).isEqualTo(1.0 / 300);
        assertThat(found.uncovered()).containsExactly(code(2));
    }

    @ParameterizedTest
    @CsvSource({"%, 100", "% van de huishoudens, 100", "‰, 1000", "‰ van de inwoners, 1000", "score, 1", "'', 1", ", 1"
    })
    void the_multiplier_of_a_rate_follows_from_the_unit(@Nullable String unit, double multiplier) {
        assertThat(Terms.multiplier(unit)).isEqualTo(multiplier);
        assertThat(Terms.of(definition(unit, "RATE(A,B)"), INHABITANTS, 0.5))
                .isEqualTo(new Terms(new Aggregation("RATE(A,B)"), INHABITANTS, multiplier, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"MEAN(HOUSEHOLDS), HOUSEHOLDS", "MEAN, INHABITANTS", "SUM, INHABITANTS", "NONE, ", "'RATE(A,B)', "})
    void the_terms_tell_whose_figures_are_the_weights(String rule, @Nullable String weight) {
        var terms = new Terms(new Aggregation(rule), INHABITANTS, 1, 0.8);
        assertThat(terms.weight().map(IndicatorCode::value).orElse(null)).isEqualTo(weight);
    }

    @Test
    void what_is_not_aggregable_has_no_figure() {
        Aggregate found = of("NONE", member(1, 2.0, 10.0), member(2, null, 10.0));
        assertThat(found)
                .isEqualTo(new Aggregate(
                        null,
                        ObsStatus.MISSING,
                        MissingReason.NOT_APPLICABLE,
                        0.5,
                        List.of(code(2)),
                        Weighting.UNWEIGHTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "MEAN", BY_INHABITANTS})
    void a_figure_of_which_too_little_is_covered_is_not_published(String rule) {
        Aggregate found = of(rule, member(1, 2.0, 79.0), member(2, null, 21.0));
        assertThat(found)
                .isEqualTo(new Aggregate(
                        null,
                        ObsStatus.MISSING,
                        MissingReason.NOT_PUBLISHED,
                        0.79,
                        List.of(code(2)),
                        found.weighting()));
        assertThat(of(rule, member(1, 2.0, 80.0), member(2, null, 20.0)).value())
                .isEqualTo(2.0);
    }

    @Test
    void without_weights_the_number_of_members_tells_the_coverage() {
        assertThat(of("MEAN", member(1, 2.0, null), member(2, null, null)).coverage())
                .isEqualTo(0.5);
        assertThat(of("SUM", member(1, 2.0, 0.0), member(2, null, 0.0)).coverage())
                .isEqualTo(0.5);
    }

    @Test
    void nothing_at_all_is_not_published_even_when_no_coverage_is_asked_for() {
        for (String rule : List.of("SUM", "MEAN", BY_INHABITANTS, "RATE(A,B)")) {
            var terms = new Terms(new Aggregation(rule), null, 1, 0);
            for (List<Member> nothing : List.of(List.<Member>of(), List.of(member(1, null, null)))) {
                Aggregate found = Aggregate.of(terms, nothing);
                assertThat(found.value()).isNull();
                assertThat(found.missingReason()).isEqualTo(MissingReason.NOT_PUBLISHED);
                assertThat(found.coverage()).isZero();
            }
        }
    }

    @Test
    void where_nobody_lives_there_is_nothing_to_divide_by() {
        Aggregate mean = of(BY_INHABITANTS, member(1, 2.0, 0.0), member(2, 3.0, 0.0));
        Aggregate rate = of("RATE(A,B)", rate(1, 0.0, 0.0));
        for (Aggregate found : List.of(mean, rate)) {
            assertThat(found.value()).isNull();
            assertThat(found.status()).isEqualTo(ObsStatus.MISSING);
            assertThat(found.missingReason()).isEqualTo(MissingReason.NOT_APPLICABLE);
            assertThat(found.coverage()).isEqualTo(1);
        }
    }

    @Test
    void what_is_too_large_to_add_up_has_no_figure() {
        for (String rule : List.of("SUM", "MEAN", BY_INHABITANTS)) {
            Aggregate found = of(rule, member(1, Double.MAX_VALUE, 1e10), member(2, Double.MAX_VALUE, 1e10));
            assertThat(found.value()).isNull();
            assertThat(found.missingReason()).isEqualTo(MissingReason.NOT_APPLICABLE);
        }
    }

    @Test
    void a_weight_or_a_denominator_below_zero_is_none() {
        assertThat(of(BY_INHABITANTS, member(1, 2.0, 80.0), member(2, 3.0, -1.0))
                        .uncovered())
                .containsExactly(code(2));
        assertThat(of("RATE(A,B)", rate(1, 2.0, 80.0), rate(2, 3.0, -1.0)).uncovered())
                .containsExactly(code(2));
    }

    @Test
    void a_member_counts_for_its_share() {
        Member half = member(2, 6.0, 300.0).counting(0.5);
        assertThat(of("SUM", member(1, 2.0, 50.0), half).value()).isEqualTo(5.0);
        assertThat(of(BY_INHABITANTS, member(1, 2.0, 50.0), half).value()).isEqualTo(5.0);
        assertThat(of("RATE(A,B)", rate(1, 10.0, 50.0), rate(2, 60.0, 300.0).counting(0.5))
                        .value())
                .isEqualTo(40.0 / 200);
        assertThat(of("SUM", member(1, 2.0, 50.0), half).status()).isEqualTo(ObsStatus.ESTIMATED);
    }

    @Test
    void a_member_that_counts_for_nothing_is_left_out_of_everything() {
        Member nothing = member(2, null, 300.0).counting(0);
        assertThat(of(BY_INHABITANTS, member(1, 2.0, 50.0), nothing))
                .isEqualTo(figure(2.0, ObsStatus.FINAL, 1, Weighting.BY_WEIGHT));
    }

    @Test
    void a_figure_has_the_weakest_status_of_the_members_used() {
        assertThat(statusOf(ObsStatus.FINAL, ObsStatus.FINAL)).isEqualTo(ObsStatus.FINAL);
        assertThat(statusOf(ObsStatus.PROVISIONAL, ObsStatus.FINAL)).isEqualTo(ObsStatus.PROVISIONAL);
        assertThat(statusOf(ObsStatus.PROVISIONAL, ObsStatus.ESTIMATED)).isEqualTo(ObsStatus.ESTIMATED);
        assertThat(of("SUM", member(1, 9.0, 90.0), member(2, null, 10.0).counting(0.5))
                        .status())
                .isEqualTo(ObsStatus.ESTIMATED);
        assertThat(of("SUM", member(1, 9.0, 90.0), member(2, 1.0, 10.0)).status())
                .isEqualTo(ObsStatus.FINAL);
    }

    @Test
    void a_member_counts_for_a_share_and_is_not_missing_when_it_has_figures() {
        for (double wrong : List.of(-0.1, 1.1, Double.NaN)) {
            assertInvalid("member-factor", () -> member(1, 2.0, null).counting(wrong));
        }
        assertInvalid("value-fits-status", () -> Member.ofValue(code(1), 2.0, null, ObsStatus.MISSING));
        assertInvalid("value-fits-status", () -> Member.ofRate(code(1), 2.0, 3.0, ObsStatus.MISSING));
    }

    private static ObsStatus statusOf(ObsStatus one, ObsStatus other) {
        return of("SUM", Member.ofValue(code(1), 1.0, null, one), Member.ofValue(code(2), 1.0, null, other))
                .status();
    }

    private static Aggregate of(String rule, Member... members) {
        return Aggregate.of(new Terms(new Aggregation(rule), null, 1, 0.8), List.of(members));
    }

    private static Aggregate figure(double value, ObsStatus status, double coverage, Weighting weighting) {
        return new Aggregate(value, status, null, coverage, List.of(), weighting);
    }

    private static Member member(int number, @Nullable Double value, @Nullable Double weight) {
        return Member.ofValue(code(number), value, weight, value == null ? ObsStatus.MISSING : ObsStatus.FINAL);
    }

    private static Member rate(int number, @Nullable Double numerator, @Nullable Double denominator) {
        return Member.ofRate(
                code(number), numerator, denominator, numerator == null ? ObsStatus.MISSING : ObsStatus.FINAL);
    }

    private static GebiedCode code(int number) {
        return new GebiedCode("BU0202000" + number);
    }

    private static IndicatorDefinition definition(@Nullable String unit, String aggregation) {
        return new IndicatorDefinition(
                INHABITANTS,
                "Naam",
                null,
                unit == null || unit.isEmpty() ? null : unit,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                new Aggregation(aggregation),
                null,
                null);
    }
}
