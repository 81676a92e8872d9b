package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/** Plans to value. */
final class Plans {

    static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    static final DiscountRate STANDARD =
            new DiscountRate(new BigDecimal("0.0225"), "Werkgroep discontovoet 2020", null);

    private Plans() {}

    /** A million at once, and 120,000 a year for ten years. */
    static ImpactPlan worked() {
        return plan(
                STANDARD,
                flow("investering", "gemeente", 0, 0, "-1000000"),
                flow("baten", "bewoners", 1, 10, "120000"));
    }

    static ImpactPlan plan(DiscountRate rate, CashFlow... flows) {
        return plan(rate, Map.of(), flows);
    }

    static ImpactPlan plan(DiscountRate rate, Map<Integer, BigDecimal> indices, CashFlow... flows) {
        return new ImpactPlan(
                "Taalklassen", ARNHEM_OOST, List.of(), 2025, 10, 2025, new TreeMap<>(indices), rate, List.of(flows));
    }

    static CashFlow flow(String key, String stakeholder, int from, int to, String amount) {
        return flow(key, stakeholder, from, to, amount, null, null, 2025);
    }

    static CashFlow flow(
            String key,
            String stakeholder,
            int from,
            int to,
            String amount,
            @Nullable String low,
            @Nullable String high,
            int priceLevel) {
        return new CashFlow(
                key,
                stakeholder,
                "Minder taalachterstand",
                from,
                to,
                new BigDecimal(amount),
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                priceLevel,
                "Begroting");
    }
}
