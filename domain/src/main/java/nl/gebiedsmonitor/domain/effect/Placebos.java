package nl.gebiedsmonitor.domain.effect;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Algorithm 4: takes as many controls as there are treated units for treated, and estimates an effect that is not there.
 * The estimate for a set of controls is fixed, so each set is estimated once, however often it is drawn.
 */
final class Placebos {

    /** How many sets are drawn for each different one. */
    private static final int TRIES = 4;

    private final List<int[]> sets;
    private final int[] drawn;
    private final @Nullable Long seed;

    /**
     * @param sets the different sets of controls
     * @param drawn the set of each replication
     * @param seed of the draw, null when every control is a set of its own
     */
    private Placebos(List<int[]> sets, int[] drawn, @Nullable Long seed) {
        this.sets = sets;
        this.drawn = drawn;
        this.seed = seed;
    }

    /** Every control once. */
    static Placebos all(Block block) {
        return new Placebos(
                IntStream.range(0, block.controls())
                        .mapToObj(unit -> new int[] {unit})
                        .toList(),
                IntStream.range(0, block.controls()).toArray(),
                null);
    }

    /** Sets of controls drawn by a {@link SplittableRandom} of this seed, each set as likely as any other. */
    static Placebos drawn(Block block, int replications, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<IntBuffer, Integer> numbers = new HashMap<>();
        List<int[]> sets = new ArrayList<>();
        int[] drawn = new int[replications];
        for (int i = 0; i < replications; i++) {
            int[] set = draw(block.controls(), block.treated(), random);
            Integer number = numbers.putIfAbsent(IntBuffer.wrap(set), sets.size());
            drawn[i] = number == null ? sets.size() : number;
            if (number == null) {
                sets.add(set);
            }
        }
        return new Placebos(sets, drawn, seed);
    }

    /** So many different sets at most, drawn in the same way; fewer where there are hardly more. */
    static Placebos different(Block block, int most, long seed) {
        if (block.treated() == 1) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] units = draw(block.controls(), Math.min(most, block.controls()), random);
            return new Placebos(
                    Arrays.stream(units).mapToObj(unit -> new int[] {unit}).toList(),
                    IntStream.range(0, units.length).toArray(),
                    seed);
        }
        Placebos more = drawn(block, TRIES * most, seed);
        List<int[]> sets = more.sets.subList(0, Math.min(most, more.sets.size()));
        return new Placebos(sets, IntStream.range(0, sets.size()).toArray(), seed);
    }

    /** Some of the numbers below a bound, in order (Floyd's algorithm). */
    private static int[] draw(int bound, int some, SplittableRandom random) {
        Set<Integer> set = new LinkedHashSet<>();
        for (int upper = bound - some; upper < bound; upper++) {
            int each = random.nextInt(upper + 1);
            set.add(set.contains(each) ? Integer.valueOf(upper) : Integer.valueOf(each));
        }
        return set.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    Uncertainty uncertainty(Block block, Fit.Procedure procedure, Fit fit, Replication replication) {
        int[] times = new int[sets.size()];
        for (int set : drawn) {
            times[set]++;
        }
        Replication.Replicates replicates =
                replication.replicate(sets.size(), i -> placebo(sets.get(i), block, procedure, fit), i -> times[i]);
        List<Replicate> placebos = replicates.each();
        List<Concern> concerns = Math.min(placebos.size(), block.controls()) < Uncertainty.TESTABLE
                ? List.of(new Concern(
                        Concern.Kind.NOT_TESTABLE,
                        "niet toetsbaar: a rank test at 5 % needs " + Uncertainty.TESTABLE
                                + " controls and different placebos or more, and there are " + block.controls()
                                + " controls and " + placebos.size()
                                + " placebos; the standard error rests on few, too."))
                : List.of();
        return new Uncertainty(
                Arrays.stream(drawn).mapToObj(placebos::get).toList(), 1, seed, replicates.gaps(), placebos, concerns);
    }

    private static Replication.Again placebo(int[] set, Block block, Fit.Procedure procedure, Fit fit) {
        int[] rest = IntStream.range(0, block.controls())
                .filter(unit -> Arrays.binarySearch(set, unit) < 0)
                .toArray();
        int[] places = IntStream.concat(Arrays.stream(rest), Arrays.stream(set)).toArray();
        Block pretended = block.at(places, rest.length);
        return new Replication.Again(
                pretended, procedure.fit(pretended, fit.units().at(rest), fit.times()));
    }
}
