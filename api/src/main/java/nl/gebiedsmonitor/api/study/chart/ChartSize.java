package nl.gebiedsmonitor.api.study.chart;

import java.awt.geom.Rectangle2D;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * How large a picture is, in pixels.
 *
 * @param width from 480 to 2,400
 * @param height from 360 to 2,400
 */
public record ChartSize(int width, int height) {

    /** Fits beside a text. */
    public static final ChartSize USUAL = new ChartSize(800, 500);

    private static final int NARROWEST = 480;
    private static final int LOWEST = 360;
    private static final int LARGEST = 2_400;

    /** @throws InvalidValue when it is too small or too large */
    public ChartSize {
        requireWidth(width);
        requireHeight(height);
    }

    /**
     * Answers a width.
     *
     * @throws InvalidValue when it is too small or too large
     */
    public static Integer requireWidth(Integer width) {
        if (width < NARROWEST || width > LARGEST) {
            throw new InvalidValue("chart-width", width, "A chart is 480 to 2400 pixels wide.").inField("width");
        }
        return width;
    }

    /**
     * Answers a height.
     *
     * @throws InvalidValue when it is too small or too large
     */
    public static Integer requireHeight(Integer height) {
        if (height < LOWEST || height > LARGEST) {
            throw new InvalidValue("chart-height", height, "A chart is 360 to 2400 pixels high.").inField("height");
        }
        return height;
    }

    /** By how much everything grows, so that the text of a large picture is not small; never below 1. */
    double scale() {
        return Math.max(1.0, Math.min(width / (double) USUAL.width(), height / (double) USUAL.height()));
    }

    /** What is drawn on before it grows. */
    Rectangle2D canvas() {
        return new Rectangle2D.Double(0, 0, width / scale(), height / scale());
    }

    /** About how wide the plot inside its axes is, before it grows. */
    double plotWidth() {
        return canvas().getWidth() - 115;
    }

    /** About how high the plot inside its axes is, before it grows. */
    double plotHeight() {
        return canvas().getHeight() - 205;
    }
}
