package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Groups of fewer units show too little of their spread: the authors' package warns from here on, too. */
    private static final int SMALL_GROUP = 5;

    private final StudyUnits units;
    private final Estimation estimation;
    private final Cohorts cohorts;
    private final GroupTimes effects;
    private final Averages averages;
    private final List<GroupTime> groupTimes;
    private final Map<CohortContrast, Measured> measured = new HashMap<>();

    /**
     * What effects are averaged to.
     *
     * @param trendBefore null where it cannot be told
     */
    private record Averages(
            List<Point> dynamic,
            List<Point> byGroup,
            List<Point> calendar,
            CohortContrast simple,
            CohortContrast afterStart,
            CohortContrast overall,
            CohortContrast overPeriods,
            @Nullable CohortContrast trendBefore) {

        static Averages of(GroupTimes effects) {
            List<Point> dynamic = effects.dynamic();
            List<Point> byGroup = effects.byGroup();
            List<Point> calendar = effects.calendar();
            return new Averages(
                    dynamic,
                    byGroup,
                    calendar,
                    effects.simple(),
                    CohortContrast.mean(dynamic.stream()
                            .filter(point -> point.key() >= 0)
                            .map(Point::contrast)
                            .toList()),
                    GroupTimes.overall(byGroup),
                    CohortContrast.mean(calendar.stream().map(Point::contrast).toList()),
                    effects.trendBefore());
        }

        List<CohortContrast> all() {
            List<CohortContrast> all = new ArrayList<>(List.of(simple, afterStart, overall, overPeriods));
            Stream.of(dynamic, byGroup, calendar)
                    .flatMap(List::stream)
                    .map(Point::contrast)
                    .forEach(all::add);
            if (trendBefore != null) {
                all.add(trendBefore);
            }
            return all;
        }
    }

    private StaggeredStudy(StudyUnits units, Estimation estimation, Deadline deadline, DoubleConsumer told) {
        this.units = units;
        this.estimation = estimation;
        this.cohorts = Cohorts.of(units);
        this.effects = new GroupTimes(cohorts, units.axis());
        this.averages = Averages.of(effects);
        List<CohortContrast> all = averages.all();
        List<GroupTimes.Cell> cells = effects.cells();
        Measured.Measuring measuring =
                switch (estimation.inference()) {
                    case ANALYTIC -> Measured.by(CohortContrast::standardError, deadline);
                    case BOOTSTRAP -> drawing(List.of(cells.size(), all.size()), deadline, told);
                    case NONE, PLACEBO, JACKKNIFE -> Measured.by(contrast -> null, deadline);
                };
        List<Measured> ofCells = measuring.measure(cells.size(), i -> effects.effect(cells.get(i)));
        this.groupTimes = IntStream.range(0, cells.size())
                .mapToObj(i -> groupTime(cells.get(i), ofCells.get(i)))
                .toList();
        List<Measured> ofAll = measuring.measure(all.size(), all::get);
        for (int i = 0; i < all.size(); i++) {
            measured.put(all.get(i), ofAll.get(i));
        }
    }

    private Multipliers drawing(List<Integer> counts, Deadline deadline, DoubleConsumer told) {
        long steps = counts.stream()
                .mapToLong(count -> Multipliers.drawn(cohorts, estimation.draws(), count))
                .sum();
        return new Multipliers(
                cohorts, estimation.draws(), estimation.firstSeed(), deadline, new Progress(told, steps + 1));
    }

    static StaggeredStudy of(StudyUnits units, Estimation estimation, Deadline deadline, DoubleConsumer told) {
        return new StaggeredStudy(units, estimation, deadline, told);
    }

    private @Nullable Double error(CohortContrast contrast) {
        return Objects.requireNonNull(measured.get(contrast)).standardError();
    }

    Finding finding() {
        CohortContrast overall = averages.overall();
        Double standardError = error(overall);
        boolean drawn = estimation.inference() == Inference.BOOTSTRAP;
        Diagnostics diagnostics = diagnostics();
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
                averages.dynamic().stream().map(this::pathPoint).toList(),
                groupTimes,
                aggregations(),
                diagnostics,
                concerns(diagnostics, overall.value(), standardError));
    }

    private PathPoint pathPoint(Point point) {
        double gap = point.contrast().value();
        Double error = error(point.contrast());
        Interval interval = error == null ? null : Interval.normal(gap, error);
        return new PathPoint(
                Integer.toString(point.key()),
                point.key(),
                null,
                null,
                gap,
                interval == null ? null : Double.valueOf(interval.lower()),
                interval == null ? null : Double.valueOf(interval.upper()));
    }

    private GroupTime groupTime(GroupTimes.Cell cell, Measured found) {
        return new GroupTime(
                units.times().get(cell.start()),
                units.times().get(cell.period()),
                found.value(),
                found.standardError());
    }

    private List<Aggregation> aggregations() {
        IntFunction<String> period = units.times()::get;
        return List.of(
                aggregation(Kind.SIMPLE, averages.simple(), List.of(), period),
                aggregation(Kind.DYNAMIC, averages.afterStart(), averages.dynamic(), Integer::toString),
                aggregation(Kind.GROUP, averages.overall(), averages.byGroup(), period),
                aggregation(Kind.CALENDAR, averages.overPeriods(), averages.calendar(), period));
    }

    private Aggregation aggregation(Kind kind, CohortContrast whole, List<Point> points, IntFunction<String> key) {
        return new Aggregation(
                kind,
                whole.value(),
                error(whole),
                points.stream()
                        .map(point -> new Part(
                                key.apply(point.key()), point.contrast().value(), error(point.contrast())))
                        .toList());
    }

    /** There is no placebo in time: the effects before treatment are that. */
    private Diagnostics diagnostics() {
        double[] before = effects.before().stream()
                .mapToDouble(point -> point.contrast().value())
                .toArray();
        return new Diagnostics(
                before.length == 0
                        ? null
                        : Double.valueOf(Math.sqrt(
                                Arrays.stream(before).map(gap -> gap * gap).sum() / before.length)),
                startingIn(cohorts.start(cohorts.groups() - 1)).deviationWithin(),
                preTrend(),
                leftOut(averages.overall()),
                null,
                List.of(),
                (double) units.controls(),
                startingIn(cohorts.start(0)).overlap());
    }

    /** All units, as if all treated had been so from one period on. */
    private Block startingIn(int start) {
        return new Block(units.outcomes(), units.controls(), start);
    }

    private @Nullable PreTrend preTrend() {
        CohortContrast trend = averages.trendBefore();
        return trend == null ? null : new PreTrend(trend.value(), Significance.normal(trend.value(), error(trend)));
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
                .limit(Diagnostics.LEFT_OUT)
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
        if (!units.axis().isEven()) {
            known.add(new Concern(
                    Concern.Kind.INFERENCE,
                    "The periods are not evenly spaced: the base of some groups lies longer before the start than that of others,"
                            + " and not every group is seen equally long after it."));
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
