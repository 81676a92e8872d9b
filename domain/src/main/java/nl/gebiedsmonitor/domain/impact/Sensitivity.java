package nl.gebiedsmonitor.domain.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How the net present value moves with one assumption at a time, the one that matters most first.
 *
 * @param assumption the key of a cash flow, or {@code discount-rate}
 * @param low the net present value with the assumption at its low end
 * @param high with it at its high end
 */
public record Sensitivity(String assumption, double low, double high) {

    static final String DISCOUNT_RATE = "discount-rate";

    /** How far the discount rate is moved either way. */
    private static final double RATE_STEP = 0.01;

    private double span() {
        return Math.abs(high - low);
    }

    static List<Sensitivity> of(ImpactPlan plan, Amounts expected) {
        List<Sensitivity> all = new ArrayList<>();
        double rate = plan.discountRate().rate().doubleValue();
        all.add(new Sensitivity(
                DISCOUNT_RATE,
                expected.at(rate - RATE_STEP).netPresentValue(),
                expected.at(rate + RATE_STEP).netPresentValue()));
        for (int i = 0; i < plan.cashFlows().size(); i++) {
            CashFlow cashFlow = plan.cashFlows().get(i);
            if (cashFlow.isUncertain()) {
                all.add(new Sensitivity(
                        cashFlow.key(),
                        expected.with(plan, i, Objects.requireNonNull(cashFlow.low()))
                                .netPresentValue(),
                        expected.with(plan, i, Objects.requireNonNull(cashFlow.high()))
                                .netPresentValue()));
            }
        }
        all.sort(Comparator.comparingDouble(Sensitivity::span).reversed());
        return all;
    }
}
