package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

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

    /** How many amounts may be drawn for one answer, over all plans. */
    private static final long MOST_AMOUNTS = 10_000_000;

    /** An uncertain amount, and by how much the net present value grows with each euro of it. */
    private record Triangle(double low, double peak, double high, double perEuro) {

        /** By how much the net present value differs from the planned one, by the quantile of the distribution. */
        double difference(double share) {
            double below = (peak - low) / (high - low);
            double amount = share < below
                    ? low + Math.sqrt(share * (high - low) * (peak - low))
                    : high - Math.sqrt((1 - share) * (high - low) * (high - peak));
            return perEuro * (amount - peak);
        }
    }

    /**
     * Draws plans.
     *
     * @param wanted how many; null for as many as there may be
     * @throws InvalidValue when so many draws of so many uncertain amounts are too much to ask
     */
    static MonteCarlo of(ImpactPlan plan, Amounts expected, @Nullable Integer wanted, long seed) {
        List<Triangle> triangles = triangles(plan, expected);
        int most = (int) Math.min(MOST, MOST_AMOUNTS / triangles.size());
        int draws = wanted == null ? most : wanted;
        if (draws > most) {
            throw new InvalidValue(
                            "draws",
                            draws,
                            "With " + triangles.size() + " uncertain amounts at most " + most + " plans are drawn.")
                    .inField("draws");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        double certain = expected.netPresentValue();
        for (int draw = 0; draw < draws; draw++) {
            double value = certain;
            for (Triangle triangle : triangles) {
                value += triangle.difference(random.nextDouble());
            }
            values[draw] = value;
        }
        return summary(values, seed);
    }

    private static List<Triangle> triangles(ImpactPlan plan, Amounts expected) {
        List<Triangle> triangles = new ArrayList<>();
        for (int i = 0; i < plan.cashFlows().size(); i++) {
            CashFlow cashFlow = plan.cashFlows().get(i);
            if (cashFlow.isUncertain()) {
                triangles.add(new Triangle(
                        Objects.requireNonNull(cashFlow.low()).doubleValue(),
                        cashFlow.amount().doubleValue(),
                        Objects.requireNonNull(cashFlow.high()).doubleValue(),
                        expected.with(plan, i, BigDecimal.ONE).presentValue(i)));
            }
        }
        return triangles;
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
