package nl.gebiedsmonitor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void a_value_of_80_characters_is_repeated_whole() {
        assertThat(withValue("x".repeat(80)).value()).isEqualTo("x".repeat(80));
    }

    @Test
    void a_longer_value_is_shortened() {
        assertThat(withValue("x".repeat(81)).value()).isEqualTo("x".repeat(80) + "…");
    }

    @Test
    void a_value_is_not_cut_through_a_character_that_takes_two_places() {
        assertThat(withValue("x".repeat(79) + "😀😀").value()).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void what_is_invalid_is_told_with_its_place() {
        var invalid = new InvalidValue("period", "2024-13", "A period is 2024.");
        assertThat(Fault.of(3L, "period", invalid))
                .isEqualTo(new Fault(3L, "period", "2024-13", "period", "A period is 2024."));
    }

    @Test
    void nothing_given_is_shown_as_nothing() {
        assertThat(Fault.of(null, null, new InvalidValue("required", null, "This is required."))
                        .value())
                .isNull();
    }

    private static Fault withValue(String value) {
        return new Fault(1L, "name", value, "rule", "A sentence.");
    }
}
