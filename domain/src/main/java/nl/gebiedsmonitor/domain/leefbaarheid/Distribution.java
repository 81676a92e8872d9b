package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.List;
import java.util.Optional;

/** The mean and the standard deviation of a whole population. */
record Distribution(double mean, double standardDeviation) {

    /**
     * Of these figures, to the same bits in whatever order they come; none when there are no figures, all are the same, or
     * they are too far apart to tell.
     */
    static Optional<Distribution> of(List<Double> figures) {
        double[] ascending =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int count = ascending.length;
        if (count == 0 || ascending[0] == ascending[count - 1]) {
            return Optional.empty();
        }
        double sum = 0;
        for (double figure : ascending) {
            sum += figure;
        }
        double mean = sum / count;
        double squares = 0;
        for (double figure : ascending) {
            squares += (figure - mean) * (figure - mean);
        }
        double standardDeviation = Math.sqrt(squares / count);
        return standardDeviation > 0 && Double.isFinite(standardDeviation)
                ? Optional.of(new Distribution(mean, standardDeviation))
                : Optional.empty();
    }
}
