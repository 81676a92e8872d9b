package nl.gebiedsmonitor.projections.eventlog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.MinMax;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.None;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.ZScore;
import nl.gebiedsmonitor.domain.leefbaarheid.TypologyRule;
import nl.gebiedsmonitor.domain.leefbaarheid.WeightedIndicator;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;
import nl.gebiedsmonitor.domain.observation.DeliveryEvent.DeliveryReceived;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import org.jspecify.annotations.Nullable;

/** Every event there is, filled as far as it could be when first stored and since, and as bare as it can be. */
public final class EventSamples {

    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    private static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    private static final GebiedCode PRESIKHAAF = new GebiedCode("WK020206");
    private static final GebiedCode MALBURGEN = new GebiedCode("WK020213");
    private static final GebiedCode HAAREN = new GebiedCode("GM0788");
    private static final Map<GebiedCode, Double> MADE_UP_SHARES = Map.of(
            new GebiedCode("GM0757"), 0.1,
            new GebiedCode("GM0824"), 0.3,
            new GebiedCode("GM0855"), 0.2,
            new GebiedCode("GM0865"), 0.4);
    private static final IndicatorCode AFWIJKING = new IndicatorCode("LBM-AFW");
    private static final ManifestSlug KOM_OP = new ManifestSlug("kom-op-voor-de-meest-kwetsbare-gebieden");
    private static final MeasureId TAALKLASSEN = new MeasureId("arnhem-oost-taalklassen");
    private static final LocalDate DAY = LocalDate.of(2020, 6, 15);
    private static final String REASON = "Herziening \"2020\", door de gemeente — zie brief";

    private EventSamples() {}

