package nl.gebiedsmonitor.domain.study;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Findings;
import nl.gebiedsmonitor.domain.effect.Maryland;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Computes the results of a study: every outcome by every estimator. The same design, donors and figures give the same results
 * to the last bit.
 */
public final class StudyComputation {

    private final StudyDesign design;
    private final Registration registration;

    public StudyComputation(StudyDesign design, Registration registration) {
        this.design = design;
        this.registration = registration;
    }

    /**
     * The results, the first outcome by the first estimator first.
     *
     * @param figures looks the figures of an outcome up
     * @param progress is told from time to time which share is done, 0 to 1
     * @throws Deadline.Passed when the time is up before that
     * @throws Deadline.Cancelled when it is called off before that
     */
    public List<StudyResult> results(
            Function<IndicatorCode, OutcomeFigures> figures, Deadline deadline, DoubleConsumer progress) {
        List<Estimator> estimators = design.estimation().estimators();
        int parts = design.outcomes().size() * estimators.size();
        List<StudyResult> results = new ArrayList<>();
        for (StudyOutcome outcome : design.outcomes()) {
            OutcomeFigures known = figures.apply(outcome.indicator());
            for (Estimator estimator : estimators) {
                int done = results.size();
                results.add(
                        result(outcome, estimator, known, deadline, share -> progress.accept((done + share) / parts)));
            }
        }
        return results;
    }

    /**
     * The panel that one estimator is given.
     *
     * @throws InputRejected when the figures make none
     */
    public BalancedPanel panel(Estimator estimator, OutcomeFigures figures) {
        return BalancedPanel.of(design, estimator.compares() ? registration.donors() : List.of(), figures);
    }

    private StudyResult result(
            StudyOutcome outcome,
            Estimator estimator,
            OutcomeFigures figures,
            Deadline deadline,
            DoubleConsumer progress) {
        BalancedPanel panel;
        try {
            panel = panel(estimator, figures);
        } catch (InputRejected refused) {
            return refused(outcome, estimator, null, refused);
        }
        try {
            Finding finding =
                    Findings.of(panel.forEstimation(), design.estimation().of(estimator), deadline, progress);
            return new StudyResult(
                    outcome.indicator(),
                    estimator,
                    panel.hash(),
                    panel.droppedGebieden(),
                    panel.droppedPeriods(),
                    finding,
                    null,
                    Relevance.of(finding, outcome.smallestEffect()),
                    Maryland.of(finding),
                    concerns(estimator, panel, figures));
        } catch (InputRejected refused) {
            return refused(outcome, estimator, panel, refused);
        }
    }

    private static StudyResult refused(
            StudyOutcome outcome, Estimator estimator, @Nullable BalancedPanel panel, InputRejected refused) {
        return new StudyResult(
                outcome.indicator(),
                estimator,
                panel == null ? null : panel.hash(),
                panel == null ? List.of() : panel.droppedGebieden(),
                panel == null ? List.of() : panel.droppedPeriods(),
                null,
                refused.faults().stream().map(Fault::detail).collect(joining(" ")),
                null,
                null,
                List.of());
    }

    private List<Concern> concerns(Estimator estimator, BalancedPanel panel, OutcomeFigures figures) {
        return Stream.of(
                        estimator.compares() ? registration.concerns().stream() : Stream.<Concern>empty(),
                        Concern.naming(
                                Concern.Kind.DROPPED_CELLS,
                                "Left out since they lack a figure",
                                panel.droppedGebieden()),
                        Concern.naming(
                                Concern.Kind.DROPPED_CELLS,
                                "Left out since some gebied lacks a figure",
                                panel.droppedPeriods()),
                        Concern.naming(
                                Concern.Kind.COMPOSITION_BREAK,
                                "Their boundaries changed, and what stood in their place cannot be told",
                                figures.brokenAmong(panel.from().keySet())))
                .flatMap(concerns -> concerns)
                .toList();
    }
}
