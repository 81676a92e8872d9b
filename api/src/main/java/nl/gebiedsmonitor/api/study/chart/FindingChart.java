package nl.gebiedsmonitor.api.study.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.Optional;
import nl.gebiedsmonitor.domain.effect.Finding;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** A chart of a finding: the same finding, labels and size give the same bytes. */
public final class FindingChart {

    private final JFreeChart chart;
    private final ChartLabels labels;
    private final ChartSize size;
    private final String description;

    private FindingChart(JFreeChart chart, ChartLabels labels, ChartSize size, String description) {
        this.chart = chart;
        this.labels = labels;
        this.size = size;
        this.description = description;
    }

    /** The chart, empty when the finding has nothing to show in it; {@link ChartKind#absence()} then says why. */
    public static Optional<FindingChart> of(Finding finding, ChartKind kind, ChartLabels labels, ChartSize size) {
        Wording wording = new Wording(finding, labels);
        Course course = kind == ChartKind.EVENT_STUDY ? Course.sinceTreatment(finding) : Course.byPeriod(finding);
        Optional<XYPlot> plot =
                switch (kind) {
                    case OBSERVED -> ObservedPlot.of(course, labels, size, wording);
                    case GAP -> GapPlot.line(course, labels, size, wording);
                    case EVENT_STUDY -> GapPlot.marks(course, labels, size, wording);
                    case PLACEBOS ->
                        PlaceboPlot.of(
                                finding.diagnostics().inSpace().stream().mapToDouble(Double::doubleValue),
                                finding.estimate(),
                                labels,
                                size,
                                wording);
                };
        String heading = wording.heading(kind, course.hasIntervals());
        return plot.map(drawn -> new FindingChart(
                framed(drawn, labels.title(), heading, wording.caption()),
                labels,
                size,
                heading + ". " + wording.caption()));
    }

    /** As {@code image/svg+xml}. */
    public byte[] svg() {
        return Svg.of(
                chart, size, labels.title(), description, labels.language().tag());
    }

    /** As {@code image/png}. */
    public byte[] png() {
        return Png.of(chart, size);
    }

    private static JFreeChart framed(XYPlot plot, String title, String heading, String caption) {
        JFreeChart chart = new JFreeChart(null, Typeface.of(12), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(20, 24, 18, 28));
        chart.addSubtitle(text(title, Typeface.bold(17), Look.INK, RectangleEdge.TOP, 2, 4));
        chart.addSubtitle(text(heading, Typeface.of(13), Look.SOFT, RectangleEdge.TOP, 2, 14));
        chart.addSubtitle(text(plot.getRangeAxis().getLabel(), Typeface.of(12.5f), Look.SOFT, RectangleEdge.TOP, 1, 4));
        plot.getRangeAxis().setLabel(null);
        chart.addSubtitle(text(caption, Typeface.of(12), Look.INK, RectangleEdge.BOTTOM, 4, 0));
        return chart;
    }

    private static TextTitle text(String text, Font font, Color colour, RectangleEdge edge, int lines, double below) {
        TextTitle title = new TextTitle(
                text,
                font,
                colour,
                edge,
                HorizontalAlignment.LEFT,
                VerticalAlignment.TOP,
                new RectangleInsets(edge.equals(RectangleEdge.BOTTOM) ? 10 : 0, 0, below, 0));
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMaximumLinesToDisplay(lines);
        title.setExpandToFitSpace(true);
        return title;
    }
}
