package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The net present value when every uncertain amount is drawn anew, each by itself, from the triangular distribution over
 * its bandwidth with its peak at the planned amount.
 *
 * @param draws how many plans were drawn
 * @param seed by which the same draws are made again
 * @param low below which 2.5 % of the drawn values lie
 * @param high above which 2.5 % lie
 * @param shareAboveZero of the draws, as a fraction
 */
public record MonteCarlo(
        int draws,
        long seed,
        double mean,
        double standardDeviation,
        double low,
        double median,
        double high,
        double shareAboveZero) {

    public static final int FEWEST = 100;
    public static final int MOST = 100_000;

    static MonteCarlo of(ImpactPlan plan, Amounts expected, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        double[] perEuro = perEuro(plan, expected);
        double certain = expected.netPresentValue();
        for (int draw = 0; draw < draws; draw++) {
            double value = certain;
            for (int i = 0; i < perEuro.length; i++) {
                CashFlow cashFlow = plan.cashFlows().get(i);
                if (cashFlow.isUncertain()) {
                    value += perEuro[i]
                            * (draw(cashFlow, random.nextDouble())
                                    - cashFlow.amount().doubleValue());
                }
            }
            values[draw] = value;
        }
        return summary(values, seed);
    }

    /** By how much the net present value grows with each euro a year of a cash flow. */
    private static double[] perEuro(ImpactPlan plan, Amounts expected) {
        double[] perEuro = new double[plan.cashFlows().size()];
        for (int i = 0; i < perEuro.length; i++) {
            perEuro[i] = expected.with(plan, i, BigDecimal.ONE).presentValue(i);
        }
        return perEuro;
    }

    /** The quantile of a triangular distribution. */
    private static double draw(CashFlow cashFlow, double share) {
        double low = Objects.requireNonNull(cashFlow.low()).doubleValue();
        double high = Objects.requireNonNull(cashFlow.high()).doubleValue();
        double peak = cashFlow.amount().doubleValue();
        double below = (peak - low) / (high - low);
        return share < below
                ? low + Math.sqrt(share * (high - low) * (peak - low))
                : high - Math.sqrt((1 - share) * (high - low) * (high - peak));
    }

    private static MonteCarlo summary(double[] values, long seed) {
        Arrays.sort(values);
        int draws = values.length;
        double mean = Arrays.stream(values).sum() / draws;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new MonteCarlo(
                draws,
                seed,
                mean,
                Math.sqrt(squares / (draws - 1)),
                quantile(values, 0.025),
                quantile(values, 0.5),
                quantile(values, 0.975),
                Arrays.stream(values).filter(value -> value > 0).count() / (double) draws);
    }

    /** Between the two values nearest, in proportion (type 7 of Hyndman and Fan, 1996). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
