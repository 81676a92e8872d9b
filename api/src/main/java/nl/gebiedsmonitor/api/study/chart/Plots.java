package nl.gebiedsmonitor.api.study.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.OptionalDouble;
import nl.gebiedsmonitor.api.web.Language;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What all plots have: a light grid, and words beside what they name. */
final class Plots {

    private Plots() {}

    /** An empty plot between two axes. */
    static XYPlot between(ValueAxis horizontal, ValueAxis vertical) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(horizontal);
        plot.setRangeAxis(vertical);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.HAIR);
        vertical.setAxisLineVisible(false);
        return plot;
    }

    /** The line of no difference. */
    static void markZero(XYPlot plot) {
        plot.addRangeMarker(new ValueMarker(0, Look.INK, Look.THIN), Layer.BACKGROUND);
    }

    /** The line where treatment begins, with words on the side that has room. */
    static void markBegin(XYPlot plot, OptionalDouble begin, Language language) {
        if (begin.isEmpty()) {
            return;
        }
        double at = begin.getAsDouble();
        boolean late = at > plot.getDomainAxis().getRange().getCentralValue();
        ValueMarker line = new ValueMarker(at, Look.INK, Look.DOTTED);
        line.setLabel(language.of("begin maatregel", "measure begins"));
        line.setLabelFont(Typeface.of(12));
        line.setLabelPaint(Look.INK);
        line.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        line.setLabelOffset(new RectangleInsets(4, 6, 4, 6));
        line.setLabelAnchor(late ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(late ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        plot.addDomainMarker(line, Layer.BACKGROUND);
    }

    /** Words in the plot. */
    static void write(XYPlot plot, String text, double x, double y, TextAnchor anchor, Color colour) {
        XYTextAnnotation words = new XYTextAnnotation(text, x, y);
        Font font = Typeface.bold(12.5f);
        words.setFont(font);
        words.setPaint(colour);
        words.setTextAnchor(anchor);
        plot.addAnnotation(words);
    }
}
