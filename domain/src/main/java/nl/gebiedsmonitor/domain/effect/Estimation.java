package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.TimeWeight;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
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

    /** The seed when that is not said. */
    public static final long SEED = 1;

    /** With more controls than this, placebos are drawn unless the number to draw is said. */
    static final int ALL_CONTROLS = 1_000;

    /** Half of a 95 % interval in standard errors: the 0.975 quantile of the standard normal distribution. */
    private static final double HALF_WIDTH = 1.959963984540054;

    /**
     * Estimates the effect. Memory is linear in the panel, for each processor.
     *
     * @throws InputRejected when the panel does not allow the estimator or the inference
     * @throws Deadline.Passed when the time is up before that
     */
    public EffectEstimate of(Panel panel, Deadline deadline) {
        Block block = panel.block();
        Fit.Procedure procedure = Fit.Procedure.of(block, estimator, solver, deadline);
        requireNoise(procedure);
        requireUnits(block);
        Fit fit = procedure.fit(block);
        List<String> warnings = new ArrayList<>();
        warnAboutSolver(procedure, fit, warnings);
        Uncertainty uncertainty = uncertainty(block, procedure, fit);
        if (uncertainty == null) {
            warnings.add("This number comes without its uncertainty: no inference was asked for.");
        } else {
            warnings.addAll(uncertainty.warnings());
            warnAboutInference(block, uncertainty, warnings);
        }
        return new EffectEstimate(
                estimator,
                fit.effect(),
                uncertainty == null ? null : Double.valueOf(uncertainty.standardError()),
                uncertainty == null ? null : interval(fit.effect(), uncertainty.standardError()),
                uncertainty == null ? null : uncertainty.pValue(),
                unitWeights(panel, fit.units().values()),
                timeWeights(panel, fit.times().values()),
                block.controls(),
                block.treated(),
                block.prePeriods(),
                block.postPeriods(),
                solver,
                fit.units().iterations() + fit.times().iterations(),
                Math.max(fit.units().gap(), fit.times().gap()),
                inference,
                uncertainty == null ? null : Integer.valueOf(uncertainty.replications()),
                uncertainty == null ? null : uncertainty.seed(),
                List.copyOf(warnings));
    }

    /** The size of the work: units x periods x estimates, those that are replicated included. */
    public long work(Panel panel) {
        Block block = panel.block();
        long replicated =
                switch (inference) {
                    case NONE, JACKKNIFE -> 0;
                    case PLACEBO -> drawsPlacebos(block) ? draws() : block.controls();
                    case BOOTSTRAP -> draws();
                };
        return (long) block.units() * panel.times().size() * (1 + replicated);
    }

    private int draws() {
        return replications == null ? REPLICATIONS : replications;
    }

    private @Nullable Uncertainty uncertainty(Block block, Fit.Procedure procedure, Fit fit) {
        long from = seed == null ? SEED : seed;
        return switch (inference) {
            case NONE -> null;
            case PLACEBO ->
                (drawsPlacebos(block) ? Placebos.drawn(block, draws(), from) : Placebos.all(block))
                        .uncertainty(block, procedure, fit);
            case JACKKNIFE -> {
                requireTwoWeighted(fit);
                yield Resamples.jackknife(block, fit);
            }
            case BOOTSTRAP -> Resamples.bootstrap(block, procedure, fit, draws(), from);
        };
    }

    private boolean drawsPlacebos(Block block) {
        return replications != null || block.treated() > 1 || block.controls() > ALL_CONTROLS;
    }

    private static void requireNoise(Fit.Procedure procedure) {
        if (Double.isNaN(procedure.noise())) {
            throw refused(
                    "noise-level",
                    "The regularisation of the weights needs two differences between periods of controls before"
                            + " treatment; add a period before it, or use method=did.");
        }
    }

    private void requireUnits(Block block) {
        if (inference == Inference.PLACEBO && block.controls() <= block.treated()) {
            throw refused(
                    "placebo-controls",
                    "A placebo takes as many controls for treated as there are treated units, and needs some left;"
                            + " there are " + block.treated() + " treated units and " + block.controls()
                            + " controls.");
        }
        if ((inference == Inference.JACKKNIFE || inference == Inference.BOOTSTRAP) && block.treated() == 1) {
            throw refused("two-treated-units", "One treated unit leaves only inference=placebo.");
        }
    }

    private static void requireTwoWeighted(Fit fit) {
        if (Arrays.stream(fit.units().values()).filter(weight -> weight > 0).count() < 2) {
            throw refused(
                    "two-weighted-controls", "One control has all weight, and cannot be left out for a jackknife.");
        }
    }

    private static InputRejected refused(String rule, String detail) {
        return new InputRejected(List.of(new Fault(null, null, null, rule, detail)));
    }

    private void warnAboutSolver(Fit.Procedure procedure, Fit fit, List<String> warnings) {
        int cap = FrankWolfe.FIRST_ROUND + FrankWolfe.SECOND_ROUND;
        if (solver == Solver.REFERENCE
                && (fit.units().iterations() == cap || fit.times().iterations() == cap)) {
            warnings.add("The published procedure stopped at its cap of " + FrankWolfe.SECOND_ROUND
                    + " iterations, before the optimum; solver=exact goes on to it.");
        }
        if (solver == Solver.EXACT && !procedure.proves(fit)) {
            warnings.add("The optimum was not reached to all digits; the gap tells how far it is.");
        }
    }

    private void warnAboutInference(Block block, Uncertainty uncertainty, List<String> warnings) {
        if (inference == Inference.PLACEBO && replications == null && block.treated() == 1 && drawsPlacebos(block)) {
            warnings.add("Of " + block.controls() + " controls, " + uncertainty.replications()
                    + " draws were used as placebos; replications sets how many.");
        }
        if (inference == Inference.JACKKNIFE && estimator == Estimator.SC) {
            warnings.add(
                    "The jackknife is not recommended for synthetic control (Arkhangelsky et al. 2021, section 5).");
        }
    }

    private static Interval interval(double effect, double standardError) {
        return new Interval(effect - HALF_WIDTH * standardError, effect + HALF_WIDTH * standardError);
    }

    private static List<UnitWeight> unitWeights(Panel panel, double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(unit -> weights[unit] > 0)
                .mapToObj(unit -> new UnitWeight(panel.controls().get(unit), weights[unit]))
                .sorted(Comparator.comparingDouble(UnitWeight::weight).reversed())
                .toList();
    }

    private static List<TimeWeight> timeWeights(Panel panel, double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(time -> weights[time] > 0)
                .mapToObj(time -> new TimeWeight(panel.times().get(time), weights[time]))
                .toList();
    }
}
