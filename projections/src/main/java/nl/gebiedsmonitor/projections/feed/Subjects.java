package nl.gebiedsmonitor.projections.feed;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.impact.ImpactEvent;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import nl.gebiedsmonitor.domain.measure.MeasureEvent;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.observation.DeliveryEvent;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyOutcome;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import nl.gebiedsmonitor.projections.eventlog.EventNames;

/** What events are about. */
final class Subjects {

    private Subjects() {}

    /** The types of the events that say which gebieden the others of their kind are about. */
    static Set<String> tellers(DomainEvent event) {
        return switch (event) {
            case ManifestEvent _ -> names(ManifestPublished.class);
            case MeasureEvent _ -> names(MeasureRegistered.class);
            case ImpactEvent _ -> names(ImpactAnalysisRegistered.class, ImpactAnalysisRevised.class);
            case StudyEvent _ -> names(StudyDesigned.class, StudyAmended.class);
            default -> throw new IllegalArgumentException("It says itself what it is about: " + event.getClass());
        };
    }

    private static Set<String> names(Class<?>... events) {
        return Arrays.stream(events).map(EventNames::nameOf).collect(toUnmodifiableSet());
    }

    /**
     * The gebieden that an event is about. A delivery is about none: the events of its series are.
     *
     * @param teller the last of the {@link #tellers} up to the event
     */
    static Set<GebiedCode> gebieden(DomainEvent event, Supplier<DomainEvent> teller) {
        return switch (event) {
            case GebiedEvent ofGebied -> Set.of(ofGebied.code());
            case ObservationEvent figures ->
                figures.observations().stream().map(Observation::gebied).collect(toUnmodifiableSet());
            case ManifestSigned signed -> Set.of(signed.gemeente());
            case SignatureWithdrawn withdrawn -> Set.of(withdrawn.gemeente());
            case ManifestPublished published -> Set.copyOf(published.focusAreas());
            case ManifestEndorsed _, ManifestWithdrawn _ ->
                teller.get() instanceof ManifestPublished published ? Set.copyOf(published.focusAreas()) : Set.of();
            case MeasureRegistered registered -> Set.of(registered.gebied());
            case MeasureEvent _ ->
                teller.get() instanceof MeasureRegistered registered ? Set.of(registered.gebied()) : Set.of();
            case ImpactAnalysisRegistered registered -> Set.of(registered.plan().gebied());
            case ImpactAnalysisRevised revised -> Set.of(revised.plan().gebied());
            case RealisationRecorded _ ->
                switch (teller.get()) {
                    case ImpactAnalysisRegistered registered ->
                        Set.of(registered.plan().gebied());
                    case ImpactAnalysisRevised revised -> Set.of(revised.plan().gebied());
                    default -> Set.of();
                };
            case StudyDesigned designed -> treated(designed.design());
            case StudyAmended amended -> treated(amended.design());
            case StudyEvent _ ->
                switch (teller.get()) {
                    case StudyDesigned designed -> treated(designed.design());
                    case StudyAmended amended -> treated(amended.design());
                    default -> Set.of();
                };
            case IndicatorEvent _, ScoreModelEvent _, DeliveryEvent _ -> Set.of();
            default -> throw new IllegalArgumentException("Nobody said what this is about: " + event.getClass());
        };
    }

    /** The indicators that an event is about. */
    static Set<IndicatorCode> indicators(DomainEvent event) {
        return switch (event) {
            case IndicatorEvent ofIndicator -> Set.of(ofIndicator.code());
            case ObservationEvent figures -> Set.of(figures.series().indicator());
            case ScoreModelPublished published -> published.definition().indicators();
            case StudyDesigned designed -> outcomes(designed.design());
            case StudyAmended amended -> outcomes(amended.design());
            case StudyRead read ->
                read.results().stream().map(StudyResult::outcome).collect(toUnmodifiableSet());
            case GebiedEvent _, ManifestEvent _, MeasureEvent _, DeliveryEvent _, ImpactEvent _, StudyEvent _ ->
                Set.of();
            default -> throw new IllegalArgumentException("Nobody said what this is about: " + event.getClass());
        };
    }

    private static Set<GebiedCode> treated(StudyDesign design) {
        return design.treated().stream().map(TreatedGebied::gebied).collect(toUnmodifiableSet());
    }

    private static Set<IndicatorCode> outcomes(StudyDesign design) {
        return design.outcomes().stream().map(StudyOutcome::indicator).collect(toUnmodifiableSet());
    }
}
