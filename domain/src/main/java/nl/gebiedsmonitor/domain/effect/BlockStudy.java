package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Diagnostics.InTime;
import nl.gebiedsmonitor.domain.effect.Diagnostics.LeftOut;
import nl.gebiedsmonitor.domain.effect.Diagnostics.PreTrend;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.jspecify.annotations.Nullable;

/** A contrast on the panel of a study: the estimate, its path and its diagnostics. */
final class BlockStudy {

    /** How many placebos in space a placebo in time is ranked among at most: itself and one that is as large are 5 % of 40. */
    private static final int RANKED = 39;

    /**
     * A placebo in time.
     *
     * @param rank among the estimates of the placebos for the same moment; null where there are none or too few
     */
    private record Pretended(InTime inTime, @Nullable Double rank) {}

    private final StudyUnits units;
    private final Estimation estimation;
    private final Deadline deadline;
    private final Progress progress;
    private final BlockEstimate found;
    private final double[] gaps;

    private BlockStudy(
            StudyUnits units, Estimation estimation, Deadline deadline, Progress progress, BlockEstimate found) {
        this.units = units;
        this.estimation = estimation;
        this.deadline = deadline;
        this.progress = progress;
        this.found = found;
        this.gaps = found.block().gaps(found.fit().units(), found.fit().times());
    }

    static BlockStudy of(StudyUnits units, Estimation estimation, Deadline deadline, DoubleConsumer told) {
        Block block = units.block();
        long ranked = estimation.inference() != Inference.PLACEBO
                ? 0
                : block.treated() == 1 ? Math.min(RANKED, block.controls()) : RANKED;
        long steps = 2 + estimation.replicated(block) + ranked + Math.min(Diagnostics.LEFT_OUT, block.controls());
        Progress progress = new Progress(told, steps);
        return new BlockStudy(
                units,
                estimation,
                deadline,
                progress,
                BlockEstimate.of(estimation, block, deadline, new Replication(progress, units.axis())));
    }

    Finding finding() {
        Block block = found.block();
        boolean solved = estimation.estimator() != Estimator.DID;
        Pretended pretended = pretended();
        Diagnostics diagnostics = diagnostics(pretended);
        return new Finding(
                estimation.estimator(),
                found.fit().effect(),
                found.standardError(),
                found.interval(),
                found.pValue(),
                estimation.inference(),
                found.replications(),
                found.seed(),
                solved ? estimation.solver() : null,
                found.iterations(),
                found.gap(),
                block.controls(),
                block.treated(),
                block.prePeriods(),
                block.postPeriods(),
                found.unitWeights(units.controlNames()),
                found.timeWeights(units.times()),
                path(),
                List.of(),
                List.of(),
                diagnostics,
                concerns(diagnostics, pretended));
    }

