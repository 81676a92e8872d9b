package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.List;

/** Where the periods of a panel stand in time, in units of one period of its frequency. */
final class Axis {

    private final double[] at;

    private Axis(double[] at) {
        this.at = at;
    }

    static Axis of(List<Integer> at) {
        return new Axis(at.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    /** Its first so many periods. */
    Axis first(int count) {
        return new Axis(Arrays.copyOf(at, count));
    }

    int periods() {
        return at.length;
    }

    double at(int period) {
        return at[period];
    }

    /** The mean of the periods from one up to another. */
    double middle(int from, int to) {
        return Arrays.stream(at, from, to).sum() / (to - from);
    }

    /** By how much one period is later than another. */
    int since(int earlier, int later) {
        return (int) Math.round(at[later] - at[earlier]);
    }

    /** Whether all periods are as far from the one before. */
    boolean isEven() {
        for (int t = 2; t < at.length; t++) {
            if (at[t] - at[t - 1] != at[1] - at[0]) {
                return false;
            }
        }
        return true;
    }
}
