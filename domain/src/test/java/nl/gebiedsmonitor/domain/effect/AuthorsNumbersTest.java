package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.TimeWeight;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Panels of other shapes than the published one, against the authors' own implementation of Arkhangelsky et al. (2021); how
 * the expected numbers were made is told in the folder {@code reference}.
 */
class AuthorsNumbersTest {

    /** A relative error of a standard error by this many draws, four times over. */
    private static final double SAMPLING = 0.25;

    static List<String> shapes() {
        return List.of("several-treated", "one-post-period", "more-periods-than-units", "many-units", "one-treated");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void estimates_and_weights_agree_to_a_millionth(String shape) {
        Map<Estimator, Map<String, Double>> expected = expected(shape);
        assertThat(expected).hasSize(3);
        StudyPanel panel = StudyPanels.read("block-" + shape + ".csv");
        expected.forEach((estimator, numbers) -> {
            Finding found = StudyPanels.find(panel, estimator, Inference.NONE);
            double estimate = Objects.requireNonNull(numbers.get("estimate"));
            assertThat(found.estimate()).as(shape + estimator).isCloseTo(estimate, within(1e-6 * Math.abs(estimate)));
            Map<String, Double> units =
                    found.unitWeights().stream().collect(Collectors.toMap(UnitWeight::unit, UnitWeight::weight));
            Map<String, Double> times =
                    found.timeWeights().stream().collect(Collectors.toMap(TimeWeight::time, TimeWeight::weight));
            numbers.forEach((key, number) -> {
                if (key.startsWith("unit ")) {
                    assertThat(units.getOrDefault(key.substring(5), 0.0))
                            .as(shape + estimator + key)
                            .isCloseTo(number, within(1e-6));
                } else if (key.startsWith("time ")) {
                    assertThat(times.getOrDefault(key.substring(5), 0.0))
                            .as(shape + estimator + key)
                            .isCloseTo(number, within(1e-6));
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void standard_errors_agree(String shape) {
        StudyPanel panel = StudyPanels.read("block-" + shape + ".csv");
        expected(shape)
                .forEach((estimator, numbers) -> numbers.forEach((key, number) -> {
                    if (key.startsWith("error ")) {
                        Inference inference = Inference.valueOf(key.substring(6));
                        double tolerance = inference == Inference.JACKKNIFE ? 1e-6 : SAMPLING;
                        assertThat(StudyPanels.find(panel, estimator, inference, 200)
                                        .standardError())
                                .as(shape + estimator + key)
                                .isCloseTo(number, within(tolerance * number));
                    }
                }));
    }

    private static Map<Estimator, Map<String, Double>> expected(String shape) {
        return StudyPanels.lines("block-expected.csv").stream()
                .filter(line -> line.getFirst().equals(shape))
                .collect(Collectors.groupingBy(
                        line -> Estimator.valueOf(line.get(1)),
                        Collectors.toMap(line -> line.get(2), line -> Double.valueOf(line.get(3)))));
    }
}
