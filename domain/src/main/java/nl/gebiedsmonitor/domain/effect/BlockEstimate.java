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
 * A contrast on a block with its uncertainty.
 *
 * @param uncertainty null when none was asked for
 * @param concerns about the solver and the inference
 */
record BlockEstimate(
        Estimation estimation,
        Block block,
        Fit.Procedure procedure,
        Fit fit,
        @Nullable Uncertainty uncertainty,
        List<Concern> concerns) {

    /**
     * Estimates.
     *
     * @throws InputRejected when the block does not allow the estimator or the inference
     */
    static BlockEstimate of(Estimation estimation, Block block, Deadline deadline, Replication replication) {
        List<Fault> faults = Findings.structural(
                estimation, block.treated(), block.controls(), block.prePeriods(), block.postPeriods());
        if (!faults.isEmpty()) {
            throw new InputRejected(faults);
        }
        Fit.Procedure procedure = Fit.Procedure.of(block, estimation.estimator(), estimation.solver(), deadline);
        Fit fit = procedure.fit(block);
        replication.progress().step();
        Uncertainty uncertainty = uncertainty(estimation, block, procedure, fit, replication);
        List<Concern> concerns = new ArrayList<>();
        concernsAboutSolver(estimation, procedure, fit, concerns);
        concernsAboutInference(estimation, block, uncertainty, concerns);
        return new BlockEstimate(estimation, block, procedure, fit, uncertainty, concerns);
    }

    private static @Nullable Uncertainty uncertainty(
            Estimation estimation, Block block, Fit.Procedure procedure, Fit fit, Replication replication) {
        return switch (estimation.inference()) {
            case NONE -> null;
            case ANALYTIC -> throw new IllegalStateException("Refused before");
            case PLACEBO -> estimation.placebos(block).uncertainty(block, procedure, fit, replication);
            case JACKKNIFE -> {
                requireTwoWeighted(fit);
                yield Resamples.jackknife(block, fit, replication);
            }
            case BOOTSTRAP ->
                Resamples.bootstrap(block, procedure, fit, estimation.draws(), estimation.firstSeed(), replication);
        };
    }

    private static void requireTwoWeighted(Fit fit) {
        if (Arrays.stream(fit.units().values()).filter(weight -> weight > 0).count() < 2) {
            throw new InputRejected(List.of(new Fault(
                    null,
                    null,
                    null,
                    "two-weighted-controls",
                    "One control has all weight, and cannot be left out for a jackknife.")));
        }
    }

    private static void concernsAboutSolver(
            Estimation estimation, Fit.Procedure procedure, Fit fit, List<Concern> concerns) {
        if (estimation.solver() == Solver.REFERENCE
                && (fit.units().wereCut() || fit.times().wereCut())) {
            concerns.add(new Concern(
                    Concern.Kind.SOLVER,
                    "The published procedure stopped at its cap of " + FrankWolfe.SECOND_ROUND
                            + " iterations, before the optimum; solver=exact goes on to it."));
        }
        if (estimation.solver() == Solver.EXACT && !procedure.proves(fit)) {
            concerns.add(new Concern(
                    Concern.Kind.SOLVER, "The optimum was not reached to all digits; the gap tells how far it is."));
        }
    }

    private static void concernsAboutInference(
            Estimation estimation, Block block, @Nullable Uncertainty uncertainty, List<Concern> concerns) {
        if ((uncertainty == null || uncertainty.seed() == null)
                && (estimation.replications() != null || estimation.seed() != null)) {
            concerns.add(new Concern(
                    Concern.Kind.INFERENCE, "Nothing is drawn for this, so that replications and seed were not used."));
        }
        if (uncertainty == null) {
            concerns.add(Concern.WITHOUT_UNCERTAINTY);
            return;
        }
        concerns.addAll(uncertainty.concerns());
        if (estimation.inference() == Inference.PLACEBO
                && estimation.replications() == null
                && block.treated() == 1
                && estimation.drawsPlacebos(block)) {
            concerns.add(new Concern(
                    Concern.Kind.INFERENCE,
                    "Of " + block.controls() + " controls, "
                            + uncertainty.replicates().size()
                            + " draws were used as placebos; replications sets how many."));
        }
        if (estimation.inference() == Inference.JACKKNIFE && estimation.estimator() == Estimator.SC) {
            concerns.add(new Concern(
                    Concern.Kind.INFERENCE,
                    "The jackknife is not recommended for synthetic control (Arkhangelsky et al. 2021, section 5)."));
        }
    }

    @Nullable
    Double standardError() {
        return uncertainty == null ? null : Double.valueOf(uncertainty.standardError());
    }

    @Nullable
    Interval interval() {
        return uncertainty == null ? null : Interval.normal(fit.effect(), uncertainty.standardError());
    }

    /** By rank where the inference is by placebos; otherwise of a normal estimate. */
    @Nullable
    Double pValue() {
        return uncertainty == null ? null : uncertainty.pValue(fit.effect(), Replicate::effect);
    }

    @Nullable
    Integer replications() {
        return uncertainty == null
                ? null
                : Integer.valueOf(uncertainty.replicates().size());
    }

    @Nullable
    Long seed() {
        return uncertainty == null ? null : uncertainty.seed();
    }

    int iterations() {
        return fit.units().iterations() + fit.times().iterations();
    }

    double gap() {
        return Math.max(fit.units().gap(), fit.times().gap());
    }

    List<UnitWeight> unitWeights(List<String> controls) {
        double[] weights = fit.units().values();
        return IntStream.range(0, weights.length)
                .filter(unit -> weights[unit] > 0)
                .mapToObj(unit -> new UnitWeight(controls.get(unit), weights[unit]))
                .sorted(Comparator.comparingDouble(UnitWeight::weight).reversed())
                .toList();
    }

    List<TimeWeight> timeWeights(List<String> times) {
        double[] weights = fit.times().values();
        return IntStream.range(0, weights.length)
                .filter(time -> weights[time] > 0)
                .mapToObj(time -> new TimeWeight(times.get(time), weights[time]))
                .toList();
    }
}