    public static List<DomainEvent> full() {
        return Stream.of(ofTheField(), ImpactSamples.full(), StudySamples.full())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> ofTheField() {
        return List.of(
                new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", ARNHEM),
                new GebiedPlaced(ARNHEM_OOST, ARNHEM),
                new GebiedRenamed(ARNHEM_OOST, "Arnhem-Oost"),
                new GebiedComposed(
                        ARNHEM_OOST,
                        new Composition(
                                new TreeSet<>(List.of(MALBURGEN, PRESIKHAAF)), 2020, CompositionStatus.INDICATIVE)),
                new GebiedClosed(PRESIKHAAF, DAY, new TreeSet<>(List.of(MALBURGEN, ARNHEM)), null),
                new IndicatorDefined(fullDefinition(null)),
                new IndicatorDefinitionRevised(fullDefinition(null), REASON),
                new IndicatorRetired(AFWIJKING, DAY, REASON),
                new IndicatorRecorded(SeriesId.of(AFWIJKING, PRESIKHAAF), "01JD3YV9T2", everyObservation()),
                new ObservationsRevised(SeriesId.of(AFWIJKING, PRESIKHAAF), "01JD3YV9T2", REASON, everyObservation()),
                new DeliveryReceived("01JD3YV9T2", "CBS", REASON, 1, 2, 3, 4, 5_000_000_000L),
                new ManifestPublished(
                        KOM_OP,
                        "Kom op voor de meest kwetsbare gebieden",
                        DAY,
                        List.of("Kabinet", "Tweede Kamer"),
                        List.of("BZK", "OCW"),
                        List.of(Opgave.values()),
                        List.of(ARNHEM_OOST, new GebiedCode("SV-AMSTERDAM-ZUIDOOST"))),
                new ManifestSigned(KOM_OP, ARNHEM, "burgemeester", "Ahmed Marcouch", DAY),
                new SignatureWithdrawn(KOM_OP, ARNHEM, DAY, REASON),
                new ManifestEndorsed(KOM_OP, "Jan van Zanen", "voorzitter van de VNG", DAY),
                new ManifestWithdrawn(KOM_OP, DAY, REASON),
                new MeasureRegistered(TAALKLASSEN, ARNHEM_OOST, Opgave.ONDERWIJSACHTERSTANDEN, fullPlan()),
                new MeasureStarted(TAALKLASSEN, DAY, REASON),
                new MeasureAdjusted(TAALKLASSEN, DAY, REASON, fullPlan()),
                new MeasureStopped(TAALKLASSEN, DAY, REASON),
                new MeasureCompleted(TAALKLASSEN, DAY, REASON),
                new ScoreModelPublished(fullModel()));
    }

    static List<DomainEvent> bare() {
        return Stream.of(bareOfTheField(), StudySamples.bare(), ImpactSamples.bare())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> bareOfTheField() {
        SeriesId series = SeriesId.parse("LBM-AFW/68");
        List<Observation> observations =
                List.of(Observation.missing(new GebiedCode("6828"), new Period("2024"), MissingReason.NOT_PUBLISHED));
        return List.of(
                new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", null),
                new GebiedClosed(PRESIKHAAF, DAY, new TreeSet<>(), null),
                new IndicatorDefined(bareDefinition()),
                new IndicatorDefinitionRevised(bareDefinition(), REASON),
                new IndicatorRecorded(series, null, observations),
                new ObservationsRevised(series, null, null, observations),
                new DeliveryReceived("01JD3YV9T2", null, null, 0, 0, 0, 0, 0),
                new ManifestPublished(
                        KOM_OP,
                        "Kom op voor de meest kwetsbare gebieden",
                        DAY,
                        List.of(),
                        List.of(),
                        List.of(Opgave.SCHULDHULPVERLENING),
                        List.of()),
                new ManifestEndorsed(KOM_OP, "Aedes", null, DAY),
                new MeasureRegistered(TAALKLASSEN, ARNHEM_OOST, Opgave.SCHULDHULPVERLENING, barePlan()),
                new MeasureStarted(TAALKLASSEN, DAY, null),
                new MeasureAdjusted(TAALKLASSEN, DAY, REASON, barePlan()),
                new ScoreModelPublished(bareModel()));
    }

    /** Events that got a part after they were first stored, filled with that as well; {@link #full} is without it. */
    static List<DomainEvent> widened() {
        return Stream.of(widenedOfTheField(), ImpactSamples.widened())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> widenedOfTheField() {
        return List.of(
                new GebiedClosed(
                        HAAREN,
                        LocalDate.of(2021, 1, 1),
                        new TreeSet<>(MADE_UP_SHARES.keySet()),
                        new SuccessorShares(ShareBasis.ADDRESSES, new TreeMap<>(MADE_UP_SHARES))),
                new IndicatorDefined(fullDefinition(5.0)),
                new IndicatorDefinitionRevised(fullDefinition(5.0), REASON));
    }

    /** Each status and each reason to be missing, and values that show whether a digit is lost. */
    private static List<Observation> everyObservation() {
        Period year = new Period("2024/2025");
        return List.of(
                new Observation(PRESIKHAAF, new Period("2024"), 0.1 + 0.2, ObsStatus.FINAL, null),
                new Observation(PRESIKHAAF, new Period("2024-H1"), -1234567.890123456, ObsStatus.PROVISIONAL, null),
                new Observation(PRESIKHAAF, new Period("2024-Q3"), Double.MAX_VALUE, ObsStatus.ESTIMATED, null),
                new Observation(PRESIKHAAF, new Period("2024-09"), Double.MIN_VALUE, ObsStatus.FINAL, null),
                new Observation(PRESIKHAAF, year, 9_007_199_254_740_992.0, ObsStatus.FINAL, null),
                new Observation(ARNHEM, year, 0.0, ObsStatus.FINAL, null),
                new Observation(MALBURGEN, year, 17.0, ObsStatus.FINAL, null),
                Observation.missing(MALBURGEN, new Period("2022"), MissingReason.NOT_PUBLISHED),
                Observation.missing(MALBURGEN, new Period("2023"), MissingReason.SUPPRESSED),
                Observation.missing(MALBURGEN, new Period("2024"), MissingReason.NOT_APPLICABLE));
    }

    private static IndicatorDefinition fullDefinition(@Nullable Double disclosureThreshold) {
        return new IndicatorDefinition(
                AFWIJKING,
                "Afwijking van het gemiddelde",
                "Deviation from the average",
                "% van de huishoudens",
                Frequency.SCHOOL_YEAR,
                "fysieke omgeving",
                Polarity.HIGHER_IS_BETTER,
                -0.1,
                100.0,
                2,
                new Aggregation("RATE(LBM-TELLER,LBM-NOEMER)"),
                "Leefbaarometer 3.0",
                disclosureThreshold);
    }

    private static IndicatorDefinition bareDefinition() {
        return new IndicatorDefinition(
                AFWIJKING,
                "Afwijking van het gemiddelde",
                null,
                null,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                Aggregation.NONE,
                null,
                null);
    }

    private static MeasurePlan fullPlan() {
        return new MeasurePlan(
                "Taalklassen",
                "Extra taalles na schooltijd",
                LocalDate.of(2021, 8, 1),
                LocalDate.of(2024, 7, 31),
                "Gemeente Arnhem",
                List.of(new IndicatorCode("TAALACHTERSTAND"), AFWIJKING));
    }

    private static MeasurePlan barePlan() {
        return new MeasurePlan("Taalklassen", null, LocalDate.of(2021, 8, 1), null, "Gemeente Arnhem", List.of());
    }

    private static ModelDefinition fullModel() {
        return new ModelDefinition(
                new ModelId("leefbaarometer-3.0"),
                9999,
                "Leefbaarometer 3.0",
                "Op één regel,\nof op meer",
                "Ministerie van BZK",
                4.102264851143684,
                List.of(
                        new Dimension(
                                "fys",
                                "fysieke omgeving",
                                List.of(
                                        new WeightedIndicator(AFWIJKING, 0.1 + 0.2, new None()),
                                        new WeightedIndicator(
                                                new IndicatorCode("VBR-WERKLOOS"),
                                                -1.5,
                                                new ZScore(
                                                        new GebiedCode("NL"),
                                                        GebiedType.GEMEENTE,
                                                        new Period("2024"),
                                                        3.7,
                                                        1.25)))),
                        new Dimension(
                                "won",
                                "woningvoorraad",
                                List.of(new WeightedIndicator(AFWIJKING, 1, new MinMax(-0.5, 17))))),
                AFWIJKING,
                new Classification(List.of(-0.4283, 0.167961), List.of("zwak", "voldoende", "goed")),
                oneClass(),
                oneClass(),
                oneClass(),
                3,
                ModelDefinition.INHABITANTS,
                0.8,
                List.of(new TypologyRule(
                        "kwetsbare-wijk", "Kwetsbare wijk", GebiedType.WIJK, 1, 2, 1000, "Voorbeeld")));
    }

    private static ModelDefinition bareModel() {
        return new ModelDefinition(
                new ModelId("voorbeeld"),
                1,
                "Voorbeeld",
                null,
                "Gemeente Arnhem",
                0,
                List.of(new Dimension(
                        "fys", "fysieke omgeving", List.of(new WeightedIndicator(AFWIJKING, 1, new None())))),
                null,
                oneClass(),
                oneClass(),
                oneClass(),
                null,
                null,
                ModelDefinition.INHABITANTS,
                0,
                List.of());
    }

    private static Classification oneClass() {
        return new Classification(List.of(), List.of("alles"));
    }
}
