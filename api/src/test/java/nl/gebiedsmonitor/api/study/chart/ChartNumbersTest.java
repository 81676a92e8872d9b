package nl.gebiedsmonitor.api.study.chart;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.web.Language;
import org.junit.jupiter.api.Test;

class ChartNumbersTest {

    private final ChartNumbers dutch = new ChartNumbers(Language.NL);
    private final ChartNumbers english = new ChartNumbers(Language.EN);

    @Test
    void a_number_has_three_digits_of_what_it_is_measured_by() {
        assertThat(dutch.of(-15.6038, 15.6038)).isEqualTo("−15,6");
        assertThat(dutch.of(0.9, 15.6)).isEqualTo("0,9");
        assertThat(dutch.of(0.012345, 0.012345)).isEqualTo("0,0123");
        assertThat(dutch.of(1_234_567, 1_234_567)).isEqualTo("1.234.567");
        assertThat(english.of(1_234_567, 1_234_567)).isEqualTo("1,234,567");
        assertThat(english.of(-1.5e-9, 1.5e-9)).isEqualTo("−1.50E−9");
        assertThat(dutch.of(1.5e20, 1.5e20)).matches("1,50*E20");
    }

    @Test
    void zero_has_no_sign() {
        assertThat(dutch.of(-0.001, 10)).isEqualTo("0,0");
        assertThat(dutch.of(0, 0)).isEqualTo("0,00");
    }

    @Test
    void a_probability_is_never_zero() {
        assertThat(dutch.probability(0.0256)).isEqualTo("p\u00A0=\u00A00,026");
        assertThat(english.probability(0.00001)).isEqualTo("p\u00A0<\u00A00.001");
        assertThat(english.probability(1)).isEqualTo("p\u00A0=\u00A01.000");
    }

    @Test
    void what_cannot_be_drawn_is_known() {
        assertThat(ChartNumbers.drawable(Double.NaN)).isFalse();
        assertThat(ChartNumbers.drawable(Double.NEGATIVE_INFINITY)).isFalse();
        assertThat(ChartNumbers.drawable(-1e101)).isFalse();
        assertThat(ChartNumbers.drawable(1e12)).isTrue();
    }
}
