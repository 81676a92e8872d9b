package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * Minimises {@code zeta^2 |x|^2 + |D x|^2 / n} over the simplex, D being n x m, by Frank-Wolfe steps with exact line
 * search; this is the objective of the unit and the time weights, with the target subtracted from every column, which
 * changes nothing on the simplex and keeps digits.
 *
 * <p>The published procedure is that of the authors' package: the solution in the second round is the optimum only where
 * it stops before 10,000 iterations. The exact one then exchanges weight between two coordinates at a time (pairwise
 * Frank-Wolfe, Lacoste-Julien and Jaggi, NIPS 2015; the second by the largest gain, as in Fan, Chen and Lin, JMLR 6,
 * 2005), which converges linearly where plain steps zigzag.
 */
final class FrankWolfe {

    static final int FIRST_ROUND = 100;
    static final int SECOND_ROUND = 10_000;

    /** How many exchanges are made at most; where these do not do, the gap tells how far it is. */
    static final int EXCHANGES = 1_000_000;

    /** The gap that proves the optimum, as a share of the noise variance. */
    static final double GAP = 1e-12;

    private static final int CHECKED = 256;

    /** How many slopes are looked through at a time: few enough to find the lowest again soon. */
    private static final int STRETCH = 256;

    /** With so many columns, steps are made on those that they go to, once these are settled. */
    private static final int WIDE = 1_024;

    /** After how many steps they are looked for. */
    private static final int SETTLED = 500;

    /** What share of the columns is few enough to be copied. */
    private static final double NARROW = 0.8;

    private final double[][] d;
    private final Products products;
    private final double penalty;
    private final int rows;
    private final Deadline deadline;
    private final double[] x;
    private double length;
    private int iterations;
    private int narrowed;
    private boolean cut;

    /** By how much the last step lowered the objective. */
    private double decrease = Double.POSITIVE_INFINITY;

    /**
     * @param d the rows of D
     * @param start a point of the simplex, which is copied
     */
    FrankWolfe(double[][] d, double zeta, double[] start, Deadline deadline) {
        this(d, Products.of(d), d.length * zeta * zeta, start, deadline);
    }

    private FrankWolfe(double[][] d, Products products, double penalty, double[] start, Deadline deadline) {
        this.d = d;
        this.products = products;
        this.rows = d.length;
        this.penalty = penalty;
        this.deadline = deadline;
        this.x = start.clone();
        restart();
    }

    /** The weights as published. */
    static Weights reference(double[][] d, double zeta, double minDecrease, double[] start, Deadline deadline) {
        return twoRounds(d, zeta, minDecrease, start, deadline).weights();
    }

    /**
     * The weights at the optimum.
     *
     * @param noise the standard deviation that the gap is measured by
     */
    static Weights exact(
            double[][] d, double zeta, double minDecrease, double noise, double[] start, Deadline deadline) {
        FrankWolfe solver = twoRounds(d, zeta, minDecrease, start, deadline);
        solver.exchange(GAP * noise * noise);
        return solver.weights();
    }

    static FrankWolfe twoRounds(double[][] d, double zeta, double minDecrease, double[] start, Deadline deadline) {
        FrankWolfe solver = new FrankWolfe(d, zeta, start, deadline);
        double enough = minDecrease * minDecrease;
        solver.round(0, FIRST_ROUND, enough);
        solver.sparsify();
        solver.secondRound(enough);
        return solver;
    }

    Weights weights() {
        restart();
        double[] normal = products.normal();
        return new Weights(x, iterations, gap(normal, best(normal)), cut);
    }

    /** How many steps were made on some of the columns. */
    int narrowed() {
        return narrowed;
    }

    /** Makes steps up to so many, of which some were made, until one lowers the objective by too little; answers how many. */
    private int round(int made, int most, double enough) {
        int steps = made;
        for (; steps < most && (steps < 2 || decrease > enough); steps++) {
            double[] normal = products.normal();
            step(normal, best(normal));
            count();
        }
        return steps;
    }

    private void secondRound(double enough) {
        decrease = Double.POSITIVE_INFINITY;
        boolean wide = x.length >= WIDE && products instanceof Products.Rows;
        int stretch = wide ? SETTLED : SECOND_ROUND;
        int made = 0;
        while (made < SECOND_ROUND && (made < 2 || decrease > enough)) {
            made = round(made, Math.min(SECOND_ROUND, made + stretch), enough);
            if (wide && made >= SETTLED && decrease > enough) {
                made = narrowRound(made, enough);
            }
        }
        cut = made == SECOND_ROUND && decrease > enough;
    }

