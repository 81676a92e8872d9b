package nl.gebiedsmonitor.domain.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an approach is worth by its plan, in the prices of the results, discounted to the base year.
 *
 * @param netPresentValue all benefits less all costs
 * @param costs as a positive amount
 * @param benefitCostRatio benefits divided by costs; null when there are no costs
 * @param stakeholders who pays and who profits, in the order of the plan
 * @param effects what is paid for and what comes of it, in the order of the plan
 * @param years year by year, from 0 to the horizon
 * @param paybackYear the year from which all that came before it is worth more than it cost, to the end; null when there is
 *     none
 */
public record Valuation(
        double netPresentValue,
        double costs,
        double benefits,
        @Nullable Double benefitCostRatio,
        List<Share> stakeholders,
        List<Share> effects,
        List<Year> years,
        @Nullable Integer paybackYear) {

    /** What falls to one stakeholder, or comes of one effect. */
    public record Share(String name, double costs, double benefits, double net) {

        Share with(double value) {
            return new Share(name, costs - Math.min(value, 0), benefits + Math.max(value, 0), net + value);
        }
    }

    /**
     * What falls in one year.
     *
     * @param cashFlow not discounted
     * @param cumulative of all years up to it, discounted
     */
    public record Year(int year, double cashFlow, double presentValue, double cumulative) {}

    static Valuation of(ImpactPlan plan, Amounts amounts) {
        List<Year> years = new ArrayList<>();
        double cumulative = 0;
        for (int year = 0; year <= plan.horizon(); year++) {
            double cashFlow = 0;
            for (int i = 0; i < plan.cashFlows().size(); i++) {
                cashFlow += amounts.of(i, year);
            }
            double presentValue = cashFlow * plan.discountRate().factor(year);
            cumulative += presentValue;
            years.add(new Year(year, cashFlow, presentValue, cumulative));
        }
        Share all = new Share("", 0, 0, 0);
        for (int i = 0; i < plan.cashFlows().size(); i++) {
            all = all.with(amounts.presentValue(i));
        }
        return new Valuation(
                cumulative,
                all.costs(),
                all.benefits(),
                all.costs() == 0 ? null : Double.valueOf(all.benefits() / all.costs()),
                shares(plan, amounts, CashFlow::stakeholder),
                shares(plan, amounts, CashFlow::effect),
                years,
                paybackYear(years));
    }

    private static List<Share> shares(ImpactPlan plan, Amounts amounts, Function<CashFlow, String> name) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (int i = 0; i < plan.cashFlows().size(); i++) {
            double value = amounts.presentValue(i);
            shares.compute(
                    name.apply(plan.cashFlows().get(i)),
                    (key, share) -> (share == null ? new Share(key, 0, 0, 0) : share).with(value));
        }
        return List.copyOf(shares.values());
    }

    private static @Nullable Integer paybackYear(List<Year> years) {
        Integer payback = null;
        for (Year year : years) {
            if (year.cumulative() < 0) {
                payback = null;
            } else if (payback == null) {
                payback = year.year();
            }
        }
        return payback;
    }
}
