package nl.gebiedsmonitor.projections.eventlog;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.Diagnostics;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.TimeWeight;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Maryland;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.DonorRule;
import nl.gebiedsmonitor.domain.study.Donors;
import nl.gebiedsmonitor.domain.study.EstimationSettings;
import nl.gebiedsmonitor.domain.study.MissingRule;
import nl.gebiedsmonitor.domain.study.Relevance;
import nl.gebiedsmonitor.domain.study.StudyAssessment;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingCancelled;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingFailed;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingRequested;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAssessed;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyConcluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRegistered;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyStarted;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyOutcome;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.domain.study.TreatedGebied;

/** The events of an effect study, filled as far as they can be, and as bare as they can be. */
final class StudySamples {

    private static final StudyId STUDY = new StudyId("arnhem-oost-taalklassen");
    private static final IndicatorCode TAAL = new IndicatorCode("TAALACHTERSTAND");
    private static final GebiedCode PRESIKHAAF = new GebiedCode("BU02020601");
    private static final GebiedCode MALBURGEN = new GebiedCode("BU02021301");
    private static final GebiedCode NIEUWEGEIN = new GebiedCode("BU03560102");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final String REASON = "Herziening \"2026\", door de gemeente — zie brief";
    private static final String HASH = "00".repeat(32);

    private StudySamples() {}

    static List<DomainEvent> full() {
        return List.of(
                new StudyDesigned(STUDY, fullDesign()),
                new StudyRegistered(STUDY, fullRegistration()),
                new StudyAmended(STUDY, 2, fullDesign(), fullRegistration(), REASON, 3),
                new StudyStarted(STUDY, DAY, REASON),
                new ReadingRequested(STUDY, 4, 2, HASH, 5_000_000_000L, DAY, true),
                new ReadingCancelled(STUDY, 4),
                new ReadingFailed(STUDY, 4, REASON),
                new StudyRead(STUDY, 4, List.of(fullResult())),
                new StudyAssessed(
                        STUDY,
                        1,
                        new StudyAssessment(
                                4,
                                "Universiteit van Arnhem",
                                "Op één regel,\nof op meer",
                                4,
                                REASON,
                                "Alleen deze wijk",
                                "https://doi.org/10.1000/182")),
                new StudyConcluded(STUDY, DAY, "Op één regel,\nof op meer"));
    }

    static List<DomainEvent> bare() {
        return List.of(
                new StudyDesigned(STUDY, bareDesign()),
                new StudyRegistered(STUDY, new Registration(HASH, List.of(), List.of(), List.of())),
                new StudyAmended(
                        STUDY, 1, bareDesign(), new Registration(HASH, List.of(), List.of(), List.of()), REASON, 0),
                new StudyStarted(STUDY, DAY, null),
                new ReadingRequested(STUDY, 1, 0, HASH, 0, DAY, false),
                new StudyRead(STUDY, 1, List.of(refusedResult(), bareResult())),
                new StudyAssessed(STUDY, 1, new StudyAssessment(1, "Universiteit", "Geen", 1, REASON, "Alle", null)));
    }

    private static StudyDesign fullDesign() {
        return new StudyDesign(
                "Taalklassen",
                "Verkleinen taalklassen\nde achterstand?",
                "Universiteit van Arnhem",
                new GebiedCode("GM0202"),
                List.of(new MeasureId("arnhem-oost-taalklassen")),
                List.of(new StudyOutcome(TAAL, 0.1 + 0.2)),
                List.of(new TreatedGebied(PRESIKHAAF, new Period("2024/2025"))),
                List.of(new Period("2022/2023"), new Period("2023/2024"), new Period("2024/2025")),
                new DonorPool(
                        List.of(),
                        new DonorRule(
                                GebiedType.BUURT,
                                List.of(new GebiedCode("GM0202"), new GebiedCode("NL")),
                                new ManifestSlug("kom-op-voor-de-meest-kwetsbare-gebieden"),
                                new DonorRule.Classes(ModelKey.parse("leefbaarometer-3.0:1"), new Period("2022"), 3, 5),
                                Opgave.ONDERWIJSACHTERSTANDEN),
                        true),
                new EstimationSettings(
                        List.of(Estimator.values()),
                        Solver.EXACT,
                        Inference.PLACEBO,
                        200,
                        -9_000_000_000L,
                        MissingRule.DROP_GEBIEDEN),
                List.of(DAY, DAY.plusYears(1)));
    }

