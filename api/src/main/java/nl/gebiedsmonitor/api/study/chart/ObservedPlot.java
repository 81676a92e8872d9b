package nl.gebiedsmonitor.api.study.chart;

import java.awt.Color;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.study.chart.Course.Mark;
import nl.gebiedsmonitor.api.web.Language;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/** The treated as observed, solid, and what they would have been, dashed; each named at its right end. */
final class ObservedPlot {

    /** Above this many periods markers run together. */
    private static final int MARKED = 40;
    /** How far apart two names are, in pixels. */
    private static final double APART = 18;

    private static final double LETTER = 7.8;

    private final Course course;
    private final ChartLabels labels;
    private final ChartSize size;
    private final Wording wording;

    private ObservedPlot(Course course, ChartLabels labels, ChartSize size, Wording wording) {
        this.course = course;
        this.labels = labels;
        this.size = size;
        this.wording = wording;
    }

    /** The plot, empty when nothing is observed. */
    static Optional<XYPlot> of(Course course, ChartLabels labels, ChartSize size, Wording wording) {
        return course.has(Mark::observed)
                ? Optional.of(new ObservedPlot(course, labels, size, wording).plot())
                : Optional.empty();
    }

    private XYPlot plot() {
        Axes axes = new Axes(labels, size);
        Language language = labels.language();
        Range range = Axes.around(
                course.marks().stream()
                        .flatMap(mark -> Stream.of(
                                Optional.ofNullable(mark.observed()), Optional.ofNullable(mark.counterfactual())))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue),
                0.08);
        double room = LETTER
                        * Math.max(
                                wording.observed().length(),
                                wording.counterfactual().length())
                + 14;
        XYPlot plot = Plots.between(
                axes.periods(language.of("periode", "period"), course.marks(), room),
                axes.vertical(labels.inUnit(labels.outcome()), range));
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(series("observed", Mark::observed));
        lines.addSeries(series("counterfactual", Mark::counterfactual));
        plot.setDataset(lines);
        plot.setRenderer(lines());
        Plots.markBegin(plot, course.begin(), language);
        name(plot, range);
        return plot;
    }

    private XYSeries series(String key, Function<Mark, @Nullable Double> value) {
        XYSeries series = new XYSeries(key);
        course.marks().forEach(mark -> series.add(mark.at(), value.apply(mark)));
        return series;
    }

    private XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer =
                new XYLineAndShapeRenderer(true, course.marks().size() <= MARKED);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseFillPaint(true);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesPaint(0, Look.TREATED);
        renderer.setSeriesStroke(0, Look.SOLID);
        renderer.setSeriesShape(0, Look.ROUND);
        renderer.setSeriesFillPaint(0, Look.TREATED);
        renderer.setSeriesOutlinePaint(0, Look.TREATED);
        renderer.setSeriesPaint(1, Look.WITHOUT);
        renderer.setSeriesStroke(1, Look.DASHED);
        renderer.setSeriesShape(1, Look.SQUARE);
        renderer.setSeriesFillPaint(1, Color.WHITE);
        renderer.setSeriesOutlinePaint(1, Look.WITHOUT);
        renderer.setDefaultOutlineStroke(Look.THIN);
        return renderer;
    }

    /** Writes the names beside the last value of each line, the higher above the lower. */
    private void name(XYPlot plot, Range range) {
        Mark observed = last(Mark::observed);
        Mark counterfactual = last(Mark::counterfactual);
        double high = observed == null ? 0 : Objects.requireNonNullElse(observed.observed(), 0.0);
        if (counterfactual != null && counterfactual.counterfactual() != null) {
            double low = counterfactual.counterfactual();
            double least = APART * range.getLength() / size.plotHeight();
            double push = Math.max(0, least - Math.abs(high - low)) / 2;
            double way = high >= low ? 1 : -1;
            high += way * push;
            write(plot, wording.counterfactual(), counterfactual.at(), low - way * push, Look.WITHOUT);
        }
        if (observed != null) {
            write(plot, wording.observed(), observed.at(), high, Look.TREATED);
        }
    }

    private static void write(XYPlot plot, String name, double at, double height, Color colour) {
        Plots.write(plot, "  " + name, at, height, TextAnchor.CENTER_LEFT, colour);
    }

    private @Nullable Mark last(Function<Mark, @Nullable Double> value) {
        return course.marks().reversed().stream()
                .filter(mark -> value.apply(mark) != null)
                .findFirst()
                .orElse(null);
    }
}
