package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.measure.MeasureId;

/**
 * What an approach in a gebied is expected to cost and to yield.
 *
 * @param title 1 to 200 characters
 * @param gebied where
 * @param measures what the approach consists of, at most 100
 * @param baseYear the calendar year that is year 0, in which amounts are not discounted
 * @param horizon the last year that counts; nothing may fall after it
 * @param priceLevel the year in whose prices the results are
 * @param priceIndices of each other price level in use, what its prices are multiplied by to be in those of the results
 * @param cashFlows 1 to 500, each with a key of its own
 */
public record ImpactPlan(
        String title,
        GebiedCode gebied,
        List<MeasureId> measures,
        int baseYear,
        int horizon,
        int priceLevel,
        SortedMap<Integer, BigDecimal> priceIndices,
        DiscountRate discountRate,
        List<CashFlow> cashFlows) {

    public static final TextRule TITLE =
            TextRule.oneLine("impact-analysis-title", "An impact analysis has a title", 200);
    public static final ListRule MEASURES =
            ListRule.atMost(100, "impact-analysis-measures", "measures", "measures of an approach");
    public static final ListRule CASH_FLOWS =
            new ListRule("cash-flows", "cashFlows", "costs and benefits of an impact analysis", 1, 500);

    /** @throws InvalidValue when the parts do not fit together */
    public ImpactPlan {
        title = TITLE.read(title);
        measures = MEASURES.read(measures);
        CASH_FLOWS.require(cashFlows);
        cashFlows = List.copyOf(cashFlows);
        requireYear(baseYear);
        requireYear(priceLevel);
        requireHorizon(horizon);
        requireIndices(priceLevel, priceIndices, cashFlows);
        SortedMap<Integer, BigDecimal> plain = new TreeMap<>();
        priceIndices.forEach((year, index) -> plain.put(year, index.stripTrailingZeros()));
        priceIndices = Collections.unmodifiableSortedMap(plain);
        requireCashFlows(horizon, cashFlows);
    }

    /**
     * Holds a calendar year to its bounds, 1990 to 2100.
     *
     * @throws InvalidValue when it lies outside these
     */
    public static Integer requireYear(Integer year) {
        if (year < 1990 || year > 2100) {
            throw new InvalidValue("calendar-year", year, "This is a calendar year from 1990 to 2100.");
        }
        return year;
    }

    /**
     * Holds a number of years to look ahead to its bounds, 1 to 100.
     *
     * @throws InvalidValue when it lies outside these
     */
    public static Integer requireHorizon(Integer years) {
        if (years < 1 || years > CashFlow.LAST_YEAR) {
            throw new InvalidValue(
                    "horizon", years, "A horizon is a number of years from 1 to " + CashFlow.LAST_YEAR + ".");
        }
        return years;
    }

    private static void requireIndices(int priceLevel, Map<Integer, BigDecimal> indices, List<CashFlow> cashFlows) {
        indices.forEach((year, index) -> {
            if (index.scale() > 8 || index.signum() <= 0 || index.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new InvalidValue(
                                "price-index", index, "A price index lies above 0 and is at most 100, with 8 decimals.")
                        .inField("priceIndices." + year);
            }
        });
        for (CashFlow cashFlow : cashFlows) {
            if (cashFlow.priceLevel() != priceLevel && !indices.containsKey(cashFlow.priceLevel())) {
                throw new InvalidValue(
                                "price-index-stated",
                                cashFlow.priceLevel(),
                                "State what prices of " + cashFlow.priceLevel()
                                        + " are multiplied by to be in those of " + priceLevel + ".")
                        .inField("priceIndices");
            }
        }
    }

    private static void requireCashFlows(int horizon, List<CashFlow> cashFlows) {
        Set<String> keys = new HashSet<>();
        for (CashFlow cashFlow : cashFlows) {
            if (!keys.add(cashFlow.key())) {
                throw new InvalidValue("cash-flow-key-once", cashFlow.key(), "This key is there twice.")
                        .inField("cashFlows");
            }
            if (cashFlow.toYear() > horizon) {
                throw new InvalidValue(
                                "within-horizon",
                                cashFlow.toYear(),
                                cashFlow.key() + " falls after year " + horizon + ", the last that counts.")
                        .inField("cashFlows");
            }
        }
    }

    /** What an amount in the prices of a year is in the prices of the results. */
    double inPricesOfResults(double amount, int year) {
        return year == priceLevel
                ? amount
                : amount * priceIndices.getOrDefault(year, BigDecimal.ONE).doubleValue();
    }
}
