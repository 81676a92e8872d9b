package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;

/**
 * Classes 1 to n from low to high, parted by cut points; a value equal to a cut point belongs to the higher class.
 *
 * @param cutPoints finite and strictly ascending; none when there is one class
 * @param labels of the classes from the lowest on, one more than there are cut points, at most 50, each of 1 to 100
 *     characters
 */
public record Classification(List<Double> cutPoints, List<String> labels) {

    public static final ListRule CUT_POINTS = ListRule.atMost(49, "cut-points", "cutPoints", "cut points");
    public static final ListRule LABELS = new ListRule("class-labels", "labels", "labels of classes", 1, 50);
    public static final TextRule LABEL = TextRule.oneLine("class-label", "A class has a label", 100);
    public static final NumberRule CUT_POINT =
            NumberRule.finite("cut-point", "cutPoints", "A cut point is a finite number.");

    /** @throws InvalidValue when a label or a cut point does not fit, or they are not as many as they should be */
    public Classification {
        LABELS.require(labels);
        labels = labels.stream().map(LABEL::read).toList();
        CUT_POINTS.require(cutPoints);
        cutPoints = cutPoints.stream().map(CUT_POINT::read).toList();
        requireAscending(cutPoints);
        requireLabelled(cutPoints, labels);
    }

    /**
     * Holds cut points to their order.
     *
     * @throws InvalidValue with the first that is not above the one before it
     */
    public static void requireAscending(List<Double> cutPoints) {
        for (int i = 1; i < cutPoints.size(); i++) {
            if (cutPoints.get(i) <= cutPoints.get(i - 1)) {
                throw new InvalidValue(
                                "cut-points-ascend",
                                cutPoints.get(i),
                                "Each cut point lies above the one before it, and " + cutPoints.get(i)
                                        + " does not lie above " + cutPoints.get(i - 1) + ".")
                        .inField("cutPoints");
            }
        }
    }

    /**
     * Holds that there is one label more than there are cut points.
     *
     * @throws InvalidValue when there are more or fewer
     */
    public static void requireLabelled(List<Double> cutPoints, List<String> labels) {
        if (labels.size() != cutPoints.size() + 1) {
            throw new InvalidValue(
                            "labels-fit-cut-points",
                            labels.size(),
                            "Between " + cutPoints.size() + " cut points lie " + (cutPoints.size() + 1)
                                    + " classes, and " + labels.size() + " labels are given.")
                    .inField("labels");
        }
    }

    /** The class of a value: 1, the lowest, to {@link #count()}. */
    public int of(double value) {
        int klass = 1;
        while (klass < labels.size() && value >= cutPoints.get(klass - 1)) {
            klass++;
        }
        return klass;
    }

    /** How many classes there are. */
    public int count() {
        return labels.size();
    }

    /**
     * What a class is called.
     *
     * @throws IndexOutOfBoundsException when there is no such class
     */
    public String label(int klass) {
        return labels.get(klass - 1);
    }
}
