package nl.gebiedsmonitor.api.study.chart;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.statistics.HistogramDataset;

/** How often the estimator finds what for gebieden that were not treated, and where its estimate lies among these. */
final class PlaceboPlot {

    private static final int FEWEST_BARS = 6;
    private static final int MOST_BARS = 30;

    private final double[] placebos;
    private final double estimate;
    private final ChartLabels labels;
    private final ChartSize size;
    private final Wording wording;

    private PlaceboPlot(double[] placebos, double estimate, ChartLabels labels, ChartSize size, Wording wording) {
        this.placebos = placebos;
        this.estimate = estimate;
        this.labels = labels;
        this.size = size;
        this.wording = wording;
    }

    /** The plot, empty without placebos. */
    static Optional<XYPlot> of(
            DoubleStream estimates, double estimate, ChartLabels labels, ChartSize size, Wording wording) {
        double[] placebos = estimates.filter(ChartNumbers::drawable).toArray();
        return placebos.length == 0
                ? Optional.empty()
                : Optional.of(new PlaceboPlot(placebos, estimate, labels, size, wording).plot());
    }

    private XYPlot plot() {
        HistogramDataset bars = bars();
        double most = 0;
        double lower = bars.getStartXValue(0, 0);
        double upper = bars.getEndXValue(0, bars.getItemCount(0) - 1);
        for (int bar = 0; bar < bars.getItemCount(0); bar++) {
            most = Math.max(most, bars.getYValue(0, bar));
        }
        Range range = Axes.around(DoubleStream.of(lower, upper, 0, ChartNumbers.drawable(estimate) ? estimate : 0), 0);
        Axes axes = new Axes(labels, size);
        XYPlot plot = Plots.between(
                axes.horizontal(labels.inUnit(wording.estimate()), range),
                axes.counts(wording.placebos(), new Range(0, Math.max(1, most) * 1.2)));
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesPaint(0, Look.BAR);
        renderer.setSeriesOutlinePaint(0, Look.SOFT);
        renderer.setSeriesOutlineStroke(0, Look.HAIR);
        plot.setDataset(bars);
        plot.setRenderer(renderer);
        plot.addDomainMarker(new ValueMarker(0, Look.SOFT, Look.HAIR), Layer.FOREGROUND);
        if (ChartNumbers.drawable(estimate)) {
            mark(plot, range, Math.max(1, most) * 1.17);
        }
        return plot;
    }

    /** The estimate, with words on the side that has room. */
    private void mark(XYPlot plot, Range range, double height) {
        plot.addDomainMarker(new ValueMarker(estimate, Look.TREATED, Look.LONG_DASHED), Layer.FOREGROUND);
        boolean late = estimate > range.getCentralValue();
        String words = wording.estimated(estimate);
        Plots.write(
                plot,
                late ? words + "  " : "  " + words,
                estimate,
                height,
                late ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT,
                Look.TREATED);
    }

    /** Bars between round numbers. */
    private HistogramDataset bars() {
        double least = DoubleStream.of(placebos).min().orElse(0);
        double largest = DoubleStream.of(placebos).max().orElse(0);
        double size = Math.max(Math.abs(least), Math.abs(largest));
        double bars = Math.clamp(2 * Math.sqrt(placebos.length), FEWEST_BARS, MOST_BARS);
        double width = Axes.roundUp(
                ChartNumbers.alike(least, largest)
                        ? (size < ChartNumbers.SMALLEST ? 1 : size * 0.01)
                        : (largest - least) / bars);
        double from = Math.floor(least / width) * width;
        int count = Math.max(1, (int) Math.ceil((largest - from) / width - 1e-9));
        HistogramDataset dataset = new HistogramDataset();
        dataset.addSeries("placebos", placebos, count, from, from + count * width);
        return dataset;
    }
}
