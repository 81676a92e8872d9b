package nl.gebiedsmonitor.domain.impact;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static nl.gebiedsmonitor.domain.impact.Plans.STANDARD;
import static nl.gebiedsmonitor.domain.impact.Plans.flow;
import static nl.gebiedsmonitor.domain.impact.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.domain.impact.Valuation.Share;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final ImpactPlan UNCERTAIN = plan(
            STANDARD,
            flow("investering", "gemeente", 0, 0, "-1000000"),
            flow("baten", "bewoners", 1, 10, "120000", "60000", "150000", 2025),
            flow("beheer", "gemeente", 1, 10, "-5000", "-8000", "-5000", 2025));

    private static Impact impact(ImpactPlan plan, Realisation... realisations) {
        return Impact.of(plan, List.of(realisations), 10_000, 1);
    }

    @Test
    void the_worked_example_of_the_dutch_standard_rate() {
        Valuation expected = impact(Plans.worked()).expected();
        assertThat(expected.netPresentValue()).isEqualTo(63_945.96186422906, within(1e-6));
        assertThat(expected.costs()).isEqualTo(1_000_000);
        assertThat(expected.benefitCostRatio()).isEqualTo(1.063945961864229, within(1e-12));
        assertThat(expected.paybackYear()).isEqualTo(10);
        assertThat(expected.years()).hasSize(11);
        assertThat(expected.years().get(1).presentValue()).isEqualTo(120_000 / 1.0225, within(1e-9));
    }

    @Test
    void who_pays_and_who_profits_adds_up_to_the_whole() {
        Valuation expected = impact(UNCERTAIN).expected();
        assertThat(expected.stakeholders().stream().map(Share::name)).containsExactly("gemeente", "bewoners");
        assertThat(expected.stakeholders().stream().mapToDouble(Share::net).sum())
                .isEqualTo(expected.netPresentValue(), within(1e-6));
        assertThat(expected.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.costs()).isEqualTo(expected.costs(), within(1e-6));
            assertThat(effect.benefits()).isEqualTo(expected.benefits(), within(1e-6));
        });
    }

    @Test
    void nothing_is_paid_back_that_costs_more_than_it_yields_and_without_costs_there_is_no_ratio() {
        Valuation loss = impact(plan(STANDARD, flow("investering", "gemeente", 0, 0, "-10")))
                .expected();
        assertThat(loss.paybackYear()).isNull();
        Valuation gift =
                impact(plan(STANDARD, flow("baten", "bewoners", 3, 3, "10"))).expected();
        assertThat(gift.benefitCostRatio()).isNull();
        assertThat(gift.paybackYear()).isZero();
    }

    @Test
    void amounts_of_another_price_level_are_put_in_the_prices_of_the_results() {
        ImpactPlan plan = plan(
                STANDARD,
                Map.of(2020, new BigDecimal("1.25")),
                flow("baten", "bewoners", 0, 0, "100", null, null, 2020));
        assertThat(impact(plan).expected().netPresentValue()).isEqualTo(125);
    }

    @Test
    void sensitivity_moves_one_assumption_at_a_time_and_the_widest_comes_first() {
        List<Sensitivity> sensitivity = impact(UNCERTAIN).sensitivity();
        assertThat(sensitivity.stream().map(Sensitivity::assumption))
                .containsExactly("baten", "discount-rate", "beheer");
        double perEuro = (1_000_000 + 63_945.96186422906) / 120_000;
        double expected = impact(UNCERTAIN).expected().netPresentValue();
        assertThat(sensitivity.getFirst().low()).isEqualTo(expected - 60_000 * perEuro, within(1e-3));
        assertThat(sensitivity.getFirst().high()).isEqualTo(expected + 30_000 * perEuro, within(1e-3));
        assertThat(sensitivity.get(1).low()).isGreaterThan(expected);
    }

    @Test
    void the_bandwidth_has_the_mean_of_its_triangles_and_comes_again_by_its_seed() {
        MonteCarlo bandwidth = Objects.requireNonNull(impact(UNCERTAIN).bandwidth());
        double perEuro = (1_000_000 + 63_945.96186422906) / 120_000;
        double mean = -1_000_000 + perEuro * ((60_000 + 120_000 + 150_000) / 3.0 + (-8_000 - 5_000 - 5_000) / 3.0);
        double error = bandwidth.standardDeviation() / Math.sqrt(bandwidth.draws());
        assertThat(bandwidth.mean()).isEqualTo(mean, within(4 * error));
        assertThat(bandwidth.low()).isLessThan(bandwidth.median());
        assertThat(bandwidth.high()).isGreaterThan(bandwidth.median());
        assertThat(bandwidth.shareAboveZero()).isBetween(0.05, 0.6);
        assertThat(impact(UNCERTAIN).bandwidth()).isEqualTo(bandwidth);
        assertThat(Impact.of(UNCERTAIN, List.of(), 10_000, 2).bandwidth()).isNotEqualTo(bandwidth);
        assertThat(impact(Plans.worked()).bandwidth())
                .as("nothing is uncertain")
                .isNull();
    }

    @Test
    void so_many_draws_of_so_many_amounts_are_too_much() {
        CashFlow[] flows = new CashFlow[200];
        for (int i = 0; i < flows.length; i++) {
            flows[i] = flow("regel-" + i, "gemeente", 0, 0, "5", "4", "6", 2025);
        }
        ImpactPlan wide = plan(STANDARD, flows);
        assertInvalid("draws", () -> Impact.of(wide, List.of(), 100_000, 1));
        assertThat(Impact.of(wide, List.of(), 50_000, 1).bandwidth()).isNotNull();
        MonteCarlo asManyAsMayBe =
                Objects.requireNonNull(Impact.of(wide, List.of(), null, 1).bandwidth());
        assertThat(asManyAsMayBe.draws()).isBetween(50_000, 99_999);
    }

    @Test
    void what_was_measured_takes_the_place_of_what_was_planned_in_its_year_only() {
        assertThat(impact(Plans.worked()).realised()).isNull();
        Valuation realised = Objects.requireNonNull(impact(
                        Plans.worked(),
                        new Realisation("baten", 1, new BigDecimal("90000"), 2025, "Jaarrekening"),
                        new Realisation("baten", 1, new BigDecimal("100000"), 2025, "Jaarrekening, hersteld"))
                .realised());
        assertThat(realised.netPresentValue()).isEqualTo(63_945.96186422906 - 20_000 / 1.0225, within(1e-6));
    }
}
