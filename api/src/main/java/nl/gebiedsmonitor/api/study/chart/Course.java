package nl.gebiedsmonitor.api.study.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.jspecify.annotations.Nullable;

/**
 * A finding over the periods, with only what can be drawn.
 *
 * @param marks one per period
 * @param begin between which marks treatment begins; empty when it does in none
 * @param relative whether the periods are numbered since treatment began
 */
record Course(List<Mark> marks, OptionalDouble begin, boolean relative) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");

    /** How far the ends of a 95 % interval lie from its middle, in standard errors. */
    private static final double REACH = 1.959963984540054;

    /**
     * One period.
     *
     * @param at its place on the axis
     * @param observed null when there is nothing to draw; likewise the others
     */
    record Mark(
            String time,
            double at,
            @Nullable Double observed,
            @Nullable Double counterfactual,
            @Nullable Double gap,
            @Nullable Interval interval) {}

    /** By period, as in the panel. */
    static Course byPeriod(Finding finding) {
        List<PathPoint> path = finding.path();
        boolean relative = !finding.aggregations().isEmpty();
        List<Mark> marks = new ArrayList<>();
        int begin = relative ? -1 : finding.prePeriods();
        for (int place = 0; place < path.size(); place++) {
            PathPoint point = path.get(place);
            marks.add(mark(point, place));
            if (relative && point.time().equals("0")) {
                begin = place;
            }
        }
        boolean inside = begin > 0 && begin < path.size();
        return new Course(marks, inside ? OptionalDouble.of(begin - 0.5) : OptionalDouble.empty(), relative);
    }

    /** By the number of periods since treatment began: the dynamic aggregation where there is one. */
    static Course sinceTreatment(Finding finding) {
        List<Mark> marks = finding.aggregations().stream()
                .filter(aggregation -> aggregation.kind() == Aggregation.Kind.DYNAMIC)
                .flatMap(aggregation -> aggregation.parts().stream())
                .filter(part -> NUMBER.matcher(part.key()).matches())
                .map(Course::mark)
                .toList();
        if (marks.isEmpty()) {
            marks = byPeriod(finding).marks().stream()
                    .map(mark -> numbered(mark, mark.at() - finding.prePeriods()))
                    .toList();
        }
        boolean both =
                marks.stream().anyMatch(mark -> mark.at() < 0) && marks.stream().anyMatch(mark -> mark.at() >= 0);
        return new Course(marks, both ? OptionalDouble.of(-0.5) : OptionalDouble.empty(), true);
    }

    /** Whether there is anything to draw of this. */
    boolean has(Function<Mark, @Nullable Double> value) {
        return marks.stream().anyMatch(mark -> value.apply(mark) != null);
    }

    boolean hasIntervals() {
        return marks.stream().anyMatch(mark -> mark.interval() != null);
    }

    private static Mark mark(PathPoint point, int place) {
        Double gap = drawn(point.gap());
        return new Mark(
                ChartLabels.shown(point.time(), 20),
                place,
                drawn(point.observed()),
                drawn(point.counterfactual()),
                gap,
                gap == null ? null : interval(drawn(point.lower()), drawn(point.upper())));
    }

    private static Mark mark(Aggregation.Part part) {
        Double gap = drawn(part.estimate());
        Double error = drawn(part.standardError());
        Interval interval =
                gap == null || error == null ? null : interval(drawn(gap - REACH * error), drawn(gap + REACH * error));
        return new Mark(part.key(), Integer.parseInt(part.key()), null, null, gap, interval);
    }

    private static Mark numbered(Mark mark, double number) {
        return new Mark(mark.time(), number, mark.observed(), mark.counterfactual(), mark.gap(), mark.interval());
    }

    private static @Nullable Double drawn(@Nullable Double value) {
        return value != null && ChartNumbers.drawable(value) ? value : null;
    }

    private static @Nullable Interval interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? null : new Interval(lower, upper);
    }
}
