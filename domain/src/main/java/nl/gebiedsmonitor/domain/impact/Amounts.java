package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** What each cash flow of a plan amounts to in each year, in the prices of the results. */
final class Amounts {

    /** By cash flow and year; 0 where nothing falls. */
    private final double[][] amounts;

    private final double rate;

    private Amounts(double[][] amounts, double rate) {
        this.amounts = amounts;
        this.rate = rate;
    }

    /** As planned. */
    static Amounts expected(ImpactPlan plan) {
        double[][] amounts = new double[plan.cashFlows().size()][plan.horizon() + 1];
        for (int i = 0; i < amounts.length; i++) {
            fill(plan, amounts[i], i, plan.cashFlows().get(i).amount().doubleValue());
        }
        return new Amounts(amounts, plan.discountRate().rate().doubleValue());
    }

    private static void fill(ImpactPlan plan, double[] years, int cashFlow, double amount) {
        CashFlow planned = plan.cashFlows().get(cashFlow);
        double inPrices = plan.inPricesOfResults(amount, planned.priceLevel());
        for (int year = planned.fromYear(); year <= planned.toYear(); year++) {
            years[year] = inPrices;
        }
    }

    /** As planned, but for one cash flow. */
    Amounts with(ImpactPlan plan, int cashFlow, BigDecimal amount) {
        double[][] changed = amounts.clone();
        changed[cashFlow] = new double[plan.horizon() + 1];
        fill(plan, changed[cashFlow], cashFlow, amount.doubleValue());
        return new Amounts(changed, rate);
    }

    /** As planned, at another discount rate. */
    Amounts at(double otherRate) {
        return new Amounts(amounts, otherRate);
    }

    /** As measured in the years for which that is known, and as planned in the others. */
    Amounts with(ImpactPlan plan, Map<String, SortedMap<Integer, Realisation>> realised) {
        double[][] changed = amounts.clone();
        for (int i = 0; i < changed.length; i++) {
            CashFlow planned = plan.cashFlows().get(i);
            SortedMap<Integer, Realisation> measured = realised.get(planned.key());
            if (measured != null) {
                double[] years = changed[i].clone();
                measured.forEach((year, realisation) -> years[year] =
                        plan.inPricesOfResults(realisation.amount().doubleValue(), realisation.priceLevel()));
                changed[i] = years;
            }
        }
        return new Amounts(changed, rate);
    }

    double of(int cashFlow, int year) {
        return Objects.requireNonNull(amounts[cashFlow])[year];
    }

    double presentValue(int cashFlow) {
        double value = 0;
        for (int year = 0; year < amounts[cashFlow].length; year++) {
            value += amounts[cashFlow][year] * DiscountRate.factor(rate, year);
        }
        return value;
    }

    double netPresentValue() {
        double value = 0;
        for (int i = 0; i < amounts.length; i++) {
            value += presentValue(i);
        }
        return value;
    }
}
