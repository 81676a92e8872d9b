package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.Published;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Basis;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Development;
import nl.gebiedsmonitor.domain.leefbaarheid.DimensionScore;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.leefbaarheid.TypologyRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The models that come with the product, read as it reads its sample. */
class ShippedModelsTest {

    private static final IndicatorCode AFW = new IndicatorCode("LBM-AFW");

    private record Shipped(List<IndicatorDefinition> indicators, ModelDefinition model) {}

    private final JsonMapper json = Product.on(TestDatabase.H2).bean(JsonMapper.class);
    private final Shipped leefbaarometer = read("leefbaarheid/leefbaarometer-3.0.json", Shipped.class);
    private final Shipped example = read("leefbaarheid/voorbeeld-model.json", Shipped.class);

    @Test
    void every_indicator_of_a_model_is_defined_beside_it() {
        for (Shipped shipped : List.of(leefbaarometer, example)) {
            assertThat(codes(shipped)).containsAll(shipped.model().indicators());
        }
        assertThat(codes(leefbaarometer)).isEqualTo(leefbaarometer.model().indicators());
    }

    @Test
    void the_indicators_of_the_leefbaarometer_are_those_of_the_sample() {
        assertThat(read("sample/indicators.json", IndicatorDefinition[].class))
                .containsAll(leefbaarometer.indicators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"buurt-2024.csv", "gemeente-2024.csv"})
    void every_published_row_is_scored_and_classed_as_it_was_published(String file) {
        ModelDefinition model = leefbaarometer.model();
        for (NamedCsvRecord row : rows(file)) {
            double afw = number(row, "afw");
            Score byDimensions = model.score(dimensions(row)).orElseThrow();
            Score byDeviation = model.score(Map.of(AFW, afw)).orElseThrow();
            assertThat(byDimensions.deviation()).isCloseTo(afw, within(2e-6));
            assertThat(byDimensions.basis()).isEqualTo(Basis.DIMENSIONS);
            assertThat(byDeviation.basis()).isEqualTo(Basis.DEVIATION);
            for (Score score : List.of(byDimensions, byDeviation)) {
                assertThat(model.scoreClasses().of(score.deviation()))
                        .as(row.toString())
                        .isEqualTo(klass(row, "kscore"));
                assertThat(model.deviationClasses().of(score.deviation()))
                        .as(row.toString())
                        .isEqualTo(klass(row, "kafw"));
            }
            for (DimensionScore dimension : byDimensions.dimensions()) {
                assertThat(model.dimensionClasses().of(dimension.value()))
                        .as(row.toString())
                        .isEqualTo(klass(row, "k" + dimension.key()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.189053, uitstekend", "-0.5, zeer onvoldoende", "0, ruim voldoende"})
    void the_score_has_the_published_labels(double afw, String label) {
        Classification classes = leefbaarometer.model().scoreClasses();
        assertThat(classes.label(classes.of(afw))).isEqualTo(label);
    }

    @Test
    void nothing_of_the_leefbaarometer_is_made_up() {
        assertThat(leefbaarometer.model().developmentClasses()).isNull();
        assertThat(leefbaarometer.model().typology()).isEmpty();
    }

    /** By hand: -0.05 x (6 - 3.6) / 1.2, -0.03 x (130 - 100) / 20, 0.2 x 20 / 50 and -0.02 x 3. */
    @Test
    void the_example_scores_as_it_does_by_hand() {
        ModelDefinition model = example.model().filledFrom((_, _, _, _) -> List.of(80.0, 120.0));
        Score score = model.score(figures(6, 130, 20, 3)).orElseThrow();
        assertThat(score.dimensions()).extracting(DimensionScore::key).containsExactly("soc", "fys", "onv");
        assertThat(score.dimensions().get(0).value()).isCloseTo(-0.145, within(1e-15));
        assertThat(score.dimensions().get(1).value()).isCloseTo(0.08, within(1e-15));
        assertThat(score.dimensions().get(2).value()).isCloseTo(-0.06, within(1e-15));
        assertThat(score.deviation()).isCloseTo(-0.125, within(1e-15));
        assertThat(score.score()).isCloseTo(5.875, within(1e-14));
        assertThat(model.scoreClasses().label(model.scoreClasses().of(score.deviation())))
                .isEqualTo("matig");

        Development development = model.development(figures(6, 130, 20, 3), figures(4.8, 130, 20, 3))
                .orElseThrow();
        assertThat(development.total()).isCloseTo(0.05, within(1e-15));
        assertThat(development.developmentClass()).isEqualTo(3);
    }

    @Test
    void the_typology_of_the_example_says_that_it_is_one() {
        List<TypologyRule> typology = example.model().typology();
        assertThat(typology).extracting(TypologyRule::key).containsExactly("kwetsbare-wijk", "aandachtsbuurt");
        assertThat(typology).extracting(TypologyRule::source).allSatisfy(source -> assertThat(source)
                .startsWith("Voorbeeld"));
        assertThat(typology.getFirst().matches(GebiedType.WIJK, 2, 1000.0)).isTrue();
    }

    private static Set<IndicatorCode> codes(Shipped shipped) {
        return shipped.indicators().stream().map(IndicatorDefinition::code).collect(Collectors.toSet());
    }

    private static Map<IndicatorCode, Double> figures(double werkloos, double verhuis, double groen, double overlast) {
        return Map.of(
                new IndicatorCode("VBR-WERKLOOS"), werkloos,
                new IndicatorCode("VBR-VERHUIS"), verhuis,
                new IndicatorCode("VBR-GROEN"), groen,
                new IndicatorCode("VBR-OVERLAST"), overlast);
    }

    private static Map<IndicatorCode, Double> dimensions(NamedCsvRecord row) {
        Map<IndicatorCode, Double> values = new HashMap<>();
        for (String dimension : List.of("fys", "onv", "soc", "vrz", "won")) {
            values.put(new IndicatorCode("LBM-" + dimension.toUpperCase(Locale.ROOT)), number(row, dimension));
        }
        return values;
    }

    private static List<NamedCsvRecord> rows(String file) {
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new String(Published.file(file), StandardCharsets.UTF_8)).stream()
                        .toList();
        assertThat(rows).hasSizeGreaterThan(300);
        return rows;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static int klass(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private <T> T read(String resource, Class<T> type) {
        try (InputStream in = ShippedModelsTest.class.getResourceAsStream("/" + resource)) {
            return json.readValue(in, type);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
