package nl.gebiedsmonitor.api.study;

import java.util.List;
import java.util.function.Predicate;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.BalancedPanel;
import nl.gebiedsmonitor.domain.study.OutcomeFigures;
import nl.gebiedsmonitor.domain.study.StudyComputation;
import nl.gebiedsmonitor.domain.study.StudyOutcome;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import nl.gebiedsmonitor.projections.study.StudyView.ProtocolView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;

/** A reading with the design that it is of, and the figures of any moment. */
record StoredReading(ReadingView reading, ProtocolView protocol, StudyFigureQueries figures) {

    /** What differs between the figures that it is of and those of a later position, per outcome. */
    List<ChangedFigures> changesTo(long position) {
        return protocol.design().outcomes().stream()
                .map(StudyOutcome::indicator)
                .map(indicator -> new ChangedFigures(
                        indicator, at(indicator, reading.asOf()).changesTo(at(indicator, position))))
                .filter(Predicate.not(changed -> changed.changes().isEmpty()))
                .toList();
    }

    /** The figures of an outcome that are others now. */
    record ChangedFigures(IndicatorCode outcome, List<OutcomeFigures.Change> changes) {}

    /** What would be computed from the figures of a position. */
    List<StudyResult> results(long position, Deadline deadline) {
        return computation().results(indicator -> at(indicator, position), deadline, _ -> {});
    }

    /**
     * The panel that an estimator was given.
     *
     * @throws NotFound when the design has no such outcome or estimator
     */
    BalancedPanel panel(IndicatorCode outcome, Estimator estimator) {
        requirePart(outcome, estimator);
        return computation().panel(estimator, at(outcome, reading.asOf()));
    }

    void requirePart(IndicatorCode outcome, Estimator estimator) {
        boolean known = protocol.design().outcomes().stream()
                        .anyMatch(each -> each.indicator().equals(outcome))
                && protocol.design().estimation().estimators().contains(estimator);
        if (!known) {
            throw new NotFound("result of " + outcome + " by " + estimator + " in this design");
        }
    }

    private StudyComputation computation() {
        return new StudyComputation(protocol.design(), protocol.registration());
    }

    private OutcomeFigures at(IndicatorCode outcome, long position) {
        return figures.figures(protocol.design(), protocol.registration().donors(), outcome, position);
    }
}
