package nl.gebiedsmonitor.domain.effect;

import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * How an effect is estimated. What is drawn is drawn by a {@link java.util.SplittableRandom}, and comes out the same for
 * the same seed, on any number of processors.
 *
 * @param replications how many placebos or resamples are drawn, 2 or more; null for every control once as a placebo where
 *     one unit is treated, and for {@value #REPLICATIONS} draws otherwise
 * @param seed of what is drawn; null for {@value #SEED}
 */
public record Estimation(
        Estimator estimator,
        Solver solver,
        Inference inference,
        @Nullable Integer replications,
        @Nullable Long seed) {

    /** How much is drawn when that is not said. */
    public static final int REPLICATIONS = 200;

    /** How much is drawn at most. */
    private static final int MOST_REPLICATIONS = 10_000;

    /** The seed when that is not said. */
    public static final long SEED = 1;

    /** With more controls than this, placebos are drawn unless the number to draw is said. */
    static final int ALL_CONTROLS = 1_000;

    /**
     * Reads a number of replications.
     *
     * @throws InvalidValue when it is not 2 to 10,000
     */
    public static Integer readReplications(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 2 || Integer.parseInt(text) > MOST_REPLICATIONS) {
            throw new InvalidValue(
                            "replications",
                            text,
                            "Replications are a whole number from 2 to " + MOST_REPLICATIONS + ".")
                    .inField("replications");
        }
        return Integer.valueOf(text);
    }

    /**
     * Answers a number of replications.
     *
     * @throws InvalidValue when it is not 2 to 10,000
     */
    public static Integer requireReplications(Integer replications) {
        return readReplications(replications.toString());
    }

    /**
     * Estimates the effect by one of the contrasts. Memory is linear in the panel, for each processor.
     *
     * @throws IllegalArgumentException when the estimator is not a contrast
     * @throws InputRejected when the panel does not allow the estimator or the inference
     * @throws Deadline.Passed when the time is up before that
     * @throws Deadline.Cancelled when it is cancelled before that
     */
    public EffectEstimate of(Panel panel, Deadline deadline) {
        if (!estimator.isContrast()) {
            throw new IllegalArgumentException(estimator + " is not a contrast on a block");
        }
        BlockEstimate found = BlockEstimate.of(this, panel.block(), deadline, Replication.ofEffects());
        Block block = panel.block();
        return new EffectEstimate(
                estimator,
                found.fit().effect(),
                found.standardError(),
                found.interval(),
                found.pValue(),
                found.unitWeights(panel.controls()),
                found.timeWeights(panel.times()),
                block.controls(),
                block.treated(),
                block.prePeriods(),
                block.postPeriods(),
                solver,
                found.iterations(),
                found.gap(),
                inference,
                found.replications(),
                found.seed(),
                found.concerns().stream().map(Concern::text).toList());
    }

    /** The size of the work: units x periods x estimates, those that are replicated included. */
    public long work(Panel panel) {
        Block block = panel.block();
        return (long) block.units() * panel.times().size() * (1 + replicated(block));
    }

    /** How many estimates are made again, at most. */
    long replicated(Block block) {
        return switch (inference) {
            case NONE, ANALYTIC, JACKKNIFE -> 0;
            case PLACEBO -> drawsPlacebos(block) ? draws() : block.controls();
            case BOOTSTRAP -> draws();
        };
    }

    int draws() {
        return replications == null ? REPLICATIONS : replications;
    }

    long firstSeed() {
        return seed == null ? SEED : seed;
    }

    boolean drawsPlacebos(Block block) {
        return replications != null || block.treated() > 1 || block.controls() > ALL_CONTROLS;
    }

    Placebos placebos(Block block) {
        return drawsPlacebos(block) ? Placebos.drawn(block, draws(), firstSeed()) : Placebos.all(block);
    }
}