    private List<PathPoint> path() {
        double[] observed = found.block().observed();
        Uncertainty uncertainty = found.uncertainty();
        List<PathPoint> path = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            Interval interval = uncertainty == null ? null : Interval.normal(gaps[t], uncertainty.gapError(t));
            path.add(new PathPoint(
                    units.times().get(t),
                    units.axis().since(found.block().prePeriods(), t),
                    observed[t],
                    observed[t] - gaps[t],
                    gaps[t],
                    interval == null ? null : Double.valueOf(interval.lower()),
                    interval == null ? null : Double.valueOf(interval.upper())));
        }
        return path;
    }

    private Diagnostics diagnostics(@Nullable Pretended pretended) {
        Block block = found.block();
        double[] weights = found.fit().units().values();
        Uncertainty uncertainty = found.uncertainty();
        double squares =
                Arrays.stream(gaps, 0, block.prePeriods()).map(gap -> gap * gap).sum();
        List<Double> inSpace = uncertainty == null
                ? List.of()
                : uncertainty.placebos().stream()
                        .map(Replicate::effect)
                        .sorted()
                        .toList();
        return new Diagnostics(
                Math.sqrt(squares / block.prePeriods()),
                estimation.estimator() == Estimator.SC ? block.deviationBefore() : block.deviationWithin(),
                preTrend(),
                leftOut(),
                pretended == null ? null : pretended.inTime(),
                inSpace,
                1 / Arrays.stream(weights).map(weight -> weight * weight).sum(),
                block.overlap());
    }

    /** Tested by rank among the placebos, or else by the standard error from the replicates. */
    private @Nullable PreTrend preTrend() {
        int before = found.block().prePeriods();
        if (before < Concerns.COMPARED_PERIODS) {
            return null;
        }
        double slope = Line.through(units.axis(), gaps, 0, before).slope();
        Uncertainty uncertainty = found.uncertainty();
        return new PreTrend(slope, uncertainty == null ? null : uncertainty.pValue(slope, Replicate::slope));
    }

    /** Of controls that weigh the same, those that move the estimate most. */
    private List<LeftOut> leftOut() {
        Block block = found.block();
        if (block.controls() < 2) {
            return List.of();
        }
        double[] weights = found.fit().units().values();
        double[] moves = block.rises(found.fit().times());
        double mean = IntStream.range(0, weights.length)
                .mapToDouble(unit -> weights[unit] * moves[unit])
                .sum();
        return IntStream.range(0, weights.length)
                .filter(unit -> weights[unit] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(unit -> -weights[unit])
                        .thenComparingDouble(unit -> -Math.abs(moves[unit] - mean)))
                .limit(Diagnostics.LEFT_OUT)
                .toList()
                .parallelStream()
                .map(this::without)
                .toList();
    }

    private LeftOut without(int left) {
        Block block = found.block();
        int[] rest = IntStream.range(0, block.controls())
                .filter(unit -> unit != left)
                .toArray();
        int[] places = IntStream.concat(Arrays.stream(rest), IntStream.range(block.controls(), block.units()))
                .toArray();
        Fit fit = found.procedure()
                .fit(
                        block.at(places, rest.length),
                        found.fit().units().at(rest),
                        found.fit().times());
        progress.step();
        return new LeftOut(units.controlNames().get(left), fit.effect());
    }

    private @Nullable Pretended pretended() {
        int before = found.block().prePeriods();
        int pretended = pretended(before);
        if (pretended < 1 || pretended == before) {
            return null;
        }
        Block block = found.block().before(pretended);
        Fit.Procedure procedure = Fit.Procedure.of(block, estimation.estimator(), estimation.solver(), deadline);
        if (Double.isNaN(procedure.noise())) {
            return null;
        }
        Fit fit = procedure.fit(block);
        progress.step();
        return new Pretended(
                new InTime(units.times().get(pretended), fit.effect()),
                estimation.inference() == Inference.PLACEBO
                        ? Placebos.different(block, RANKED, estimation.firstSeed())
                                .uncertainty(block, procedure, fit, new Replication(progress, null))
                                .rank(fit.effect(), Replicate::effect)
                        : null);
    }

    /** Against the placebos at the same moment; or else, for want of these, against the interval of the estimate itself. */
    private void weigh(@Nullable Pretended pretended, Concerns concerns) {
        if (pretended == null) {
            return;
        }
        Double rank = pretended.rank();
        if (rank != null) {
            concerns.inTime(
                    pretended.inTime(),
                    rank <= Concerns.PRE_TREND,
                    "among the largest of those of comparison units (p = " + Concerns.number(rank) + ")");
            return;
        }
        Double standardError = found.standardError();
        double half = standardError == null
                ? Math.abs(found.fit().effect()) / 2
                : Interval.normal(0, standardError).upper();
        concerns.inTime(
                pretended.inTime(),
                Math.abs(pretended.inTime().estimate()) > half,
                standardError == null
                        ? "more than half of the estimate itself"
                        : "more than half the width of the interval of the estimate itself");
    }

    /** Where a placebo in time begins among so many periods before treatment: at two thirds. */
    static int pretended(int before) {
        return 2 * before / 3;
    }

    private List<Concern> concerns(Diagnostics diagnostics, @Nullable Pretended pretended) {
        boolean compared = estimation.estimator() == Estimator.DID;
        Concerns concerns = new Concerns(found.concerns()).fit(diagnostics).trend(diagnostics.preTrend());
        weigh(pretended, concerns);
        concerns.periods(found.block().prePeriods(), compared ? Concerns.COMPARED_PERIODS : Concerns.FITTED_PERIODS)
                .controls(found.block().controls(), diagnostics.effectiveControls())
                .leftOut(diagnostics.leftOut(), found.fit().effect(), found.standardError());
        return (estimation.estimator() == Estimator.SC ? concerns.overlap(diagnostics.overlap()) : concerns).list();
    }
}
