package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.GROEN;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.published;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.zScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.MinMax;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.None;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDefinitionTest {

    private static final List<Double> NOT_FINITE =
            List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    @Test
    void a_model_names_the_indicators_of_its_dimensions_and_then_the_published_deviation() {
        assertThat(Models.leefbaarometer().indicators())
                .containsExactly(Models.FYS, Models.ONV, Models.SOC, Models.VRZ, Models.WON, Models.AFW);
        assertThat(Models.example(null, null).indicators()).containsExactly(Models.WERKLOOS, Models.VERHUIS, GROEN);
    }

    @Test
    void a_model_has_1_to_50_dimensions_each_under_a_key_of_its_own() {
        assertThat(ofDimensions(dimensions(50)).dimensions()).hasSize(50);
        assertInvalid("dimensions", () -> ofDimensions(List.of()));
        assertInvalid("dimensions", () -> ofDimensions(dimensions(51)));
        assertInField(
                "key",
                "dimension-key-once",
                () -> ofDimensions(List.of(published("fys", GROEN), published("fys", GROEN))));
    }

    @Test
    void a_dimension_has_1_to_100_indicators_each_once() {
        assertThat(new Dimension("fys", "fysiek", weighted(100)).indicators()).hasSize(100);
        assertInvalid("dimension-indicators", () -> new Dimension("fys", "fysiek", List.of()));
        assertInvalid("dimension-indicators", () -> new Dimension("fys", "fysiek", weighted(101)));
        assertInField(
                "indicator",
                "indicator-once-per-dimension",
                () -> new Dimension(
                        "fys",
                        "fysiek",
                        List.of(
                                new WeightedIndicator(GROEN, 1, new None()),
                                new WeightedIndicator(GROEN, 2, new None()))));
    }

    @Test
    void an_indicator_may_be_in_several_dimensions() {
        assertThat(ofDimensions(List.of(published("fys", GROEN), published("soc", GROEN)))
                        .indicators())
                .containsExactly(GROEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3a", "Fys", "f-s", "abcdefghijklmnopqrstu", "fys\n"})
    void a_text_of_another_grammar_is_no_key_of_a_dimension(String key) {
        assertInvalid("dimension-key", () -> published(key, GROEN));
    }

    @Test
    void a_weight_is_finite_and_not_zero() {
        for (double wrong : List.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertInvalid("indicator-weight", () -> new WeightedIndicator(GROEN, wrong, new None()));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "60, 1", "35, 0.5", "0, -0.2", "110, 2"})
    void a_figure_beyond_the_limits_is_not_clipped(double figure, double place) {
        assertThat(new MinMax(10, 60).standardised(figure)).isEqualTo(place);
    }

    @Test
    void the_limits_of_a_scale_are_finite_and_the_lower_one_is_lower() {
        assertInvalid("min-max", () -> new MinMax(1, 1));
        assertInvalid("min-max", () -> new MinMax(2, 1));
        for (double wrong : NOT_FINITE) {
            assertInvalid("min-max", () -> new MinMax(wrong, 1));
            assertInvalid("min-max", () -> new MinMax(1, wrong));
        }
    }

    @Test
    void a_z_score_counts_standard_deviations_from_the_mean() {
        assertThat(zScore(4.0, 2.0).standardised(7)).isEqualTo(1.5);
        assertThat(new None().standardised(7)).isEqualTo(7);
    }

    @Test
    void a_mean_and_a_standard_deviation_are_given_together_or_not_at_all() {
        assertInField("mean", "z-score-parameters", () -> zScore(null, 1.0));
        assertInField("standardDeviation", "z-score-parameters", () -> zScore(1.0, null));
        for (double wrong : NOT_FINITE) {
            assertInvalid("mean", () -> zScore(wrong, 1.0));
            assertInvalid("standard-deviation", () -> zScore(1.0, wrong));
        }
        for (double wrong : List.of(0.0, -1.0)) {
            assertInvalid("standard-deviation", () -> zScore(1.0, wrong));
        }
    }

    @Test
    void nothing_is_standardised_by_parameters_that_are_still_to_be_computed() {
        assertThatThrownBy(() -> zScore(null, null).standardised(7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_parameters_are_those_of_the_population_in_whatever_order_it_comes() {
        assertThat(Distribution.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)))
                .contains(new Distribution(5, 2));
        List<Double> figures = new ArrayList<>(List.of(0.1, 0.7, -3.3, 12.9, 0.3));
        Distribution found = Distribution.of(figures).orElseThrow();
        Collections.reverse(figures);
        assertThat(Distribution.of(figures)).contains(found);
    }

    @Test
    void figures_that_are_lacking_or_all_the_same_have_no_spread() {
        for (List<Double> none :
                List.of(List.<Double>of(), List.of(1.0), List.of(0.1, 0.1, 0.1), List.of(-1e308, 1e308))) {
            assertThat(Distribution.of(none)).isEmpty();
        }
    }

    @Test
    void a_typology_asks_for_classes_that_the_score_has() {
        assertThat(ofTypology(rule("kwetsbaar", 1, 3)).typology()).hasSize(1);
        assertInField("toClass", "typology-classes", () -> ofTypology(rule("kwetsbaar", 1, 4)));
        assertInField("fromClass", "typology-classes", () -> rule("kwetsbaar", 0, 1));
        assertInField("toClass", "typology-classes", () -> rule("kwetsbaar", 3, 2));
    }

    @Test
    void a_typology_has_50_rules_at_most_each_under_a_key_of_its_own() {
        assertInField("key", "typology-key-once", () -> ofTypology(rule("a", 1, 1), rule("a", 2, 2)));
        assertInvalid(
                "typology",
                () -> ofTypology(IntStream.rangeClosed(1, 51)
                        .mapToObj(number -> rule("regel-" + number, 1, 1))
                        .toArray(TypologyRule[]::new)));
        assertInvalid("typology-key", () -> rule("Kwetsbare wijk", 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "WIJK, 1, 5000, true",
        "WIJK, 2, 5000.5, true",
        "WIJK, 3, 9000, false",
        "WIJK, 1, 4999, false",
        "WIJK, 1, , false",
        "BUURT, 1, 9000, false"
    })
    void a_gebied_is_of_a_kind_by_its_type_its_class_and_its_inhabitants(
            GebiedType type, int scoreClass, @Nullable Double inhabitants, boolean matches) {
        var rule = new TypologyRule("kwetsbaar", "Kwetsbare wijk", GebiedType.WIJK, 1, 2, 5000, "Voorbeeld");
        assertThat(rule.matches(type, scoreClass, inhabitants)).isEqualTo(matches);
    }

    @Test
    void inhabitants_that_are_not_known_suffice_where_none_are_asked_for() {
        assertThat(rule("kwetsbaar", 1, 1).matches(GebiedType.WIJK, 1, null)).isTrue();
        for (double wrong : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertInvalid(
                    "minimum-inhabitants", () -> new TypologyRule("a", "A", GebiedType.WIJK, 1, 1, wrong, "Voorbeeld"));
        }
    }

    @Test
    void every_text_is_there_and_not_too_long() {
        assertInvalid("model-name", () -> Models.example(" ", null, null));
        assertInvalid("model-name", () -> Models.example("x".repeat(201), null, null));
        assertInvalid("model-description", () -> with(" ", "Bron", 0, 0.8, null));
        assertInvalid("model-source", () -> with("Tekst", "", 0, 0.8, null));
        assertInvalid("dimension-name", () -> new Dimension("fys", "", weighted(1)));
        assertInvalid("typology-name", () -> new TypologyRule("a", " ", GebiedType.WIJK, 1, 1, 0, "Voorbeeld"));
        assertInvalid("typology-source", () -> new TypologyRule("a", "A", GebiedType.WIJK, 1, 1, 0, " "));
    }

    @Test
    void every_number_is_in_its_range() {
        for (double wrong : NOT_FINITE) {
            assertInField("referenceLevel", "reference-level", () -> with("Tekst", "Bron", wrong, 0.8, null));
        }
        for (double wrong : List.of(-0.01, 1.01, Double.NaN)) {
            assertInField("minimumCoverage", "minimum-coverage", () -> with("Tekst", "Bron", 0, wrong, null));
        }
        for (int wrong : List.of(-1, 16)) {
            assertInField("decimals", "decimals", () -> with("Tekst", "Bron", 0, 0.8, wrong));
        }
        assertThat(with("Tekst", "Bron", -0.0, 0, 15)).isEqualTo(with("Tekst", "Bron", 0.0, -0.0, 15));
    }

    @Test
    void a_model_keeps_its_parts_whatever_becomes_of_the_lists_it_was_given() {
        List<Dimension> given = new ArrayList<>(dimensions(1));
        ModelDefinition model = ofDimensions(given);
        given.add(published("soc", GROEN));
        assertThat(model.dimensions()).hasSize(1);
    }

    private static void assertInField(String field, String rule, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValue.class, invalid -> {
            assertThat(invalid.rule()).isEqualTo(rule);
            assertThat(invalid.field()).isEqualTo(field);
        });
    }

    private static ModelDefinition ofDimensions(List<Dimension> dimensions) {
        return Models.of("Voorbeeld", dimensions, List.of());
    }

    private static ModelDefinition ofTypology(TypologyRule... typology) {
        return Models.of("Voorbeeld", dimensions(1), List.of(typology));
    }

    private static ModelDefinition with(
            String description,
            String source,
            double referenceLevel,
            double minimumCoverage,
            @Nullable Integer decimals) {
        return new ModelDefinition(
                Models.EXAMPLE,
                1,
                "Voorbeeld",
                description,
                source,
                referenceLevel,
                dimensions(1),
                null,
                Models.NINE,
                Models.NINE,
                Models.NINE,
                null,
                decimals,
                ModelDefinition.INHABITANTS,
                minimumCoverage,
                List.of());
    }

    private static TypologyRule rule(String key, int fromClass, int toClass) {
        return new TypologyRule(key, "Kwetsbare wijk", GebiedType.WIJK, fromClass, toClass, 0, "Voorbeeld");
    }

    private static List<Dimension> dimensions(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> published("d" + number, GROEN))
                .toList();
    }

    private static List<WeightedIndicator> weighted(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new WeightedIndicator(new IndicatorCode("I-" + number), 1, new None()))
                .toList();
    }
}
