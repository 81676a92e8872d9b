package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inference found.
 *
 * @param replications how many estimates it rests on
 * @param seed of what was drawn; null when nothing was
 */
record Uncertainty(
        double standardError,
        @Nullable Double pValue,
        int replications,
        @Nullable Long seed,
        List<String> warnings) {

    /** The standard deviation of all there are, not of a sample: divided by their number. */
    static double deviation(double[] estimates) {
        double mean = Arrays.stream(estimates).sum() / estimates.length;
        double squares = Arrays.stream(estimates)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return Math.sqrt(squares / estimates.length);
    }
}
