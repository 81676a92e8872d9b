package nl.gebiedsmonitor.api.study;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
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
import nl.gebiedsmonitor.projections.study.StudyFigureQueries.Moment;
import nl.gebiedsmonitor.projections.study.StudyView.ProtocolView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;

/** A reading with the design that it is of, and the figures of any moment. */
record StoredReading(ReadingView reading, ProtocolView protocol, StudyFigureQueries figures) {

    /** The figures of an outcome that are others at another moment. */
    record ChangedFigures(IndicatorCode outcome, List<OutcomeFigures.Change> changes) {}

    /** The figures that it is computed from: those of its position, but for what was hidden when it was asked for. */
    Moment moment() {
        return new Moment(reading.asOf(), Math.max(reading.asOf(), reading.requestedAt()));
    }

    /** What is computed from the figures of a moment. */
    List<StudyResult> results(Moment moment, Deadline deadline, DoubleConsumer progress) {
        return computation().results(outcome -> at(outcome, moment), deadline, progress);
    }

    /** Whether anything that the outcomes depend on came in, or was hidden or shown, after one position up to another. */
    boolean anyChanged(long after, long upTo) {
        return protocol.design().outcomes().stream()
                .anyMatch(outcome -> figures.anyChanged(outcome.indicator(), after, upTo));
    }

    /**
     * What differs between the figures that it is of and those of a position, per outcome; what is hidden by now is in
     * neither.
     */
    List<ChangedFigures> changesTo(long position, long now) {
        return protocol.design().outcomes().stream()
                .map(StudyOutcome::indicator)
                .map(outcome -> new ChangedFigures(
                        outcome,
                        at(outcome, new Moment(reading.asOf(), now)).changesTo(at(outcome, new Moment(position, now)))))
                .filter(Predicate.not(changed -> changed.changes().isEmpty()))
                .toList();
    }

    /** Whether two moments of one position give the same figures; that is looked up only where any are hidden. */
    boolean areAlike(Moment one, Moment other) {
        return one.equals(other)
                || protocol.design().outcomes().stream()
                        .map(StudyOutcome::indicator)
                        .allMatch(outcome ->
                                !figures.hidesAny(outcome) || at(outcome, one).equals(at(outcome, other)));
    }

    /** The outcomes of which any figure that it is computed from is hidden by now. */
    Set<IndicatorCode> hidden(long now) {
        return protocol.design().outcomes().stream()
                .map(StudyOutcome::indicator)
                .filter(outcome -> isHidden(outcome, now))
                .collect(toSet());
    }

    private boolean isHidden(IndicatorCode outcome, long now) {
        return figures.hidesAny(outcome)
                && at(outcome, moment()).changesTo(at(outcome, new Moment(reading.asOf(), now))).stream()
                        .anyMatch(change -> change.now() == null);
    }

    /**
     * The panel that an estimator was given.
     *
     * @throws NotFound when the design has no such outcome or estimator
     */
    BalancedPanel panel(IndicatorCode outcome, Estimator estimator) {
        requirePart(outcome, estimator);
        return computation().panel(estimator, at(outcome, moment()));
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

    private OutcomeFigures at(IndicatorCode outcome, Moment moment) {
        return figures.figures(protocol.design(), protocol.registration().donors(), outcome, moment);
    }
}
