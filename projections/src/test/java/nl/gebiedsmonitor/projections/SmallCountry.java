package nl.gebiedsmonitor.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.MinMax;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.None;
import nl.gebiedsmonitor.domain.leefbaarheid.WeightedIndicator;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** A country of two gemeenten, and what is measured there; the gemeenten and postcode areas are not placed yet. */
public final class SmallCountry {

    public static final List<GebiedCode> FOCUS_AREAS = codes("SV-GRENS", "SV-OOST");

    public static final List<GebiedCode> OTHERS = codes(
            "NL",
            "PV25",
            "GM0202",
            "GM0203",
            "WK020201",
            "WK020202",
            "WK020301",
            "BU02020101",
            "BU02020102",
            "BU02020201",
            "BU02030101",
            "6828",
            "6829");

    public static final List<GebiedCode> GEBIEDEN =
            Stream.of(FOCUS_AREAS, OTHERS).flatMap(List::stream).toList();

    public static final List<Period> PERIODS = List.of(new Period("2023"), new Period("2024"));

    public static final IndicatorCode AANTAL = new IndicatorCode("AANTAL");
    public static final IndicatorCode WERKLOOS = new IndicatorCode("WERKLOOS");
    /** A rate of the two. */
    public static final IndicatorCode PERCENTAGE = new IndicatorCode("PERCENTAGE");
    /** A rate of a rate. */
    public static final IndicatorCode KLOOF = new IndicatorCode("KLOOF");
    /** An average. */
    public static final IndicatorCode CIJFER = new IndicatorCode("CIJFER");
    /** Does not add up over gebieden. */
    public static final IndicatorCode AFWIJKING = new IndicatorCode("AFWIJKING");

    public static final List<IndicatorDefinition> DEFINITIONS = List.of(
            definition(AANTAL, "SUM", 5.0),
            definition(WERKLOOS, "SUM", null),
            definition(PERCENTAGE, "RATE(WERKLOOS,AANTAL)", null),
            definition(KLOOF, "RATE(PERCENTAGE,CIJFER)", null),
            definition(CIJFER, "MEAN(AANTAL)", null),
            definition(AFWIJKING, "NONE", null));

    public static final ModelId MODEL = new ModelId("voorbeeld");

    private SmallCountry() {}

    public static List<DomainEvent> beginning() {
        List<DomainEvent> events = new ArrayList<>();
        GEBIEDEN.forEach(code -> events.add(new GebiedRegistered(code, "Gebied " + code, null)));
        DEFINITIONS.forEach(definition -> events.add(new IndicatorDefined(definition)));
        return events;
    }

    public static IndicatorDefinition definition(IndicatorCode code, String aggregation, @Nullable Double threshold) {
        return new IndicatorDefinition(
                code,
                "Indicator " + code,
                null,
                null,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                new Aggregation(aggregation),
                null,
                threshold);
    }

    /** A model that takes the published deviation where it lacks a figure; versions weigh otherwise. */
    public static ModelDefinition model(int version) {
        return new ModelDefinition(
                MODEL,
                version,
                "Voorbeeld",
                null,
                "Gemeente Arnhem",
                4.1,
                List.of(
                        new Dimension(
                                "soc",
                                "sociaal",
                                List.of(
                                        new WeightedIndicator(WERKLOOS, -0.5 / version, new None()),
                                        new WeightedIndicator(CIJFER, 0.25, new MinMax(3, 17)))),
                        new Dimension("wij", "wijk", List.of(new WeightedIndicator(AANTAL, 0.1, new None())))),
                AFWIJKING,
                oneClass(),
                oneClass(),
                oneClass(),
                null,
                null,
                AANTAL,
                0.8,
                List.of());
    }

    private static Classification oneClass() {
        return new Classification(List.of(), List.of("alles"));
    }

    private static List<GebiedCode> codes(String... codes) {
        return Stream.of(codes).map(GebiedCode::new).toList();
    }
}
