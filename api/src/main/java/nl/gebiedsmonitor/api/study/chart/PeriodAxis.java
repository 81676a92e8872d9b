package nl.gebiedsmonitor.api.study.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.study.chart.Course.Mark;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Names periods where they are in time; a name that would touch the one before is left out. */
final class PeriodAxis extends NumberAxis {

    private static final long serialVersionUID = 1;

    private final NumberTick[] names;

    /** @param least how far apart two names are, on the axis */
    PeriodAxis(String label, List<Mark> periods, double least) {
        super(label);
        List<NumberTick> apart = new ArrayList<>();
        double next = Double.NEGATIVE_INFINITY;
        for (Mark period : periods) {
            if (period.at() >= next) {
                apart.add(new NumberTick(period.at(), period.time(), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                next = period.at() + least;
            }
        }
        this.names = apart.toArray(NumberTick[]::new);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return List.of(names);
    }
}