    /**
     * Goes on with the same steps on some of the columns, as long as the point has moved so little that no other can have become
     * the best one (by the inequality of Cauchy and Schwarz).
     */
    private int narrowRound(int made, double enough) {
        double[] normal = products.normal();
        double[] slopes = new double[x.length];
        Arrays.setAll(slopes, i -> slope(normal, i));
        Candidates some = Candidates.of(x, slopes);
        if (some.count() > NARROW * x.length) {
            return made;
        }
        double[][] columns = some.of(d);
        Products.Rows few = new Products.Rows(columns, some.count());
        FrankWolfe narrow = new FrankWolfe(columns, few, penalty, some.of(x), deadline);
        narrow.decrease = decrease;
        double longest = Math.sqrt(Arrays.stream(products.squares()).max().orElseThrow());
        int steps = narrow.roundBelow(some.bound(), longest, few, SECOND_ROUND - made, enough);
        some.put(narrow.x, x);
        decrease = narrow.decrease;
        iterations += steps;
        narrowed += steps;
        restart();
        return made + steps;
    }

    /** Makes steps up to so many while the lowest slope is surely below all that are at the bound or were above it. */
    private int roundBelow(double bound, double longest, Products.Rows few, int most, double enough) {
        double[] before = few.image();
        int steps = 0;
        for (; steps < most && decrease > enough; steps++) {
            double[] normal = products.normal();
            int best = best(normal);
            if (slope(normal, best) > bound - longest * few.moved(before)) {
                break;
            }
            step(normal, best);
            count();
        }
        return steps;
    }

    /** Moves toward the best vertex. */
    private void step(double[] normal, int best) {
        double square = products.square(x);
        double descent = square + penalty * length - slope(normal, best);
        double curvature = products.squares()[best] - 2 * normal[best] + square + penalty * (1 - 2 * x[best] + length);
        if (!(descent > 0) || !(curvature > 0)) {
            decrease = 0;
            return;
        }
        double step = Math.min(1, descent / curvature);
        length = (1 - step) * ((1 - step) * length + 2 * step * x[best]) + step * step;
        for (int i = 0; i < x.length; i++) {
            x[i] *= 1 - step;
        }
        x[best] += step;
        products.toward(best, step);
        decrease = step * (2 * descent - step * curvature) / rows;
    }

    /** The vertex toward which the objective falls most steeply. */
    private int best(double[] normal) {
        int stretch = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int from = 0; from < x.length; from += STRETCH) {
            double least = lowest(normal, from, Math.min(x.length, from + STRETCH));
            if (least < lowest) {
                lowest = least;
                stretch = from;
            }
        }
        int best = stretch;
        while (best < x.length - 1 && slope(normal, best) > lowest) {
            best++;
        }
        return best;
    }

    /** Apart from where it is, since a minimum alone is found several numbers at a time. */
    private double lowest(double[] normal, int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, normal[i] + penalty * x[i]);
        }
        return lowest;
    }

    private double slope(double[] normal, int i) {
        return normal[i] + penalty * x[i];
    }

    /** Computes afresh what the steps keep up to date. */
    private void restart() {
        products.start(x);
        length = Arrays.stream(x).map(each -> each * each).sum();
    }

    /** Sets weights of at most a quarter of the largest to zero, and makes the rest add up to one. */
    private void sparsify() {
        double least = Arrays.stream(x).max().orElseThrow() / 4;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] <= least ? 0 : x[i];
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
        restart();
    }

    /** Exchanges weight between two coordinates until the gap, of products computed afresh, is at most so large. */
    private void exchange(double tolerance) {
        boolean fresh = false;
        for (int t = 0; t < EXCHANGES; t++) {
            double[] normal = products.normal();
            int to = best(normal);
            if (gap(normal, to) > tolerance && exchange(to, normal)) {
                fresh = false;
                count();
            } else if (fresh) {
                return;
            } else {
                restart();
                fresh = true;
            }
        }
    }

    /** How far the objective is above its optimum at most, by convexity. */
    private double gap(double[] normal, int best) {
        double lowest = slope(normal, best);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (slope(normal, i) - lowest);
        }
        return 2 * sum / rows;
    }

    /** Gives weight to one coordinate from the other that it gains most from; false when it gains from none. */
    private boolean exchange(int to, double[] normal) {
        double[] row = products.row(to);
        double[] squares = products.squares();
        int from = -1;
        double most = 0;
        double step = 0;
        for (int j = 0; j < x.length; j++) {
            double descent = slope(normal, j) - slope(normal, to);
            if (x[j] > 0 && descent > 0) {
                double curvature = squares[to] + squares[j] - 2 * row[j] + 2 * penalty;
                double possible = curvature > 0 ? Math.min(x[j], descent / curvature) : x[j];
                double gain = possible * (2 * descent - possible * curvature);
                if (gain > most) {
                    most = gain;
                    from = j;
                    step = possible;
                }
            }
        }
        if (from < 0) {
            return false;
        }
        x[to] += step;
        x[from] -= step;
        products.exchange(to, from, step);
        return true;
    }

    private void count() {
        if (++iterations % CHECKED == 0) {
            deadline.check();
        }
    }
}
