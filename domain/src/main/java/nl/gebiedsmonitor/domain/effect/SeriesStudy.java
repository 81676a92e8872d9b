package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Diagnostics.InTime;
import nl.gebiedsmonitor.domain.effect.Diagnostics.PreTrend;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.jspecify.annotations.Nullable;

/** The mean of the treated before and after, without a comparison. */
final class SeriesStudy {

    private final StudyUnits units;
    private final Estimation estimation;
    private final double[][] outcomes;
    private final double[] means;
    private final int start;
    private final SplitSeries series;

    private SeriesStudy(StudyUnits units, Estimation estimation) {
        this.units = units;
        this.estimation = estimation;
        this.start = units.starts()[0];
        this.outcomes = units.treatedOutcomes(start);
        this.means = IntStream.range(0, units.times().size())
                .mapToDouble(
                        t -> Arrays.stream(outcomes).mapToDouble(row -> row[t]).sum() / outcomes.length)
                .toArray();
        this.series = new SplitSeries(units.axis(), means, start, isLine());
    }

    static SeriesStudy of(StudyUnits units, Estimation estimation) {
        return new SeriesStudy(units, estimation);
    }

    private boolean isLine() {
        return estimation.estimator() == Estimator.ITS;
    }

    private boolean isUncertain() {
        return estimation.inference() == Inference.ANALYTIC;
    }

    Finding finding() {
        double effect = series.effect();
        Double standardError = isUncertain() ? series.standardError() : null;
        Diagnostics diagnostics = diagnostics();
        return new Finding(
                estimation.estimator(),
                effect,
                standardError,
                standardError == null
                        ? null
                        : Interval.around(effect, Significance.halfWidth(series.degrees()) * standardError),
                standardError == null ? null : Significance.student(effect, standardError, series.degrees()),
                estimation.inference(),
                null,
                null,
                null,
                0,
                0,
                0,
                outcomes.length,
                start,
                means.length - start,
                List.of(),
                List.of(),
                IntStream.range(0, means.length).mapToObj(this::point).toList(),
                List.of(),
                List.of(),
                diagnostics,
                concerns(diagnostics, standardError));
    }

    private PathPoint point(int t) {
        Double error = isUncertain() ? series.gapError(t) : null;
        Interval interval =
                error == null ? null : Interval.around(series.gap(t), Significance.halfWidth(series.degrees()) * error);
        return new PathPoint(
                units.times().get(t),
                units.axis().since(start, t),
                means[t],
                series.counterfactual(t),
                series.gap(t),
                interval == null ? null : Double.valueOf(interval.lower()),
                interval == null ? null : Double.valueOf(interval.upper()));
    }

    private Diagnostics diagnostics() {
        double squares = IntStream.range(0, start)
                .mapToDouble(t -> series.gap(t) * series.gap(t))
                .sum();
        SplitSeries pretended = pretended();
        return new Diagnostics(
                Math.sqrt(squares / start),
                Uncertainty.deviation(Arrays.stream(outcomes)
                        .flatMapToDouble(row -> Arrays.stream(row, 0, start))
                        .toArray()),
                preTrend(),
                List.of(),
                pretended == null ? null : new InTime(units.times().get(pretendedStart()), pretended.effect()),
                List.of(),
                null,
                null);
    }

    /** The line of an interrupted time series has the trend in it, and leaves none to test. */
    private @Nullable PreTrend preTrend() {
        if (isLine() || start < Concerns.COMPARED_PERIODS) {
            return null;
        }
        Axis before = units.axis().first(start);
        Rounding rounding = Rounding.of(means);
        Line line = Line.through(before, means, 0, start);
        double[] shares = IntStream.range(0, start)
                .mapToDouble(t -> line.share(before.at(t)))
                .toArray();
        double[] residuals = IntStream.range(0, start)
                .mapToDouble(t -> rounding.settled(means[t] - line.at(before.at(t))))
                .toArray();
        int degrees = start - 2;
        double error = Math.sqrt(SplitSeries.variance(before, shares, residuals, degrees));
        double slope = rounding.settled(line.slope());
        return new PreTrend(slope, Significance.student(slope, error, degrees));
    }

    private int pretendedStart() {
        return BlockStudy.pretended(start);
    }

    /** The series before the start, as if it had been earlier; null when there are too few periods. */
    private @Nullable SplitSeries pretended() {
        int pretended = pretendedStart();
        boolean enough = isLine()
                ? pretended >= Structure.BEFORE_ITS && start - pretended >= Structure.AFTER_ITS
                : pretended >= 1 && pretended < start;
        return enough
                ? new SplitSeries(units.axis().first(start), Arrays.copyOf(means, start), pretended, isLine())
                : null;
    }

    private List<Concern> concerns(Diagnostics diagnostics, @Nullable Double standardError) {
        Concerns concerns = new Concerns(isUncertain() ? List.of() : List.of(Concern.WITHOUT_UNCERTAINTY));
        if (isUncertain() && standardError == null) {
            concerns.add(
                    Concern.Kind.INFERENCE,
                    "There are too few periods before or after the start to tell how much this number varies by chance.");
        }
        if (standardError != null && !units.axis().isEven()) {
            concerns.add(
                    Concern.Kind.INFERENCE,
                    "The periods are not evenly spaced, so that nothing is known of how one carries over into the next; where it"
                            + " does, the interval is too narrow.");
        }
        SplitSeries pretended = pretended();
        Double error = pretended == null ? null : pretended.standardError();
        boolean fails = pretended != null
                && error != null
                && Math.abs(pretended.effect()) > Significance.halfWidth(pretended.degrees()) * error;
        concerns.inTime(diagnostics.inTime(), fails, "more than half the width of its own interval");
        if (isLine()) {
            return concerns.add(
                            Concern.Kind.NO_COMPARISON,
                            "There is no comparison: whatever else changed at the start is taken for the effect.")
                    .periods(start, Concerns.FITTED_PERIODS)
                    .list();
        }
        return concerns.add(
                        Concern.Kind.NO_COMPARISON,
                        "This is doelrealisatie, no effect: what would have happened without the measure is not known.")
                .trend(diagnostics.preTrend())
                .list();
    }
}
