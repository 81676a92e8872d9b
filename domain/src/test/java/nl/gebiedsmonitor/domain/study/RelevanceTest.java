package nl.gebiedsmonitor.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an interval says to whoever cares about an effect of 2 or more, in either direction. */
class RelevanceTest {

    @ParameterizedTest
    @CsvSource({
        " 2.0,  5.0, RELEVANT",
        "-5.0, -2.0, RELEVANT",
        " 1.9,  5.0, DETECTED",
        "-5.0, -0.1, DETECTED",
        " 0.1,  1.9, NEGLIGIBLE",
        "-1.9,  1.9, NEGLIGIBLE",
        "-1.9,  2.0, INCONCLUSIVE",
        "-2.0,  1.9, INCONCLUSIVE",
        "-5.0,  5.0, INCONCLUSIVE"
    })
    void an_interval_is_held_against_zero_and_the_smallest_effect(double lower, double upper, Relevance relevance) {
        assertThat(Relevance.of(new Interval(lower, upper), 2)).isEqualTo(relevance);
    }
}
