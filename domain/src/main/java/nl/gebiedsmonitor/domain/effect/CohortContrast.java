package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.GroupTimes.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A group-time effect or a weighted mean of them (Callaway and Sant'Anna 2021): in each group some periods count for
 * something, and what comes out of the group is set against the same periods of the units that are never treated. So all of
 * them have one form, and one influence function: that of the means, and, where groups are weighted by their share of the
 * units, that of these shares (their Theorems 2 and 3, without covariates).
 */
final class CohortContrast {

    private final Cohorts cohorts;

    /** What each period counts for in each treated group; null for groups that do not take part. */
    private final double[] @Nullable [] shares;

    /** The influence of a unit of each treated group by being one of it. */
    private final double[] membership;

    private final double value;

    private CohortContrast(Cohorts cohorts, double[] @Nullable [] shares, double[] membership) {
        this.cohorts = cohorts;
        this.shares = shares;
        this.membership = membership;
        double sum = 0;
        for (int group = 0; group < shares.length; group++) {
            double[] own = shares[group];
            if (own != null) {
                sum += dot(own, cohorts.means(group)) - dot(own, cohorts.means(cohorts.never()));
            }
        }
        this.value = cohorts.rounding().settled(sum);
    }

    /** The effect on one group in one period, against the last period before its treatment. */
    static CohortContrast cell(Cohorts cohorts, int group, int period) {
        double[] own = new double[cohorts.periods()];
        own[period] += 1;
        own[cohorts.start(group) - 1] -= 1;
        double[] @Nullable [] shares = new double[cohorts.groups()][];
        shares[group] = own;
        return new CohortContrast(cohorts, shares, new double[cohorts.groups()]);
    }

    /** The sum of some, each times a factor. */
    static CohortContrast sum(List<CohortContrast> parts, double[] factors) {
        Cohorts cohorts = parts.getFirst().cohorts;
        double[] @Nullable [] shares = new double[cohorts.groups()][];
        double[] membership = new double[cohorts.groups()];
        for (int i = 0; i < factors.length; i++) {
            CohortContrast part = parts.get(i);
            for (int group = 0; group < membership.length; group++) {
                membership[group] += factors[i] * part.membership[group];
                double[] theirs = part.shares[group];
                if (theirs != null) {
                    double[] own = shares[group] == null ? new double[theirs.length] : shares[group];
                    for (int t = 0; t < own.length; t++) {
                        own[t] += factors[i] * theirs[t];
                    }
                    shares[group] = own;
                }
            }
        }
        return new CohortContrast(cohorts, shares, membership);
    }

    static CohortContrast mean(List<CohortContrast> parts) {
        return sum(
                parts,
                IntStream.range(0, parts.size())
                        .mapToDouble(i -> 1.0 / parts.size())
                        .toArray());
    }

    /**
     * The mean weighted by the sizes of groups, which are estimates of their shares.
     *
     * @param groupOf the group of each part
     */
    static CohortContrast meanBySize(List<CohortContrast> parts, IntUnaryOperator groupOf) {
        Cohorts cohorts = parts.getFirst().cohorts;
        double all = IntStream.range(0, parts.size())
                .mapToDouble(i -> cohorts.size(groupOf.applyAsInt(i)))
                .sum();
        double[] factors = IntStream.range(0, parts.size())
                .mapToDouble(i -> cohorts.size(groupOf.applyAsInt(i)) / all)
                .toArray();
        CohortContrast mean = sum(parts, factors);
        double share = all / cohorts.units();
        for (int i = 0; i < factors.length; i++) {
            mean.membership[groupOf.applyAsInt(i)] += (parts.get(i).value - mean.value) / share;
        }
        return mean;
    }

    /** The same of single effects, of which there may be many. */
    static CohortContrast meanOfCells(Cohorts cohorts, List<Cell> cells) {
        double all =
                cells.stream().mapToDouble(cell -> cohorts.size(cell.group())).sum();
        double[] @Nullable [] shares = new double[cohorts.groups()][];
        for (Cell cell : cells) {
            double[] own = shares[cell.group()];
            if (own == null) {
                own = new double[cohorts.periods()];
                shares[cell.group()] = own;
            }
            double factor = cohorts.size(cell.group()) / all;
            own[cell.period()] += factor;
            own[cell.start() - 1] -= factor;
        }
        CohortContrast mean = new CohortContrast(cohorts, shares, new double[cohorts.groups()]);
        double share = all / cohorts.units();
        for (Cell cell : cells) {
            double effect = rise(cohorts, cell.group(), cell) - rise(cohorts, cohorts.never(), cell);
            mean.membership[cell.group()] += (effect - mean.value) / share;
        }
        return mean;
    }

    private static double rise(Cohorts cohorts, int group, Cell cell) {
        return cohorts.means(group)[cell.period()] - cohorts.means(group)[cell.start() - 1];
    }

    double value() {
        return value;
    }

    /**
     * By the influence functions, each unit a cluster; null where it is zero, or rests on single units, whose spread is not
     * known.
     */
    @Nullable
    Double standardError() {
        if (!isKnown()) {
            return null;
        }
        double squares = 0;
        double[] pooled = new double[cohorts.periods()];
        for (int group = 0; group < shares.length; group++) {
            double[] own = shares[group];
            if (own != null) {
                squares += squares(group, own, membership[group]);
                for (int t = 0; t < pooled.length; t++) {
                    pooled[t] += own[t];
                }
            }
        }
        squares += squares(cohorts.never(), pooled, 0);
        return squares > 0 ? Double.valueOf(Math.sqrt(squares) / cohorts.units()) : null;
    }

    private double squares(int group, double[] own, double member) {
        double scale = (double) cohorts.units() / cohorts.size(group);
        double squares = 0;
        for (double[] deviation : cohorts.deviations(group)) {
            double influence = scale * dot(own, deviation) + member;
            squares += influence * influence;
        }
        return squares;
    }

    /** Whether there is anything to compare, and a group of more than one unit takes part. */
    boolean isKnown() {
        for (int group = 0; group < shares.length; group++) {
            double[] own = shares[group];
            if (own != null && cohorts.size(group) > 1 && cohorts.size(cohorts.never()) > 1) {
                return true;
            }
        }
        return false;
    }

    /** The mean influence when each unit counts for what was drawn for it. */
    double drawn(Multipliers.Draw draw) {
        double sum = 0;
        for (int group = 0; group < shares.length; group++) {
            double[] own = shares[group];
            if (own != null) {
                sum += dot(own, draw.sums(group)) / cohorts.size(group)
                        - dot(own, draw.sums(cohorts.never())) / cohorts.size(cohorts.never())
                        + membership[group] * draw.count(group) / cohorts.units();
            }
        }
        return sum;
    }

    /** What each unit that is never treated has by itself in place of their mean, less that mean. */
    double[] controlDeviations() {
        double[][] deviations = cohorts.deviations(cohorts.never());
        double[] pooled = new double[cohorts.periods()];
        for (double[] own : shares) {
            for (int t = 0; own != null && t < pooled.length; t++) {
                pooled[t] += own[t];
            }
        }
        return IntStream.range(0, deviations.length)
                .mapToDouble(unit -> cohorts.rounding().settled(dot(pooled, deviations[unit])))
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}
