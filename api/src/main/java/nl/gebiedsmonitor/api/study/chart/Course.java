package nl.gebiedsmonitor.api.study.chart;

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
 * @param begin where on the axis treatment begins; empty when there is nothing before it, or after
 * @param relative whether the periods are named by how long it is since treatment began
 */
record Course(List<Mark> marks, OptionalDouble begin, boolean relative) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");

    /** How far the ends of a 95 % interval lie from its middle, in standard errors. */
    private static final double REACH = 1.959963984540054;

    /**
     * One period.
     *
     * @param at how long after the first treated period it is, so that years that are not in the panel leave room
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
        return of(
                finding.path().stream().map(Course::mark).toList(),
                !finding.aggregations().isEmpty());
    }

    /** By how long it is since treatment began: the dynamic aggregation where there is one. */
    static Course sinceTreatment(Finding finding) {
        List<Mark> marks = finding.aggregations().stream()
                .filter(aggregation -> aggregation.kind() == Aggregation.Kind.DYNAMIC)
                .flatMap(aggregation -> aggregation.parts().stream())
                .filter(part -> NUMBER.matcher(part.key()).matches())
                .map(Course::mark)
                .toList();
        return of(marks.isEmpty() ? byPeriod(finding).marks() : marks, true);
    }

    private static Course of(List<Mark> marks, boolean relative) {
        OptionalDouble before =
                marks.stream().mapToDouble(Mark::at).filter(at -> at < 0).max();
        OptionalDouble after =
                marks.stream().mapToDouble(Mark::at).filter(at -> at >= 0).min();
        OptionalDouble begin = before.isPresent() && after.isPresent()
                ? OptionalDouble.of((before.getAsDouble() + after.getAsDouble()) / 2)
                : OptionalDouble.empty();
        return new Course(marks, begin, relative);
    }

    /** Whether there is anything to draw of this. */
    boolean has(Function<Mark, @Nullable Double> value) {
        return marks.stream().anyMatch(mark -> value.apply(mark) != null);
    }

    boolean hasIntervals() {
        return marks.stream().anyMatch(mark -> mark.interval() != null);
    }

    private static Mark mark(PathPoint point) {
        Double gap = drawn(point.gap());
        return new Mark(
                ChartLabels.shown(point.time(), 20),
                point.since(),
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

    private static @Nullable Double drawn(@Nullable Double value) {
        return value != null && ChartNumbers.drawable(value) ? value : null;
    }

    private static @Nullable Interval interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? null : new Interval(lower, upper);
    }
}
