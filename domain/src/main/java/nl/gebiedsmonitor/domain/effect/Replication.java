package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes estimates again and keeps two numbers of each, so that memory does not grow with replicates x periods.
 *
 * @param axis of the panel; null where effects are enough, and gaps are not looked at
 */
record Replication(Progress progress, @Nullable Axis axis) {

    /**
     * Sums are made over so many stretches and put together in order, so that they come out the same on any number of
     * processors.
     */
    private static final int STRETCHES = 64;

    /** Only effects, told to nobody. */
    static Replication ofEffects() {
        return new Replication(Progress.untold(), null);
    }

    /** An estimate on a block. */
    record Again(Block block, Fit fit) {}

    /**
     * Replicates.
     *
     * @param gaps how gaps vary in each period; null where they were not looked at
     */
    record Replicates(List<Replicate> each, @Nullable Spread gaps) {}

    /**
     * Makes them all.
     *
     * @param times how often each counts for how gaps vary
     */
    Replicates replicate(int count, IntFunction<Again> again, IntUnaryOperator times) {
        int stretches = Math.min(STRETCHES, count);
        List<Replicates> parts = IntStream.range(0, stretches)
                .parallel()
                .mapToObj(i -> stretch(
                        (int) ((long) count * i / stretches), (int) ((long) count * (i + 1) / stretches), again, times))
                .toList();
        List<Replicate> each =
                parts.stream().flatMap(part -> part.each().stream()).toList();
        Spread gaps = axis == null ? null : new Spread(axis.periods());
        for (Replicates part : parts) {
            if (gaps != null && part.gaps() != null) {
                gaps.add(part.gaps());
            }
        }
        return new Replicates(each, gaps);
    }

    private Replicates stretch(int from, int to, IntFunction<Again> again, IntUnaryOperator times) {
        List<Replicate> each = new ArrayList<>(to - from);
        Spread spread = axis == null ? null : new Spread(axis.periods());
        for (int i = from; i < to; i++) {
            Again one = again.apply(i);
            double slope = Double.NaN;
            if (axis != null && spread != null) {
                double[] gaps = one.block().gaps(one.fit().units(), one.fit().times());
                spread.add(gaps, times.applyAsInt(i));
                slope = Line.through(axis, gaps, 0, one.block().prePeriods()).slope();
            }
            each.add(new Replicate(one.fit().effect(), slope));
            progress.step();
        }
        return new Replicates(each, spread);
    }
}
