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
            Block block, Fit.Procedure procedure, Fit fit, int replications, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Replicate> replicates = Stream.generate(random::split).limit(replications).toList().parallelStream()
                .map(generator -> {
                    Replicate replicate = resampled(block, procedure, fit, generator);
                    progress.step();
                    return replicate;
                })
                .toList();
        return new Uncertainty(replicates, 1, seed, List.of(), List.of());
    }

    private static Replicate resampled(Block block, Fit.Procedure procedure, Fit fit, SplittableRandom random) {
        int units = block.units();
        while (true) {
            int[] places = random.ints(units, 0, units).sorted().toArray();
            int controls = (int) IntStream.of(places)
                    .filter(place -> place < block.controls())
                    .count();
            if (controls > 0 && controls < units) {
                int[] drawn = IntStream.of(places).limit(controls).toArray();
                Block again = block.at(places, controls);
                return Replicate.of(again, procedure.fit(again, fit.units().at(drawn), fit.times()));
            }
            procedure.deadline().check();
        }
    }

    /** Algorithm 3: each unit left out in turn, the weights of the others kept in proportion. */
    static Uncertainty jackknife(Block block, Fit fit) {
        double[] effects = eachLeftOut(block, fit, block.rises(fit.times()));
        double[][] gaps = new double[effects.length][block.prePeriods() + block.postPeriods()];
        for (int t = 0; t < gaps[0].length; t++) {
            double[] left = eachLeftOut(block, fit, block.rises(fit.times(), t));
            for (int unit = 0; unit < left.length; unit++) {
                gaps[unit][t] = left[unit];
            }
        }
        List<Replicate> replicates = IntStream.range(0, effects.length)
                .mapToObj(unit -> new Replicate(effects[unit], gaps[unit]))
                .toList();
        return new Uncertainty(replicates, Math.sqrt(effects.length - 1.0), null, List.of(), List.of());
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
