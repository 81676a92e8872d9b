package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Diagnostics.LeftOut;
import nl.gebiedsmonitor.domain.effect.Diagnostics.PreTrend;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation.Kind;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation.Part;
import nl.gebiedsmonitor.domain.effect.Finding.GroupTime;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import nl.gebiedsmonitor.domain.effect.GroupTimes.Point;
import org.jspecify.annotations.Nullable;

/** Staggered adoption on the panel of a study. */
final class StaggeredStudy {

    /** How many controls are left out in turn. */
    private static final int LEFT_OUT = 20;

    /** Groups of fewer units show too little of their spread: the authors' package warns from here on, too. */
    private static final int SMALL_GROUP = 5;

    private final StudyUnits units;
    private final Estimation estimation;
    private final Cohorts cohorts;
    private final GroupTimes effects;
    private final Function<CohortContrast, @Nullable Double> errors;

    private StaggeredStudy(
            StudyUnits units,
            Estimation estimation,
            Cohorts cohorts,
            Function<CohortContrast, @Nullable Double> errors) {
        this.units = units;
        this.estimation = estimation;
        this.cohorts = cohorts;
        this.effects = new GroupTimes(cohorts);
        this.errors = errors;
    }

    static StaggeredStudy of(StudyUnits units, Estimation estimation, Deadline deadline, DoubleConsumer told) {
        Cohorts cohorts = Cohorts.of(units);
        Function<CohortContrast, @Nullable Double> errors =
                switch (estimation.inference()) {
                    case ANALYTIC -> CohortContrast::standardError;
                    case BOOTSTRAP -> {
                        Progress progress = new Progress(told, estimation.draws() + 1L);
                        Multipliers multipliers =
                                Multipliers.of(cohorts, estimation.draws(), estimation.firstSeed(), deadline, progress);
                        yield multipliers::standardError;
                    }
                    case NONE, PLACEBO, JACKKNIFE -> contrast -> null;
                };
        return new StaggeredStudy(units, estimation, cohorts, errors);
    }

    Finding finding() {
        CohortContrast overall = effects.overall();
        Double standardError = errors.apply(overall);
        boolean drawn = estimation.inference() == Inference.BOOTSTRAP;
        List<Point> dynamic = effects.dynamic();
        Diagnostics diagnostics = diagnostics(overall, dynamic);
        int start = cohorts.start(0);
        return new Finding(
                estimation.estimator(),
                overall.value(),
                standardError,
                standardError == null ? null : Interval.normal(overall.value(), standardError),
                Significance.normal(overall.value(), standardError),
                estimation.inference(),
                drawn ? Integer.valueOf(estimation.draws()) : null,
                drawn ? Long.valueOf(estimation.firstSeed()) : null,
                null,
                0,
                0,
                units.controls(),
                units.treated(),
                start,
                cohorts.periods() - start,
                units.controlNames().stream()
                        .map(unit -> new UnitWeight(unit, 1.0 / units.controls()))
                        .toList(),
                List.of(),
                dynamic.stream().map(this::pathPoint).toList(),
                effects.cells().stream().map(this::groupTime).toList(),
                aggregations(overall, dynamic),
                diagnostics,
                concerns(diagnostics, overall.value(), standardError));
    }

    private PathPoint pathPoint(Point point) {
        double gap = point.contrast().value();
        Double error = errors.apply(point.contrast());
        Interval interval = error == null ? null : Interval.normal(gap, error);
        return new PathPoint(
                Integer.toString(point.key()),
                null,
                null,
                gap,
                interval == null ? null : Double.valueOf(interval.lower()),
                interval == null ? null : Double.valueOf(interval.upper()));
    }

    private GroupTime groupTime(GroupTimes.Cell cell) {
        return new GroupTime(
                units.times().get(cell.start()),
                units.times().get(cell.period()),
                cell.contrast().value(),
                errors.apply(cell.contrast()));
    }

