package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.leefbaarheid.Models.AFW;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.FYS;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.GROEN;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.ONV;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.SOC;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.VERHUIS;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.VRZ;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.WERKLOOS;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    private static final ModelDefinition LEEFBAAROMETER = Models.leefbaarometer();

    /** Rows of the published file per PC4: 1011 in 2014, 1012 in 2022, 1102 in 2018 and 6828 in 2020. */
    @ParameterizedTest
    @CsvSource({
        "4.3321922994307975, 0.22992744828711204,"
                + " -0.00693275309148697, -0.1288870752756942, -0.06472883900754467, 0.43673285787780364,"
                + " -0.006256742215966049",
        "4.411287030695486, 0.3090221795518001,"
                + " 0.012258406525715948, -0.25707346642405793, -0.07512399540116264, 0.6109076755596758,"
                + " 0.0180535592916287",
        "3.7400619396476897, -0.3622029114959953,"
                + " -0.012332862473879795, -0.19839487460384791, -0.0848173915350067, 0.09187570145968531,"
                + " -0.15853348434294648",
        "3.9906237261173363, -0.11164112502634857,"
                + " -0.02913827514437805, -0.1661989409207981, -0.06112734584802064, 0.14433236516920853,"
                + " 4.910717176394166e-4"
    })
    void the_published_dimensions_give_the_published_score(
            double lbm, double afw, double fys, double onv, double soc, double vrz, double won) {
        Score score = LEEFBAAROMETER.score(dimensions(fys, onv, soc, vrz, won)).orElseThrow();
        assertThat(score.basis()).isEqualTo(Basis.DIMENSIONS);
        assertThat(score.deviation()).isCloseTo(afw, within(1e-15));
        assertThat(score.score()).isCloseTo(lbm, within(1e-14));
        assertThat(score.dimensions())
                .containsExactly(
                        new DimensionScore("fys", fys),
                        new DimensionScore("onv", onv),
                        new DimensionScore("soc", soc),
                        new DimensionScore("vrz", vrz),
                        new DimensionScore("won", won));
    }

    /** Buurten and a gemeente of the measurement of 2024, with the classes that were published of them. */
    @ParameterizedTest
    @CsvSource({"0.189053, 9, 8", "0.0980488, 8, 7", "0.0272893, 7, 5", "-0.4283, 2, 1"})
    void a_deviation_gives_the_published_classes(double afw, int scoreClass, int deviationClass) {
        Score score = LEEFBAAROMETER.score(Map.of(AFW, afw)).orElseThrow();
        assertThat(LEEFBAAROMETER.scoreClasses().of(score.deviation())).isEqualTo(scoreClass);
        assertThat(LEEFBAAROMETER.deviationClasses().of(score.deviation())).isEqualTo(deviationClass);
    }

    @Test
    void where_a_dimension_is_not_known_the_published_deviation_is_taken() {
        Map<IndicatorCode, Double> values = dimensions(0.1, 0.1, 0.1, 0.1, 0.1);
        values.put(AFW, -0.2577934126631632);
        values.remove(SOC);
        assertThat(LEEFBAAROMETER.score(values))
                .contains(new Score(
                        Models.REFERENCE_LEVEL - 0.2577934126631632, -0.2577934126631632, Basis.DEVIATION, List.of()));
    }

    @Test
    void where_all_dimensions_are_known_the_published_deviation_is_not_taken() {
        Map<IndicatorCode, Double> values = dimensions(0.5, 0, 0, 0, 0);
        values.put(AFW, 0.7);
        assertThat(LEEFBAAROMETER.score(values)).hasValueSatisfying(score -> {
            assertThat(score.deviation()).isEqualTo(0.5);
            assertThat(score.basis()).isEqualTo(Basis.DIMENSIONS);
        });
    }

    @Test
    void where_neither_is_known_there_is_no_score() {
        Map<IndicatorCode, Double> values = dimensions(0.1, 0.1, 0.1, 0.1, 0.1);
        values.remove(WON);
        assertThat(LEEFBAAROMETER.score(values)).isEmpty();
        assertThat(LEEFBAAROMETER.score(Map.of())).isEmpty();
        assertThat(Models.example(4.0, 2.0).score(Map.of(WERKLOOS, 6.0, AFW, 1.0)))
                .isEmpty();
    }

    @Test
    void a_dimension_is_the_sum_of_its_indicators_standardised_and_weighted() {
        Score score = Models.example(4.0, 2.0)
                .score(Map.of(WERKLOOS, 7.0, VERHUIS, 3.0, GROEN, 72.5))
                .orElseThrow();
        double soc = -0.5 * 1.5 - 0.25 * 3;
        double fys = 2 * 1.25;
        assertThat(score.dimensions()).containsExactly(new DimensionScore("soc", soc), new DimensionScore("fys", fys));
        assertThat(score.deviation()).isEqualTo(1);
        assertThat(score.score()).isEqualTo(6);
    }

    @Test
    void figures_too_large_to_add_up_give_no_score() {
        assertThat(LEEFBAAROMETER.score(dimensions(Double.MAX_VALUE, Double.MAX_VALUE, 0, 0, 0)))
                .isEmpty();
        assertThat(Models.example(4.0, Double.MIN_VALUE).score(Map.of(WERKLOOS, 7.0, VERHUIS, 3.0, GROEN, 10.0)))
                .isEmpty();
    }

    static Map<IndicatorCode, Double> dimensions(double fys, double onv, double soc, double vrz, double won) {
        return new HashMap<>(Map.of(FYS, fys, ONV, onv, SOC, soc, VRZ, vrz, WON, won));
    }
}
