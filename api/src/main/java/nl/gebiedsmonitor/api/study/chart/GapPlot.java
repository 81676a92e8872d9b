package nl.gebiedsmonitor.api.study.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import nl.gebiedsmonitor.api.study.chart.Course.Mark;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * The gap with its intervals and the line of no difference: a line in a band over the periods, or marks with whiskers by the
 * number of periods since treatment began, open before and filled after.
 */
final class GapPlot {

    private static final int MARKED = 40;

    private final Course course;
    private final ChartLabels labels;
    private final ChartSize size;
    private final Wording wording;

    private GapPlot(Course course, ChartLabels labels, ChartSize size, Wording wording) {
        this.course = course;
        this.labels = labels;
        this.size = size;
        this.wording = wording;
    }

    /** The gap over the periods, empty when there is none. */
    static Optional<XYPlot> line(Course course, ChartLabels labels, ChartSize size, Wording wording) {
        return course.has(Mark::gap)
                ? Optional.of(new GapPlot(course, labels, size, wording).line())
                : Optional.empty();
    }

    /** The gap by periods since treatment began, empty when there is none. */
    static Optional<XYPlot> marks(Course course, ChartLabels labels, ChartSize size, Wording wording) {
        return course.has(Mark::gap)
                ? Optional.of(new GapPlot(course, labels, size, wording).marks())
                : Optional.empty();
    }

    private XYPlot line() {
        XYPlot plot = plot(new Axes(labels, size).periods(wording.periods(course.relative()), course.marks(), 0));
        XYSeries gap = new XYSeries("gap");
        course.marks().forEach(mark -> gap.add(mark.at(), mark.gap()));
        XYLineAndShapeRenderer renderer =
                new XYLineAndShapeRenderer(true, course.marks().size() <= MARKED);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, Look.TREATED);
        renderer.setSeriesStroke(0, Look.SOLID);
        renderer.setSeriesShape(0, Look.ROUND);
        plot.setDataset(0, new XYSeriesCollection(gap));
        plot.setRenderer(0, renderer);
        whisker(plot, 1, true);
        band(plot, 2);
        return plot;
    }

    private XYPlot marks() {
        double first = course.marks().stream().mapToDouble(Mark::at).min().orElse(0);
        double last = course.marks().stream().mapToDouble(Mark::at).max().orElse(0);
        XYPlot plot = plot(new Axes(labels, size).whole(wording.periods(true), new Range(first - 0.8, last + 0.8)));
        XYSeries before = new XYSeries("before");
        XYSeries after = new XYSeries("after");
        course.marks().forEach(mark -> (mark.at() < 0 ? before : after).add(mark.at(), mark.gap()));
        XYSeriesCollection both = new XYSeriesCollection();
        both.addSeries(before);
        both.addSeries(after);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlinePaint(Look.TREATED);
        renderer.setDefaultOutlineStroke(Look.THIN);
        renderer.setDefaultShape(Look.ROUND);
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setAutoPopulateSeriesOutlinePaint(false);
        renderer.setAutoPopulateSeriesOutlineStroke(false);
        renderer.setSeriesFillPaint(0, Color.WHITE);
        renderer.setSeriesFillPaint(1, Look.TREATED);
        plot.setDataset(0, both);
        plot.setRenderer(0, renderer);
        whisker(plot, 1, false);
        return plot;
    }

    private XYPlot plot(ValueAxis horizontal) {
        Range range = Axes.around(
                course.marks().stream()
                        .flatMapToDouble(mark -> mark.gap() == null
                                ? DoubleStream.empty()
                                : DoubleStream.concat(
                                        DoubleStream.of(0, mark.gap()),
                                        mark.interval() == null
                                                ? DoubleStream.empty()
                                                : DoubleStream.of(
                                                        mark.interval().lower(),
                                                        mark.interval().upper()))),
                0.08);
        XYPlot plot =
                Plots.between(horizontal, new Axes(labels, size).vertical(labels.inUnit(wording.difference()), range));
        Plots.markZero(plot);
        Plots.markBegin(plot, course.begin(), labels.language());
        return plot;
    }

    /** Draws the intervals as whiskers: all, or those that have no neighbour to make a band with. */
    private void whisker(XYPlot plot, int place, boolean alone) {
        YIntervalSeries whiskers = new YIntervalSeries("whiskers");
        for (YIntervalSeries run : runs()) {
            for (int item = 0; item < run.getItemCount() && (!alone || run.getItemCount() == 1); item++) {
                whiskers.add(
                        run.getX(item).doubleValue(),
                        run.getYValue(item),
                        run.getYLowValue(item),
                        run.getYHighValue(item));
            }
        }
        YIntervalSeriesCollection all = new YIntervalSeriesCollection();
        all.addSeries(whiskers);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultShapesVisible(false);
        renderer.setCapLength(8);
        renderer.setErrorPaint(Look.TREATED);
        renderer.setErrorStroke(Look.THIN);
        plot.setDataset(place, all);
        plot.setRenderer(place, renderer);
    }

    private void band(XYPlot plot, int place) {
        YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
        runs().stream().filter(run -> run.getItemCount() > 1).forEach(bands::addSeries);
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1);
        renderer.setDefaultFillPaint(Look.BAND);
        renderer.setAutoPopulateSeriesFillPaint(false);
        plot.setDataset(place, bands);
        plot.setRenderer(place, renderer);
    }

    /** The intervals of periods that follow each other. */
    private List<YIntervalSeries> runs() {
        List<YIntervalSeries> runs = new ArrayList<>();
        boolean open = false;
        for (Mark mark : course.marks()) {
            Interval interval = mark.interval();
            Double gap = mark.gap();
            if (interval != null && gap != null) {
                if (!open) {
                    runs.add(new YIntervalSeries(runs.size()));
                }
                runs.getLast().add(mark.at(), gap, interval.lower(), interval.upper());
            }
            open = interval != null;
        }
        return runs;
    }
}
