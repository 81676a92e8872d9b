package nl.gebiedsmonitor.domain.gebied;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GebiedCodeTest {

    @ParameterizedTest
    @CsvSource({
        "NL, LAND",
        "PV26, PROVINCIE",
        "GM0202, GEMEENTE",
        "WK036301, WIJK",
        "BU03630100, BUURT",
        "1011, PC4",
        "SV-ARNHEM-OOST, FOCUS",
        "SV-1, FOCUS"
    })
    void the_grammar_of_a_code_tells_the_type(String code, GebiedType type) {
        assertThat(new GebiedCode(code).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N",
                "nl",
                "NLD",
                "PV2",
                "GM020",
                "GM02021",
                "gm0202",
                "WK03630",
                "BU0363010",
                "0999",
                "101",
                "10111",
                "1011AB",
                "SV-",
                "SV",
                "SV-arnhem",
                "SV--OOST",
                "SV-OOST-",
                " GM0202",
                "GM0202\n",
                "GM٠٢٠٢"
            })
    void a_text_of_another_grammar_is_no_code(String text) {
        assertInvalid("gebied-code", () -> new GebiedCode(text));
    }

    @Test
    void a_code_has_at_most_60_characters() {
        assertThat(new GebiedCode("SV-" + "X".repeat(57)).type()).isEqualTo(GebiedType.FOCUS);
        assertInvalid("gebied-code", () -> new GebiedCode("SV-" + "X".repeat(58)));
    }

    @ParameterizedTest
    @CsvSource({"BU03630100, WK036301", "WK036301, GM0363", "PV26, NL"})
    void the_code_tells_the_parent_of_a_buurt_a_wijk_and_a_provincie(String code, String parent) {
        assertThat(new GebiedCode(code).parent()).contains(new GebiedCode(parent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "GM0202", "1011", "SV-ARNHEM-OOST"})
    void of_other_gebieden_the_code_tells_no_parent(String code) {
        assertThat(new GebiedCode(code).parent()).isEmpty();
    }

    @Property
    void the_gemeente_of_the_wijk_of_a_buurt_has_its_first_four_digits(@ForAll @IntRange(max = 99_999_999) int number) {
        String digits = "%08d".formatted(number);
        assertThat(new GebiedCode("BU" + digits).parent().flatMap(GebiedCode::parent))
                .contains(new GebiedCode("GM" + digits.substring(0, 4)));
    }

    @Property
    void any_text_is_a_code_that_shows_as_it_was_given_or_is_refused(@ForAll String text) {
        try {
            assertThat(new GebiedCode(text)).hasToString(text);
        } catch (InvalidValue invalid) {
            assertThat(invalid.rule()).isEqualTo("gebied-code");
            assertThat(invalid.value()).isEqualTo(text);
        }
    }

    @Property(tries = 500)
    void a_text_is_the_code_of_the_one_type_whose_grammar_it_fits(
            @ForAll
                    @Chars({'N', 'L', 'P', 'V', 'G', 'M', 'W', 'K', 'B', 'U', 'S', '-', '0', '1', '9', 'A'})
                    @StringLength(min = 2, max = 10)
                    String text) {
        List<GebiedType> fitting = Arrays.stream(GebiedType.values())
                .filter(type -> type.fits(text))
                .toList();
        assertThat(fitting).hasSizeLessThanOrEqualTo(1);
        if (fitting.isEmpty()) {
            assertInvalid("gebied-code", () -> new GebiedCode(text));
        } else {
            assertThat(new GebiedCode(text).type()).isEqualTo(fitting.getFirst());
        }
    }

    @Property(tries = 300)
    void a_code_written_by_the_grammar_of_a_type_is_of_that_type(
            @ForAll GebiedType type, @ForAll @IntRange(max = 99_999_999) int number) {
        String digits = "%08d".formatted(number);
        String text =
                switch (type) {
                    case LAND -> "NL";
                    case PROVINCIE -> "PV" + digits.substring(0, 2);
                    case GEMEENTE -> "GM" + digits.substring(0, 4);
                    case WIJK -> "WK" + digits.substring(0, 6);
                    case BUURT -> "BU" + digits;
                    case PC4 -> String.valueOf(1000 + number % 9000);
                    case FOCUS -> "SV-" + digits.substring(0, 4) + "-" + digits.substring(4);
                };
        assertThat(new GebiedCode(text).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"GM0202,GM0202", "WK020206,GM0202", "BU02020603,GM0202", "NL,", "PV25,", "6828,", "SV-ARNHEM-OOST,"})
    void the_code_tells_the_gemeente_of_a_gemeente_wijk_and_buurt(String code, @Nullable String gemeente) {
        assertThat(new GebiedCode(code).gemeente().map(GebiedCode::value)).isEqualTo(Optional.ofNullable(gemeente));
    }
}
