package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.MinMax;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.None;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.ZScore;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** The models that the tests of this package score by. */
final class Models {

    static final ModelId LEEFBAAROMETER = new ModelId("leefbaarometer-3.0");
    static final ModelId EXAMPLE = new ModelId("voorbeeld");

    static final IndicatorCode FYS = new IndicatorCode("LBM-FYS");
    static final IndicatorCode ONV = new IndicatorCode("LBM-ONV");
    static final IndicatorCode SOC = new IndicatorCode("LBM-SOC");
    static final IndicatorCode VRZ = new IndicatorCode("LBM-VRZ");
    static final IndicatorCode WON = new IndicatorCode("LBM-WON");
    static final IndicatorCode AFW = new IndicatorCode("LBM-AFW");

    static final IndicatorCode WERKLOOS = new IndicatorCode("WERKLOOS");
    static final IndicatorCode VERHUIS = new IndicatorCode("VERHUIS");
    static final IndicatorCode GROEN = new IndicatorCode("GROEN");

    static final double REFERENCE_LEVEL = 4.102264851143684;

    static final Classification NINE = new Classification(
            List.of(-0.2352, -0.1567925, -0.0784, -0.0392, 0.03919, 0.078391, 0.156775, 0.23514),
            IntStream.rangeClosed(1, 9).mapToObj(klass -> "klasse " + klass).toList());

    private static final Classification TOTAL = new Classification(
            List.of(-0.4283, -0.3538, -0.28146, -0.16405, -0.10297, 0.010146, 0.089545, 0.167961),
            List.of(
                    "zeer onvoldoende",
                    "ruim onvoldoende",
                    "onvoldoende",
                    "zwak",
                    "voldoende",
                    "ruim voldoende",
                    "goed",
                    "zeer goed",
                    "uitstekend"));

    private static final Classification THREE =
            new Classification(List.of(-0.5, 0.5), List.of("achteruitgang", "gelijk", "vooruitgang"));

    private Models() {}

    /** As it is published: each dimension one indicator, as it is. */
    static ModelDefinition leefbaarometer() {
        return new ModelDefinition(
                LEEFBAAROMETER,
                1,
                "Leefbaarometer 3.0",
                null,
                "Ministerie van BZK",
                REFERENCE_LEVEL,
                List.of(
                        published("fys", FYS),
                        published("onv", ONV),
                        published("soc", SOC),
                        published("vrz", VRZ),
                        published("won", WON)),
                AFW,
                TOTAL,
                NINE,
                NINE,
                null,
                3,
                ModelDefinition.INHABITANTS,
                ModelDefinition.DEFAULT_MINIMUM_COVERAGE,
                List.of());
    }

    /** Of raw indicators in every way there is to standardise them. */
    static ModelDefinition example(@Nullable Double mean, @Nullable Double standardDeviation) {
        return example("Voorbeeld", mean, standardDeviation);
    }

    static ModelDefinition example(String name, @Nullable Double mean, @Nullable Double standardDeviation) {
        return of(
                name,
                List.of(
                        new Dimension(
                                "soc",
                                "sociaal",
                                List.of(
                                        new WeightedIndicator(WERKLOOS, -0.5, zScore(mean, standardDeviation)),
                                        new WeightedIndicator(VERHUIS, -0.25, new None()))),
                        new Dimension("fys", "fysiek", List.of(new WeightedIndicator(GROEN, 2, new MinMax(10, 60))))),
                List.of());
    }

    static ModelDefinition of(String name, List<Dimension> dimensions, List<TypologyRule> typology) {
        return new ModelDefinition(
                EXAMPLE,
                1,
                name,
                "Om te oefenen",
                "Eigen voorbeeld",
                5,
                dimensions,
                null,
                THREE,
                THREE,
                THREE,
                THREE,
                null,
                ModelDefinition.INHABITANTS,
                0.8,
                typology);
    }

    static ZScore zScore(@Nullable Double mean, @Nullable Double standardDeviation) {
        return new ZScore(new GebiedCode("NL"), GebiedType.GEMEENTE, new Period("2024"), mean, standardDeviation);
    }

    static Dimension published(String key, IndicatorCode indicator) {
        return new Dimension(key, key, List.of(new WeightedIndicator(indicator, 1, new None())));
    }
}
