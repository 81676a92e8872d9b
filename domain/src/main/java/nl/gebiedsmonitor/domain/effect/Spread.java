package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * How numbers vary, several at a time, added up as they come so that none is kept (Chan, Golub and LeVeque, American
 * Statistician 37, 1983).
 */
final class Spread {

    private final double[] means;
    private final double[] squares;
    private long count;

    /** @param size how many numbers come at a time */
    Spread(int size) {
        this.means = new double[size];
        this.squares = new double[size];
    }

    /** Of standard deviations that are known. */
    static Spread of(double[] deviations) {
        Spread spread = new Spread(deviations.length);
        spread.count = 1;
        Arrays.setAll(spread.squares, i -> deviations[i] * deviations[i]);
        return spread;
    }

    /** Adds numbers that come so many times. */
    void add(double[] numbers, int times) {
        count += times;
        double share = (double) times / count;
        for (int i = 0; i < means.length; i++) {
            double distance = numbers[i] - means[i];
            means[i] += distance * share;
            squares[i] += times * distance * (numbers[i] - means[i]);
        }
    }

    /** Adds what another has added up, of one time or more. */
    void add(Spread other) {
        double share = (double) other.count / (count + other.count);
        for (int i = 0; i < means.length; i++) {
            double distance = other.means[i] - means[i];
            means[i] += distance * share;
            squares[i] += other.squares[i] + distance * distance * share * count;
        }
        count += other.count;
    }

    /** The standard deviation of all there are, as {@link Uncertainty#deviation}. */
    double deviation(int i) {
        return Math.sqrt(squares[i] / count);
    }
}
