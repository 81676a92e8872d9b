package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The estimate again on other choices of the same units. */
final class Resamples {

    /** What is left beside a weight must be more than this, or subtracting that weight loses digits. */
    private static final double NEARLY_ALL = 1e-3;

    private Resamples() {}

    /**
     * Algorithm 2: units drawn with replacement, again where no control or no treated unit is among them. Each replication
     * has a generator of its own, split off a {@link SplittableRandom} of this seed.
     */
    static Uncertainty bootstrap(
            Block block, Fit.Procedure procedure, Fit fit, int replications, long seed, Replication replication) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> generators =
                Stream.generate(random::split).limit(replications).toList();
        Replication.Replicates replicates =
                replication.replicate(replications, i -> resampled(block, procedure, fit, generators.get(i)), i -> 1);
        return new Uncertainty(replicates.each(), 1, seed, replicates.gaps(), List.of(), List.of());
    }

    private static Replication.Again resampled(Block block, Fit.Procedure procedure, Fit fit, SplittableRandom random) {
        int units = block.units();
        while (true) {
            int[] places = random.ints(units, 0, units).sorted().toArray();
            int controls = (int) IntStream.of(places)
                    .filter(place -> place < block.controls())
                    .count();
            if (controls > 0 && controls < units) {
                int[] drawn = IntStream.of(places).limit(controls).toArray();
                Block again = block.at(places, controls);
                return new Replication.Again(
                        again, procedure.fit(again, fit.units().at(drawn), fit.times()));
            }
            procedure.deadline().check();
        }
    }

    /** Algorithm 3: each unit left out in turn, the weights of the others kept in proportion. */
    static Uncertainty jackknife(Block block, Fit fit, Replication replication) {
        double[] effects = eachLeftOut(block, fit, block.rises(fit.times()));
        double[] slopes = new double[effects.length];
        Axis axis = replication.axis();
        Spread gaps = axis == null ? null : leaveOut(block, fit, axis, slopes);
        return new Uncertainty(
                IntStream.range(0, effects.length)
                        .mapToObj(unit -> new Replicate(effects[unit], slopes[unit]))
                        .toList(),
                Math.sqrt(effects.length - 1.0),
                null,
                gaps,
                List.of(),
                List.of());
    }

    /** How gaps vary, period by period; adds what each period counts for in the slopes to these. */
    private static Spread leaveOut(Block block, Fit fit, Axis axis, double[] slopes) {
        Line line = Line.through(axis, new double[axis.periods()], 0, block.prePeriods());
        double[] deviations = new double[axis.periods()];
        for (int t = 0; t < deviations.length; t++) {
            double[] left = eachLeftOut(block, fit, block.rises(fit.times(), t));
            deviations[t] = Uncertainty.deviation(left);
            for (int unit = 0; t < block.prePeriods() && unit < left.length; unit++) {
                slopes[unit] += line.share(axis.at(t)) * left[unit];
            }
        }
        return Spread.of(deviations);
    }

    /** The contrast of what the units rose, without each unit in turn. */
    private static double[] eachLeftOut(Block block, Fit fit, double[] rises) {
        double[] weights = fit.units().values();
        double controls = 0;
        double treated = 0;
        for (int unit = 0; unit < rises.length; unit++) {
            controls += unit < weights.length ? weights[unit] * rises[unit] : 0;
            treated += unit < weights.length ? 0 : rises[unit];
        }
        double[] effects = new double[rises.length];
        for (int unit = 0; unit < rises.length; unit++) {
            effects[unit] = unit < weights.length
                    ? treated / block.treated() - without(unit, controls, weights, rises)
                    : (treated - rises[unit]) / (block.treated() - 1) - controls;
        }
        return effects;
    }

    /** The weighted mean of the controls without one of them; summed afresh where that one has nearly all weight. */
    private static double without(int left, double all, double[] weights, double[] rises) {
        double rest = 1 - weights[left];
        if (rest > NEARLY_ALL) {
            return (all - weights[left] * rises[left]) / rest;
        }
        double sum = 0;
        double weight = 0;
        for (int unit = 0; unit < weights.length; unit++) {
            if (unit != left) {
                sum += weights[unit] * rises[unit];
                weight += weights[unit];
            }
        }
        return sum / weight;
    }
}
