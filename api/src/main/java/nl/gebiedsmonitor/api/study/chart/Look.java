package nl.gebiedsmonitor.api.study.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/**
 * How things look. What is told apart by colour is told apart by dashes, markers or lightness too, so that a print in black
 * and white says the same.
 */
final class Look {

    static final Color INK = new Color(0x1B1F24);
    static final Color SOFT = new Color(0x59616B);
    static final Color GRID = new Color(0xE4E7EB);
    static final Color BAND = new Color(0xD9DEE5);
    static final Color BAR = new Color(0xCBD2DA);
    static final Color TREATED = new Color(0x12406B);
    static final Color WITHOUT = new Color(0xB5500B);

    static final Stroke HAIR = new BasicStroke(0.8f);
    static final Stroke THIN = new BasicStroke(1.2f);
    static final Stroke SOLID = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED = dashed(2.2f, 8, 5);
    static final Stroke DOTTED = dashed(1.4f, 1.5f, 4);
    static final Stroke LONG_DASHED = dashed(2.4f, 14, 5);

    static final Shape ROUND = new Ellipse2D.Double(-3.5, -3.5, 7, 7);
    static final Shape SQUARE = new Rectangle2D.Double(-3, -3, 6, 6);

    private Look() {}

    private static Stroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }
}
