package nl.gebiedsmonitor.domain.indicator;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorDefinitionTest {

    @ParameterizedTest
    @CsvSource({"-0.5, true", "0.3, true", "1.5, true", "-0.50000001, false", "1.5000000000000002, false"})
    void a_range_admits_its_limits_and_what_lies_between(double value, boolean admitted) {
        assertThat(withRange(-0.5, 1.5).admits(value)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MAX_VALUE, 0, Double.MAX_VALUE})
    void a_limit_that_is_not_stated_excludes_nothing(double value) {
        assertThat(withRange(null, null).admits(value)).isTrue();
        assertThat(withRange(null, Double.MAX_VALUE).admits(value)).isTrue();
        assertThat(withRange(-Double.MAX_VALUE, null).admits(value)).isTrue();
    }

    @Test
    void a_range_is_not_empty() {
        assertThat(withRange(1.0, 1.0).admits(1)).isTrue();
        assertInvalid("range", () -> withRange(1.0, 0.99));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void the_limits_of_a_range_are_finite(double limit) {
        assertInvalid("finite-number", () -> withRange(limit, null));
        assertInvalid("finite-number", () -> withRange(null, limit));
    }

    @Test
    void decimals_to_show_are_0_to_15() {
        assertThat(withDecimals(0).decimals()).isZero();
        assertThat(withDecimals(15).decimals()).isEqualTo(15);
        assertThat(withDecimals(null).decimals()).isNull();
        assertInvalid("decimals", () -> withDecimals(-1));
        assertInvalid("decimals", () -> withDecimals(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void no_text_of_a_definition_is_blank(String blank) {
        assertInvalid("name-nl", () -> withTexts(blank, null, null, null, null));
        assertInvalid("name-en", () -> withTexts("Naam", blank, null, null, null));
        assertInvalid("unit", () -> withTexts("Naam", null, blank, null, null));
        assertInvalid("dimension", () -> withTexts("Naam", null, null, blank, null));
        assertInvalid("source", () -> withTexts("Naam", null, null, null, blank));
    }

    @Test
    void a_text_has_at_most_200_characters_without_the_space_around_it() {
        assertThat(withTexts(" " + "x".repeat(200) + " ", null, null, null, null)
                        .nameNl())
                .isEqualTo("x".repeat(200));
        assertInvalid("name-nl", () -> withTexts("x".repeat(201), null, null, null, null));
    }

    @Test
    void a_disclosure_threshold_is_a_number_above_0() {
        assertThat(withThreshold(Double.MIN_VALUE).disclosureThreshold()).isEqualTo(Double.MIN_VALUE);
        assertThat(withThreshold(null).disclosureThreshold()).isNull();
        for (double wrong : new double[] {0, -0.0, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertInvalid("disclosure-threshold", () -> withThreshold(wrong));
        }
    }

    private static IndicatorDefinition withThreshold(@Nullable Double threshold) {
        return definition("Naam", null, null, null, null, null, null, null, threshold);
    }

    private static IndicatorDefinition withRange(@Nullable Double min, @Nullable Double max) {
        return definition("Naam", null, null, null, min, max, null, null, null);
    }

    private static IndicatorDefinition withDecimals(@Nullable Integer decimals) {
        return definition("Naam", null, null, null, null, null, decimals, null, null);
    }

    private static IndicatorDefinition withTexts(
            String nameNl,
            @Nullable String nameEn,
            @Nullable String unit,
            @Nullable String dimension,
            @Nullable String source) {
        return definition(nameNl, nameEn, unit, dimension, null, null, null, source, null);
    }

    private static IndicatorDefinition definition(
            String nameNl,
            @Nullable String nameEn,
            @Nullable String unit,
            @Nullable String dimension,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Integer decimals,
            @Nullable String source,
            @Nullable Double threshold) {
        return new IndicatorDefinition(
                new IndicatorCode("LBM-AFW"),
                nameNl,
                nameEn,
                unit,
                Frequency.YEAR,
                dimension,
                Polarity.NEUTRAL,
                min,
                max,
                decimals,
                Aggregation.NONE,
                source,
                threshold);
    }
}
