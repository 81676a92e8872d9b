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

    /** How many controls are left out in turn. */
    private static final int LEFT_OUT = 20;

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
        long steps = 2 + estimation.replicated(block) + Math.min(LEFT_OUT, block.controls());
        Progress progress = new Progress(told, steps);
        return new BlockStudy(
                units, estimation, deadline, progress, BlockEstimate.of(estimation, block, deadline, progress));
    }

    Finding finding() {
        Block block = found.block();
        boolean solved = estimation.estimator() != Estimator.DID;
        Diagnostics diagnostics = diagnostics();
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
                concerns(diagnostics));
    }

    private List<PathPoint> path() {
        double[] observed = found.block().observed();
        Uncertainty uncertainty = found.uncertainty();
        List<PathPoint> path = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            int period = t;
            Interval interval = uncertainty == null
                    ? null
                    : Interval.normal(gaps[t], uncertainty.standardError(each -> each.gap(period)));
            path.add(new PathPoint(
                    units.times().get(t),
                    observed[t],
                    observed[t] - gaps[t],
                    gaps[t],
                    interval == null ? null : Double.valueOf(interval.lower()),
                    interval == null ? null : Double.valueOf(interval.upper())));
        }
        return path;
    }

    private Diagnostics diagnostics() {
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
                block.deviationBefore(),
                preTrend(),
                leftOut(),
                inTime(),
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
        double slope = Line.through(gaps, 0, before).slope();
        Uncertainty uncertainty = found.uncertainty();
        if (uncertainty == null) {
            return new PreTrend(slope, null);
        }
        Double p = uncertainty.placebos().isEmpty()
                ? Significance.normal(slope, uncertainty.standardError(each -> each.slope(before)))
                : uncertainty.rank(slope, each -> each.slope(before));
        return new PreTrend(slope, p);
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
                .limit(LEFT_OUT)
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

    private @Nullable InTime inTime() {
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
        InTime inTime =
                new InTime(units.times().get(pretended), procedure.fit(block).effect());
        progress.step();
        return inTime;
    }

    /** Where a placebo in time begins among so many periods before treatment: at two thirds. */
    static int pretended(int before) {
        return 2 * before / 3;
    }

    private List<Concern> concerns(Diagnostics diagnostics) {
        double estimate = found.fit().effect();
        Double standardError = found.standardError();
        InTime inTime = diagnostics.inTime();
        double half = standardError == null
                ? Math.abs(estimate) / 2
                : Interval.normal(0, standardError).upper();
        boolean compared = estimation.estimator() == Estimator.DID;
        Concerns concerns = new Concerns(found.concerns())
                .fit(diagnostics)
                .trend(diagnostics.preTrend())
                .inTime(inTime, inTime != null && Math.abs(inTime.estimate()) > half)
                .periods(found.block().prePeriods(), compared ? Concerns.COMPARED_PERIODS : Concerns.FITTED_PERIODS)
                .controls(found.block().controls(), diagnostics.effectiveControls())
                .leftOut(diagnostics.leftOut(), estimate, standardError);
        return (estimation.estimator() == Estimator.SC ? concerns.overlap(diagnostics.overlap()) : concerns).list();
    }
}