    private static StudyDesign bareDesign() {
        return new StudyDesign(
                "Taalklassen",
                "Helpt het?",
                "Universiteit",
                null,
                List.of(new MeasureId("arnhem-oost-taalklassen")),
                List.of(new StudyOutcome(TAAL, 1)),
                List.of(new TreatedGebied(PRESIKHAAF, new Period("2024"))),
                List.of(new Period("2023"), new Period("2024")),
                new DonorPool(List.of(MALBURGEN), null, false),
                new EstimationSettings(
                        List.of(Estimator.DID), Solver.REFERENCE, Inference.PLACEBO, null, 1, MissingRule.REFUSE),
                List.of());
    }

    private static Registration fullRegistration() {
        return new Registration(
                HASH,
                List.of(MALBURGEN, NIEUWEGEIN),
                List.of(new Donors.Excluded(PRESIKHAAF, Donors.Excluded.Why.TREATED)),
                List.of(new Concern(Concern.Kind.SPILL_OVER, "Buren")));
    }

    private static StudyResult fullResult() {
        return new StudyResult(
                TAAL,
                Estimator.SDID,
                HASH,
                List.of(NIEUWEGEIN),
                List.of(new Period("2022/2023")),
                new Finding(
                        Estimator.SDID,
                        0.1 + 0.2,
                        1.5,
                        new Interval(-2.75, 3.5),
                        0.05,
                        Inference.PLACEBO,
                        200,
                        -9_000_000_000L,
                        Solver.EXACT,
                        10_100,
                        1e-12,
                        2,
                        1,
                        2,
                        1,
                        List.of(new UnitWeight("BU02021301", 0.75)),
                        List.of(new TimeWeight("2023/2024", 1)),
                        List.of(new Finding.PathPoint("2024/2025", 0, 3.0, 2.5, 0.5, -1.0, 2.0)),
                        List.of(new Finding.GroupTime("2024/2025", "2024/2025", 0.5, 0.25)),
                        List.of(new Finding.Aggregation(
                                Finding.Aggregation.Kind.DYNAMIC,
                                0.5,
                                0.25,
                                List.of(new Finding.Aggregation.Part("0", 0.5, 0.25)))),
                        new Diagnostics(
                                0.125,
                                2.0,
                                new Diagnostics.PreTrend(0.25, 0.5),
                                List.of(new Diagnostics.LeftOut("BU02021301", 0.5)),
                                new Diagnostics.InTime("2023/2024", 0.0625),
                                List.of(-1.0, 1.0),
                                1.5,
                                1.0),
                        List.of(new Concern(Concern.Kind.NOT_TESTABLE, "niet toetsbaar"))),
                null,
                Relevance.INCONCLUSIVE,
                new Maryland(3, "Vergeleken"),
                List.of(new Concern(Concern.Kind.DROPPED_CELLS, "Weggelaten")));
    }

    private static StudyResult refusedResult() {
        return new StudyResult(
                TAAL, Estimator.DID, null, List.of(), List.of(), null, "Er ontbreken cijfers.", null, null, List.of());
    }

    private static StudyResult bareResult() {
        return new StudyResult(
                TAAL,
                Estimator.CS,
                HASH,
                List.of(),
                List.of(),
                new Finding(
                        Estimator.CS,
                        1,
                        null,
                        null,
                        null,
                        Inference.ANALYTIC,
                        null,
                        null,
                        null,
                        0,
                        0,
                        1,
                        1,
                        1,
                        1,
                        List.of(),
                        List.of(),
                        List.of(new Finding.PathPoint("0", 0, null, null, 1, null, null)),
                        List.of(new Finding.GroupTime("2024", "2024", 1, null)),
                        List.of(),
                        new Diagnostics(
                                null, null, new Diagnostics.PreTrend(0, null), List.of(), null, List.of(), null, null),
                        List.of()),
                null,
                Relevance.NOT_ASSESSED,
                null,
                List.of());
    }
}
