package nl.gebiedsmonitor.domain.impact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of an impact analysis.
 *
 * @param expected by the plan
 * @param bandwidth null when no amount is uncertain
 * @param realised with what was measured in the place of what was planned; null when nothing was measured yet
 */
public record Impact(
        Valuation expected,
        List<Sensitivity> sensitivity,
        @Nullable MonteCarlo bandwidth,
        @Nullable Valuation realised) {

    /**
     * Computes them.
     *
     * @param realisations of a cash flow and year the last one counts
     * @param draws how many plans are drawn for the bandwidth; null for as many as may be
     * @param seed of these draws
     */
    public static Impact of(ImpactPlan plan, Collection<Realisation> realisations, @Nullable Integer draws, long seed) {
        Amounts expected = Amounts.expected(plan);
        return new Impact(
                Valuation.of(plan, expected),
                Sensitivity.of(plan, expected),
                plan.cashFlows().stream().anyMatch(CashFlow::isUncertain)
                        ? MonteCarlo.of(plan, expected, draws, seed)
                        : null,
                realisations.isEmpty() ? null : Valuation.of(plan, expected.with(plan, byCashFlow(realisations))));
    }

    private static Map<String, SortedMap<Integer, Realisation>> byCashFlow(Collection<Realisation> realisations) {
        Map<String, SortedMap<Integer, Realisation>> byCashFlow = new HashMap<>();
        realisations.forEach(realisation -> byCashFlow
                .computeIfAbsent(realisation.cashFlow(), _ -> new TreeMap<>())
                .put(realisation.year(), realisation));
        return byCashFlow;
    }
}
