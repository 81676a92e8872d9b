package nl.gebiedsmonitor.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnyImpactTest {

    private static ImpactPlan plan(List<Integer> amounts, int rate) {
        List<CashFlow> flows = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            int year = i % 11;
            flows.add(Plans.flow("regel-" + i, "partij-" + i % 3, year, 10, Integer.toString(amounts.get(i))));
        }
        return Plans.plan(
                new DiscountRate(BigDecimal.valueOf(rate, 4), "Zomaar", null), flows.toArray(CashFlow[]::new));
    }

    private static double value(ImpactPlan plan) {
        return Impact.of(plan, List.of(), 100, 1).expected().netPresentValue();
    }

    @Property(tries = 200)
    void the_parts_add_up_however_they_are_cut(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -1_000_000, max = 1_000_000) Integer> amounts,
            @ForAll @IntRange(min = -500, max = 2500) int rate) {
        Valuation valuation = Impact.of(plan(amounts, rate), List.of(), 100, 1).expected();
        double total = valuation.netPresentValue();
        double scale = 1e-9 * (1 + valuation.costs() + valuation.benefits());
        assertThat(valuation.benefits() - valuation.costs()).isEqualTo(total, within(scale));
        assertThat(valuation.stakeholders().stream()
                        .mapToDouble(Valuation.Share::net)
                        .sum())
                .isEqualTo(total, within(scale));
        assertThat(valuation.years().stream()
                        .mapToDouble(Valuation.Year::presentValue)
                        .sum())
                .isEqualTo(total, within(scale));
    }

    @Property(tries = 100)
    void the_order_of_the_lines_does_not_matter(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -1_000_000, max = 1_000_000) Integer> amounts,
            @ForAll long seed) {
        ImpactPlan plan = plan(amounts, 225);
        List<CashFlow> shuffled = new ArrayList<>(plan.cashFlows());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(value(Plans.plan(plan.discountRate(), shuffled.toArray(CashFlow[]::new))))
                .isEqualTo(value(plan), within(1e-6 * (1 + Math.abs(value(plan)))));
    }

    @Property(tries = 100)
    void at_a_rate_of_nothing_a_euro_is_a_euro_whenever_it_comes(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -1_000_000, max = 1_000_000) Integer> amounts) {
        ImpactPlan plan = plan(amounts, 0);
        double sum = plan.cashFlows().stream()
                .mapToDouble(flow -> flow.amount().doubleValue() * (flow.toYear() - flow.fromYear() + 1))
                .sum();
        assertThat(value(plan)).isEqualTo(sum, within(1e-6));
    }
}
