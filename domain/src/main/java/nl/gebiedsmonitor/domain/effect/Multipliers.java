package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The multiplier bootstrap (Callaway and Sant'Anna 2021, Algorithm 1): each unit counts for a number drawn from the two of
 * Mammen (Ann. Statistics 21, 1993), of mean 0 and variance 1. Draws are not kept: they are made again from the seed for so
 * many contrasts at a time as there is room for.
 */
final class Multipliers implements Measured.Measuring {

    /** How many numbers are kept at a time. */
    private static final int ROOM = 1 << 20;

    private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

    /** How often the lower number is drawn. */
    private static final double LOWER = GOLDEN / Math.sqrt(5);

    /** Between the quartiles of the standard normal distribution. */
    private static final double NORMAL_QUARTILES = 1.3489795003921634;

    private final Cohorts cohorts;
    private final int replications;
    private final long seed;
    private final Deadline deadline;
    private final Progress progress;

    Multipliers(Cohorts cohorts, int replications, long seed, Deadline deadline, Progress progress) {
        this.cohorts = cohorts;
        this.replications = replications;
        this.seed = seed;
        this.deadline = deadline;
        this.progress = progress;
    }

    /** How many draws are made for so many contrasts. */
    static long drawn(Cohorts cohorts, int replications, int contrasts) {
        int together = together(cohorts, replications);
        return (contrasts + together - 1L) / together * replications;
    }

    private static int together(Cohorts cohorts, int replications) {
        return Math.max(1, ROOM / Math.max(replications, cohorts.periods()));
    }

    @Override
    public List<Measured> measure(int count, IntFunction<CohortContrast> contrasts) {
        List<Measured> measured = new ArrayList<>(count);
        int together = together(cohorts, replications);
        for (int from = 0; from < count; from += together) {
            List<CohortContrast> some = IntStream.range(from, Math.min(count, from + together))
                    .mapToObj(contrasts)
                    .toList();
            double[][] drawn = draw(some);
            for (int i = 0; i < drawn.length; i++) {
                CohortContrast contrast = some.get(i);
                measured.add(new Measured(contrast.value(), contrast.isKnown() ? spread(drawn[i]) : null));
            }
        }
        return measured;
    }

    /** What comes out for each contrast in each draw. */
    private double[][] draw(List<CohortContrast> contrasts) {
        double[][] drawn = new double[contrasts.size()][replications];
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> generators =
                Stream.generate(random::split).limit(replications).toList();
        IntStream.range(0, replications).parallel().forEach(i -> {
            deadline.check();
            Draw draw = new Draw(cohorts, generators.get(i));
            for (int c = 0; c < drawn.length; c++) {
                drawn[c][i] = contrasts.get(c).drawn(draw);
            }
            progress.step();
        });
        return drawn;
    }

    /** From the quartiles of the draws, as in the paper; null where there is none. */
    private static @Nullable Double spread(double[] drawn) {
        Arrays.sort(drawn);
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
