package nl.gebiedsmonitor.projections;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.impact.CashFlow;
import nl.gebiedsmonitor.domain.impact.DiscountRate;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;

/** Impact analyses in the {@link SmallCountry}, as the rules let them go. */
final class RandomImpacts {

    private final Random random;
    private final List<ImpactAnalysisId> registered = new ArrayList<>();

    RandomImpacts(Random random) {
        this.random = random;
    }

    DomainEvent next() {
        if (registered.isEmpty() || random.nextInt(5) == 0) {
            registered.add(new ImpactAnalysisId("mkba-" + registered.size()));
            return new ImpactAnalysisRegistered(registered.getLast(), plan());
        }
        ImpactAnalysisId id = registered.get(random.nextInt(registered.size()));
        return random.nextBoolean()
                ? new ImpactAnalysisRevised(id, plan(), "Aanbesteding")
                : new RealisationRecorded(
                        id, new Realisation("baten", random.nextInt(3), amount(), 2025, "Jaarrekening"));
    }

    private ImpactPlan plan() {
        CashFlow benefits =
                new CashFlow("baten", "Bewoners", "Minder schulden", 0, 2, amount(), null, null, 2025, "Kengetallen");
        return new ImpactPlan(
                "Plan " + random.nextInt(1_000),
                SmallCountry.GEBIEDEN.get(random.nextInt(4)),
                List.of(),
                2025,
                5,
                2025,
                new TreeMap<>(),
                new DiscountRate(new BigDecimal("0.0225"), "Werkgroep discontovoet 2020", null),
                List.of(benefits));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(100_000), 2);
    }
}
