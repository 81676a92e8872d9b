package nl.gebiedsmonitor.projections.impact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.impact.ImpactEvent;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each impact analysis as it is planned, and what was measured of it. */
public final class ImpactProjection implements Projection {

    public static final String NAME = "impact";

    private final VersionedTable analyses;
    private final VersionedTable realisations;

    public ImpactProjection(JdbcClient jdbc) {
        this.analyses = new VersionedTable(jdbc, "impact_analysis", "id");
        this.realisations = new VersionedTable(jdbc, "impact_realisation", "analysis", "cash_flow", "year_number");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("impact_analysis", "impact_realisation");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(ImpactEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        switch ((ImpactEvent) event.payload()) {
            case ImpactAnalysisRegistered registered ->
                analyses.put(position, row(registered.id().value(), registered.plan(), null));
            case ImpactAnalysisRevised revised ->
                analyses.put(position, row(revised.id().value(), revised.plan(), revised.reason()));
            case RealisationRecorded recorded ->
                realisations.put(position, row(recorded.id().value(), recorded.realisation()));
        }
    }

    private static Map<String, @Nullable Object> row(String id, ImpactPlan plan, @Nullable String reason) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("gebied", plan.gebied().value());
        row.put("plan", ImpactRows.write(plan));
        row.put("last_reason", reason);
        return row;
    }

    private static Map<String, Object> row(String id, Realisation realisation) {
        return Map.of(
                "analysis",
                id,
                "cash_flow",
                realisation.cashFlow(),
                "year_number",
                realisation.year(),
                "realisation",
                ImpactRows.write(realisation));
    }
}
