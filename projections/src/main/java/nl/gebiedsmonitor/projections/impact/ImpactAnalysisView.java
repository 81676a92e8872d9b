package nl.gebiedsmonitor.projections.impact;

import java.util.List;
import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;
import org.jspecify.annotations.Nullable;

/**
 * An impact analysis as it stands.
 *
 * @param realisations by cash flow and year
 * @param lastReason why the plan was last revised; null when it never was
 */
public record ImpactAnalysisView(
        String id,
        ImpactPlan plan,
        List<Realisation> realisations,
        @Nullable String lastReason) {}
