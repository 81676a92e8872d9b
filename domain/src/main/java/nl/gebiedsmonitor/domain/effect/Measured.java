package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a contrast of cohorts comes to.
 *
 * @param standardError null where none can be given
 */
record Measured(double value, @Nullable Double standardError) {

    /** Contrasts are made as they are needed, and not kept. */
    interface Measuring {

        List<Measured> measure(int count, IntFunction<CohortContrast> contrasts);
    }

    /** Measures one contrast at a time. */
    static Measuring by(Function<CohortContrast, @Nullable Double> standardError, Deadline deadline) {
        return (count, contrasts) -> IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    deadline.check();
                    CohortContrast contrast = contrasts.apply(i);
                    return new Measured(contrast.value(), standardError.apply(contrast));
                })
                .toList();
    }
}
