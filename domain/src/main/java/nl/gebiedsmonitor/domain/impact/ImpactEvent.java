package nl.gebiedsmonitor.domain.impact;

import nl.gebiedsmonitor.domain.DomainEvent;

/** The life of an impact analysis. */
public sealed interface ImpactEvent extends DomainEvent {

    ImpactAnalysisId id();

    record ImpactAnalysisRegistered(ImpactAnalysisId id, ImpactPlan plan) implements ImpactEvent {}

    /**
     * The plan was replaced.
     *
     * @param plan the whole plan as it is from then on
     */
    record ImpactAnalysisRevised(ImpactAnalysisId id, ImpactPlan plan, String reason) implements ImpactEvent {}

    /** It became known what a cost or benefit turned out to be in one year. */
    record RealisationRecorded(ImpactAnalysisId id, Realisation realisation) implements ImpactEvent {}
}
