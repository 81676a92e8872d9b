package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The estimate again on other choices of the same units. */
final class Resamples {

    private Resamples() {}

    /**
     * Algorithm 2: units drawn with replacement, again where no control or no treated unit is among them. Each replication
     * has a generator of its own, split off a {@link SplittableRandom} of this seed.
     */
    static Uncertainty bootstrap(Block block, Fit.Procedure procedure, Fit fit, int replications, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> generators =
                Stream.generate(random::split).limit(replications).toList();
        double[] effects = IntStream.range(0, replications)
                .parallel()
                .mapToDouble(i -> resampled(block, procedure, fit, generators.get(i)))
                .toArray();
        return new Uncertainty(Uncertainty.deviation(effects), null, replications, seed, List.of());
    }

    private static double resampled(Block block, Fit.Procedure procedure, Fit fit, SplittableRandom random) {
        int units = block.units();
        while (true) {
            int[] places = random.ints(units, 0, units).sorted().toArray();
            int controls = (int) IntStream.of(places)
                    .filter(place -> place < block.controls())
                    .count();
            if (controls > 0 && controls < units) {
                int[] drawn = IntStream.of(places).limit(controls).toArray();
                return procedure
                        .fit(block.at(places, controls), fit.units().at(drawn), fit.times())
                        .effect();
            }
            procedure.deadline().check();
        }
    }

    /** Algorithm 3: each unit left out in turn, the weights of the others kept in proportion. */
    static Uncertainty jackknife(Block block, Fit fit) {
        double[] rises = block.rises(fit.times());
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
                    ? treated / block.treated() - without(unit, weights, rises)
                    : (treated - rises[unit]) / (block.treated() - 1) - controls;
        }
        return new Uncertainty(
                Uncertainty.deviation(effects) * Math.sqrt(effects.length - 1.0),
                null,
                effects.length,
                null,
                List.of());
    }

    private static double without(int left, double[] weights, double[] rises) {
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
