package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The coordinates of a point of the simplex that steps may go to: those with weight, and half as many again of the lowest slope. */
final class Candidates {

    /** How many are added at least, where few have weight. */
    private static final int MORE = 64;

    private final int[] places;
    private final double bound;

    /**
     * @param places of these, in order
     * @param bound what the slopes of all others are at least
     */
    private Candidates(int[] places, double bound) {
        this.places = places;
        this.bound = bound;
    }

    static Candidates of(double[] x, double[] slopes) {
        double[] others = IntStream.range(0, x.length)
                .filter(i -> x[i] == 0)
                .mapToDouble(i -> slopes[i])
                .sorted()
                .toArray();
        int more = Math.max(MORE, (x.length - others.length) / 2);
        double bound = more < others.length ? others[more] : Double.POSITIVE_INFINITY;
        return new Candidates(
                IntStream.range(0, x.length)
                        .filter(i -> x[i] != 0 || slopes[i] < bound)
                        .toArray(),
                bound);
    }

    int count() {
        return places.length;
    }

    double bound() {
        return bound;
    }

    double[] of(double[] values) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    double[][] of(double[][] rows) {
        return Arrays.stream(rows).map(this::of).toArray(double[][]::new);
    }

    /** Puts values where these were taken from. */
    void put(double[] some, double[] values) {
        for (int i = 0; i < places.length; i++) {
            values[places[i]] = some[i];
        }
    }
}