    private List<Aggregation> aggregations(CohortContrast overall, List<Point> dynamic) {
        List<Point> calendar = effects.calendar();
        CohortContrast afterStart = CohortContrast.mean(dynamic.stream()
                .filter(point -> point.key() >= 0)
                .map(Point::contrast)
                .toList());
        CohortContrast overPeriods =
                CohortContrast.mean(calendar.stream().map(Point::contrast).toList());
        IntFunction<String> period = units.times()::get;
        return List.of(
                aggregation(Kind.SIMPLE, effects.simple(), List.of(), period),
                aggregation(Kind.DYNAMIC, afterStart, dynamic, Integer::toString),
                aggregation(Kind.GROUP, overall, effects.byGroup(), period),
                aggregation(Kind.CALENDAR, overPeriods, calendar, period));
    }

    private Aggregation aggregation(Kind kind, CohortContrast whole, List<Point> points, IntFunction<String> key) {
        return new Aggregation(
                kind,
                whole.value(),
                errors.apply(whole),
                points.stream()
                        .map(point -> new Part(
                                key.apply(point.key()), point.contrast().value(), errors.apply(point.contrast())))
                        .toList());
    }

    /** There is no placebo in time: the effects before treatment are that. */
    private Diagnostics diagnostics(CohortContrast overall, List<Point> dynamic) {
        double[] before = dynamic.stream()
                .filter(point -> point.key() < -1)
                .mapToDouble(point -> point.contrast().value())
                .toArray();
        Block earliest = firstStart();
        return new Diagnostics(
                before.length == 0
                        ? null
                        : Double.valueOf(Math.sqrt(
                                Arrays.stream(before).map(gap -> gap * gap).sum() / before.length)),
                earliest.deviationBefore(),
                preTrend(dynamic),
                leftOut(overall),
                null,
                List.of(),
                (double) units.controls(),
                earliest.overlap());
    }

    /** All units, as if all treated had been so from the first start on. */
    private Block firstStart() {
        double[][] outcomes = units.outcomes();
        return new Block(outcomes, units.controls(), cohorts.start(0));
    }

    /** The slope of the effects before treatment, with its own standard error. */
    private @Nullable PreTrend preTrend(List<Point> dynamic) {
        List<CohortContrast> before = dynamic.stream()
                .filter(point -> point.key() < 0)
                .map(Point::contrast)
                .toList();
        if (before.size() < Concerns.COMPARED_PERIODS) {
            return null;
        }
        Line line =
                Line.through(before.stream().mapToDouble(CohortContrast::value).toArray(), 0, before.size());
        double[] factors = IntStream.range(0, before.size())
                .mapToDouble(i -> (i - line.middle()) / line.squares())
                .toArray();
        CohortContrast slope = CohortContrast.sum(before, factors);
        return new PreTrend(slope.value(), Significance.normal(slope.value(), errors.apply(slope)));
    }

    /** All controls weigh the same; these are the ones that move the estimate most. */
    private List<LeftOut> leftOut(CohortContrast overall) {
        if (units.controls() < 2) {
            return List.of();
        }
        double[] deviations = overall.controlDeviations();
        List<String> names = units.controlNames();
        return IntStream.range(0, deviations.length)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> -Math.abs(deviations[unit])))
                .limit(LEFT_OUT)
                .map(unit -> new LeftOut(names.get(unit), overall.value() + deviations[unit] / (deviations.length - 1)))
                .toList();
    }

    private List<Concern> concerns(Diagnostics diagnostics, double estimate, @Nullable Double standardError) {
        List<Concern> known = new ArrayList<>();
        int smallest = IntStream.rangeClosed(0, cohorts.groups())
                .map(cohorts::size)
                .min()
                .orElseThrow();
        if (estimation.inference() == Inference.NONE) {
            known.add(Concern.WITHOUT_UNCERTAINTY);
        } else if (smallest < SMALL_GROUP) {
            known.add(new Concern(
                    Concern.Kind.INFERENCE,
                    "The smallest group has " + smallest + " of the " + SMALL_GROUP
                            + " units or more that it takes to know its spread, so that standard errors are too small"
                            + (standardError == null ? " to be given." : ".")));
        }
        return new Concerns(known)
                .fit(diagnostics)
                .trend(diagnostics.preTrend())
                .periods(cohorts.start(0), Concerns.COMPARED_PERIODS)
                .controls(units.controls(), diagnostics.effectiveControls())
                .leftOut(diagnostics.leftOut(), estimate, standardError)
                .list();
    }
}
