package nl.gebiedsmonitor.domain.indicator;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "LBM-AFW", "LBM-2024-1", "TAALACHTERSTAND"})
    void capitals_and_digits_in_parts_joined_by_hyphens_are_a_code(String text) {
        assertThat(new IndicatorCode(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "lbm-afw",
                "Lbm",
                "1LBM",
                "-LBM",
                "LBM-",
                "LBM--AFW",
                "LBM_AFW",
                "LBM AFW",
                "LBM/AFW",
                " LBM",
                "LBM\n",
                "ÉÉN"
            })
    void a_text_of_another_grammar_is_no_code(String text) {
        assertInvalid("indicator-code", () -> new IndicatorCode(text));
    }

    @Test
    void a_code_has_at_most_40_characters() {
        assertThat(new IndicatorCode("X".repeat(40))).hasToString("X".repeat(40));
        assertInvalid("indicator-code", () -> new IndicatorCode("X".repeat(41)));
    }

    @Test
    void codes_stand_in_the_order_of_their_text() {
        assertThat(new IndicatorCode("LBM-AFW")).isLessThan(new IndicatorCode("LBM-FYS"));
    }

    @Property(tries = 300)
    void any_text_is_a_code_that_shows_as_it_was_given_or_is_refused(
            @ForAll @Chars({'A', '9', '-', 'a'}) @CharRange(from = ' ', to = '~') @StringLength(max = 45) String text) {
        try {
            assertThat(new IndicatorCode(text)).hasToString(text);
        } catch (InvalidValue invalid) {
            assertThat(invalid.rule()).isEqualTo("indicator-code");
            assertThat(invalid.value()).isEqualTo(text);
        }
    }
}
