package nl.gebiedsmonitor.projections.eventlog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.impact.CashFlow;
import nl.gebiedsmonitor.domain.impact.DiscountRate;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import org.jspecify.annotations.Nullable;

/** The events of an impact analysis, filled as far as they can be. */
final class ImpactSamples {

    private static final ImpactAnalysisId TAALKLASSEN = new ImpactAnalysisId("arnhem-oost-taalklassen");

    private static final String REASON = "Herziening \"2020\", door de gemeente — zie brief";

    private ImpactSamples() {}

    static List<DomainEvent> full() {
        return List.of(
                new ImpactAnalysisRegistered(TAALKLASSEN, plan(null)),
                new ImpactAnalysisRevised(TAALKLASSEN, plan(null), REASON),
                new RealisationRecorded(
                        TAALKLASSEN,
                        new Realisation("minder-schuldhulp", 1, new BigDecimal("90000.5"), 2024, "Jaarrekening")));
    }

    /** Since a discount rate says since when it is in force. */
    static List<DomainEvent> widened() {
        LocalDate since = LocalDate.of(2021, 1, 1);
        return List.of(
                new ImpactAnalysisRegistered(TAALKLASSEN, plan(since)),
                new ImpactAnalysisRevised(TAALKLASSEN, plan(since), REASON));
    }

    static List<DomainEvent> bare() {
        return List.of(
                new ImpactAnalysisRegistered(TAALKLASSEN, barePlan()),
                new ImpactAnalysisRevised(TAALKLASSEN, barePlan(), REASON));
    }

    private static ImpactPlan barePlan() {
        return new ImpactPlan(
                "Taalklassen",
                new GebiedCode("SV-ARNHEM-OOST"),
                List.of(),
                2025,
                1,
                2025,
                new TreeMap<>(),
                new DiscountRate(BigDecimal.ZERO, "Zonder", null),
                List.of(new CashFlow(
                        "taalklassen",
                        "Gemeente Arnhem",
                        "Taalklassen",
                        0,
                        0,
                        new BigDecimal("-1000000"),
                        null,
                        null,
                        2025,
                        "Begroting")));
    }

    private static ImpactPlan plan(@Nullable LocalDate inForceSince) {
        return new ImpactPlan(
                "Taalklassen",
                new GebiedCode("SV-ARNHEM-OOST"),
                List.of(new MeasureId("arnhem-oost-taalklassen")),
                2025,
                30,
                2025,
                new TreeMap<>(Map.of(2024, new BigDecimal("1.031"))),
                new DiscountRate(new BigDecimal("0.0225"), "Werkgroep discontovoet 2020", inForceSince),
                List.of(new CashFlow(
                        "minder-schuldhulp",
                        "Gemeente Arnhem",
                        "Minder schuldhulpverlening",
                        1,
                        10,
                        new BigDecimal("120000"),
                        new BigDecimal("-60000.25"),
                        new BigDecimal("1000000000000"),
                        2024,
                        "Kengetallen")));
    }
}
