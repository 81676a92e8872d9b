package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The multiplier bootstrap (Callaway and Sant'Anna 2021, Algorithm 1): each unit counts for a number drawn from the two of
 * Mammen (Ann. Statistics 21, 1993), of mean 0 and variance 1. A draw is kept as its sums over each group, of which every
 * contrast can be made.
 */
final class Multipliers {

    private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

    /** How often the lower number is drawn. */
    private static final double LOWER = GOLDEN / Math.sqrt(5);

    /** Between the quartiles of the standard normal distribution. */
    private static final double NORMAL_QUARTILES = 1.3489795003921634;

    private final List<Draw> draws;

    private Multipliers(List<Draw> draws) {
        this.draws = draws;
    }

    static Multipliers of(Cohorts cohorts, int replications, long seed, Deadline deadline, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Multipliers(Stream.generate(random::split).limit(replications).toList().parallelStream()
                .map(generator -> {
                    deadline.check();
                    Draw draw = new Draw(cohorts, generator);
                    progress.step();
                    return draw;
                })
                .toList());
    }

    /** From the quartiles of the draws, as in the paper. */
    @Nullable
    Double standardError(CohortContrast contrast) {
        if (!contrast.isKnown()) {
            return null;
        }
        double[] drawn = draws.stream().mapToDouble(contrast::drawn).sorted().toArray();
        double spread = (quantile(drawn, 0.75) - quantile(drawn, 0.25)) / NORMAL_QUARTILES;
        return spread > 0 ? Double.valueOf(spread) : null;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** What was drawn for the units, summed over each group. */
    static final class Draw {

        private final double[][] sums;
        private final double[] counts;

        private Draw(Cohorts cohorts, SplittableRandom random) {
            sums = new double[cohorts.groups() + 1][cohorts.periods()];
            counts = new double[cohorts.groups() + 1];
            for (int group = 0; group < sums.length; group++) {
                for (double[] deviation : cohorts.deviations(group)) {
                    double multiplier = random.nextDouble() < LOWER ? 1 - GOLDEN : GOLDEN;
                    counts[group] += multiplier;
                    for (int t = 0; t < deviation.length; t++) {
                        sums[group][t] += multiplier * deviation[t];
                    }
                }
            }
        }

        /** The deviations of the units of a group in each period, times what was drawn. */
        double[] sums(int group) {
            return sums[group];
        }

        double count(int group) {
            return counts[group];
        }
    }
}
