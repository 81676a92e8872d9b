package nl.gebiedsmonitor.domain.impact;

import nl.gebiedsmonitor.domain.TextRule;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an impact analysis. */
public sealed interface ImpactCommand {

    record RegisterImpactAnalysis(@TargetAggregateIdentifier ImpactAnalysisId id, ImpactPlan plan)
            implements ImpactCommand {}

    /** Replaces the plan; the one before it stays to be read. */
    record ReviseImpactAnalysis(@TargetAggregateIdentifier ImpactAnalysisId id, ImpactPlan plan, String reason)
            implements ImpactCommand {
        public ReviseImpactAnalysis {
            reason = TextRule.REASON.read(reason);
        }
    }

    /** Records what a cost or benefit turned out to be in one year, in the place of what was recorded before. */
    record RecordRealisation(@TargetAggregateIdentifier ImpactAnalysisId id, Realisation realisation)
            implements ImpactCommand {}
}
