package nl.gebiedsmonitor.domain.effect;

/**
 * What cannot be told from zero among differences of some values: what rounding leaves of it, and no evidence of anything.
 *
 * @param most the largest of it, in units of the values
 */
record Rounding(double most) {

    /** Sums of many products of values are off by less than this share of the largest of them. */
    private static final double SHARE = 1e-12;

    static Rounding of(double[]... values) {
        double largest = 0;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return new Rounding(SHARE * largest);
    }

    /** The same difference, or zero. */
    double settled(double difference) {
        return Math.abs(difference) <= most ? 0 : difference;
    }
}
