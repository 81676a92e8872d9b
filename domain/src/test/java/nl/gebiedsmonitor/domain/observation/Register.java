package nl.gebiedsmonitor.domain.observation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import org.jspecify.annotations.Nullable;

/** The indicators and gebieden that the tests of this package know. */
final class Register {

    /** Per year, from -50 up to and including 50. */
    static final IndicatorCode AFWIJKING = new IndicatorCode("LBM-AFW");
    /** Per quarter, of any value. */
    static final IndicatorCode WERKLOOSHEID = new IndicatorCode("WERKLOOSHEID");
    /** Per year, retired. */
    static final IndicatorCode RETIRED = new IndicatorCode("WOZ-OUD");

    static final IndicatorCode UNDEFINED = new IndicatorCode("ONBEKEND");

    static final GebiedCode NEDERLAND = new GebiedCode("NL");
    static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    static final GebiedCode PRESIKHAAF = new GebiedCode("WK020206");
    static final GebiedCode AMSTERDAM = new GebiedCode("GM0363");
    static final GebiedCode PC4 = new GebiedCode("6828");
    static final GebiedCode UNKNOWN = new GebiedCode("GM9999");

    static final Period YEAR = new Period("2024");
    static final Period YEAR_BEFORE = new Period("2023");
    static final Period QUARTER = new Period("2024-Q1");

    static final Gebieden GEBIEDEN = codes -> codes.stream()
            .filter(code ->
                    Set.of(NEDERLAND, ARNHEM, PRESIKHAAF, AMSTERDAM, PC4).contains(code)
                            || code.value().startsWith("BU"))
            .collect(Collectors.toSet());

    static final Indicators INDICATORS = codes -> {
        Map<IndicatorCode, Indicators.Known> known = Map.of(
                AFWIJKING, new Indicators.Known(definition(AFWIJKING, Frequency.YEAR, -50.0, 50.0), false),
                WERKLOOSHEID, new Indicators.Known(definition(WERKLOOSHEID, Frequency.QUARTER, null, null), false),
                RETIRED, new Indicators.Known(definition(RETIRED, Frequency.YEAR, null, null), true));
        return codes.stream().distinct().filter(known::containsKey).collect(Collectors.toMap(code -> code, known::get));
    };

    private Register() {}

    static Cell cell(long line, IndicatorCode indicator, GebiedCode gebied, Period period, double value) {
        return new Cell(line, FieldNames.STANDARD, indicator, Observation.of(gebied, period, value));
    }

    /** A figure of {@link #AFWIJKING} in {@link #YEAR}. */
    static Cell afwijking(long line, GebiedCode gebied, double value) {
        return cell(line, AFWIJKING, gebied, YEAR, value);
    }

    private static IndicatorDefinition definition(
            IndicatorCode code, Frequency frequency, @Nullable Double min, @Nullable Double max) {
        return new IndicatorDefinition(
                code,
                "Naam",
                null,
                null,
                frequency,
                null,
                Polarity.NEUTRAL,
                min,
                max,
                null,
                Aggregation.NONE,
                null,
                null);
    }
}
