package nl.gebiedsmonitor.domain;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    private static final TextRule OFFICE = TextRule.oneLine("office", "An office has a name", 12);
    private static final TextRule LETTER = TextRule.manyLines("letter", "A letter is a text", 1200);

    @Test
    void spaces_around_a_text_do_not_count() {
        assertThat(OFFICE.read("\t burgemeester \n")).isEqualTo("burgemeester");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u2003", "burgemeesters"})
    void a_text_that_is_blank_or_too_long_is_refused(String text) {
        assertInvalid("office", () -> OFFICE.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\tb", "a\r\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u0000b", "a\u007fb", "a\ud800b"
            })
    void a_text_on_one_line_holds_no_line_end_or_control_character(String text) {
        assertInvalid("office", () -> OFFICE.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\r\nb", "a\u2028b", "Coördinator 🏘"})
    void a_longer_text_may_have_lines(String text) {
        assertThat(LETTER.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0085b", "a\u001bb", "a\udc00b"})
    void a_longer_text_holds_no_other_control_character(String text) {
        assertInvalid("letter", () -> LETTER.read(text));
    }

    @Test
    void the_refusal_says_what_fits() {
        assertThatThrownBy(() -> OFFICE.read(""))
                .hasMessage("An office has a name of 1 to 12 characters, on one line.");
        assertThatThrownBy(() -> LETTER.read(""))
                .hasMessage("A letter is a text of 1 to 1,200 characters, none of them a control character.");
    }
}
