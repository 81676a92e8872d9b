package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.leefbaarheid.Models.AFW;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.GROEN;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.VERHUIS;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.WERKLOOS;
import static nl.gebiedsmonitor.domain.leefbaarheid.ScoreTest.dimensions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Development.Contribution;
import nl.gebiedsmonitor.domain.leefbaarheid.Development.DimensionChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentTest {

    private static final ModelDefinition EXAMPLE = Models.example(4.0, 2.0);
    private static final ModelDefinition LEEFBAAROMETER = Models.leefbaarometer();

    @Test
    void a_change_is_told_by_indicator_by_dimension_and_in_total() {
        Development development =
                EXAMPLE.development(figures(7, 3, 72.5), figures(5, 4, 60)).orElseThrow();
        assertThat(development)
                .isEqualTo(new Development(
                        -0.25,
                        2,
                        List.of(
                                new DimensionChange(
                                        "soc",
                                        0.25,
                                        List.of(new Contribution(WERKLOOS, 0.5), new Contribution(VERHUIS, -0.25))),
                                new DimensionChange("fys", -0.5, List.of(new Contribution(GROEN, -0.5))))));
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "2, 2", "-1.9, 2", "-2, 3"})
    void a_development_is_classed_where_the_model_has_classes_of_it(double moved, int developmentClass) {
        assertThat(EXAMPLE.development(figures(4, 0, 10), figures(4, moved, 10)))
                .hasValueSatisfying(development ->
                        assertThat(development.developmentClass()).isEqualTo(developmentClass));
    }

    @Test
    void a_development_is_not_classed_where_the_model_has_no_classes_of_it() {
        assertThat(LEEFBAAROMETER.development(dimensions(0, 0, 0, 0, 0), dimensions(1, 1, 1, 1, 1)))
                .hasValueSatisfying(development -> {
                    assertThat(development.total()).isEqualTo(5);
                    assertThat(development.developmentClass()).isNull();
                });
    }

    @Test
    void against_a_published_deviation_only_the_total_is_known() {
        Map<IndicatorCode, Double> deviation = Map.of(AFW, -0.25);
        Map<IndicatorCode, Double> dimensions = dimensions(0.5, 0, 0, 0, 0);
        assertThat(LEEFBAAROMETER.development(deviation, dimensions)).contains(new Development(0.75, null, List.of()));
        assertThat(LEEFBAAROMETER.development(dimensions, deviation)).contains(new Development(-0.75, null, List.of()));
        assertThat(LEEFBAAROMETER.development(deviation, Map.of(AFW, 0.25)))
                .contains(new Development(0.5, null, List.of()));
    }

    @Test
    void without_a_score_before_and_after_there_is_no_development() {
        assertThat(EXAMPLE.development(Map.of(), figures(5, 4, 60))).isEmpty();
        assertThat(EXAMPLE.development(figures(5, 4, 60), Map.of())).isEmpty();
    }

    @Property
    void the_contributions_add_up_to_the_dimensions_and_these_to_the_total_to_the_last_bit(
            @ForAll("figures") Map<IndicatorCode, Double> earlier,
            @ForAll("figures") Map<IndicatorCode, Double> later) {
        Development development = EXAMPLE.development(earlier, later).orElseThrow();
        double total = 0;
        for (DimensionChange dimension : development.dimensions()) {
            double sum = 0;
            for (Contribution indicator : dimension.indicators()) {
                sum += indicator.change();
            }
            assertThat(dimension.change()).isEqualTo(sum);
            total += sum;
        }
        assertThat(development.total()).isEqualTo(total);
    }

    /** Rounding is of the size of the last bit of the scores, which are below 1e6 here. */
    @Property
    void the_total_is_the_difference_of_the_deviations(
            @ForAll("figures") Map<IndicatorCode, Double> earlier,
            @ForAll("figures") Map<IndicatorCode, Double> later) {
        double before = EXAMPLE.score(earlier).orElseThrow().deviation();
        double after = EXAMPLE.score(later).orElseThrow().deviation();
        assertThat(EXAMPLE.development(earlier, later).orElseThrow().total()).isCloseTo(after - before, within(1e-9));
    }

    @Provide
    Arbitrary<Map<IndicatorCode, Double>> figures() {
        Arbitrary<Double> figure = Arbitraries.doubles().between(-1e6, 1e6).ofScale(6);
        return Combinators.combine(figure, figure, figure).as(DevelopmentTest::figures);
    }

    private static Map<IndicatorCode, Double> figures(double werkloos, double verhuis, double groen) {
        return Map.of(WERKLOOS, werkloos, VERHUIS, verhuis, GROEN, groen);
    }
}
