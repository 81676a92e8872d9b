package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Numbers that are added up as they come vary as those that are kept. */
class SpreadTest {

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void a_spread_in_parts_is_that_of_all(
            @ForAll @IntRange(min = 1, max = 40) int first,
            @ForAll @IntRange(min = 1, max = 40) int second,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] numbers = random.doubles(first + second, 1e6, 1e6 + 10).toArray();
        Spread all = new Spread(1);
        all.add(spread(Arrays.copyOf(numbers, first), 1));
        all.add(spread(Arrays.copyOfRange(numbers, first, numbers.length), times));
        double[] repeated = IntStream.range(0, first + times * second)
                .mapToDouble(i -> i < first ? numbers[i] : numbers[first + (i - first) % second])
                .toArray();
        assertThat(all.deviation(0)).isCloseTo(Uncertainty.deviation(repeated), within(1e-6));
    }

    private static Spread spread(double[] numbers, int times) {
        Spread spread = new Spread(1);
        for (double number : numbers) {
            spread.add(new double[] {number}, times);
        }
        return spread;
    }
}
