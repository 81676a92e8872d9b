package nl.gebiedsmonitor.domain.effect;

import java.util.function.DoubleConsumer;
import nl.gebiedsmonitor.domain.InputRejected;

/** What the estimators find on the panel of a study. */
public final class Findings {

    private Findings() {}

    /**
     * Estimates, and checks what the estimate rests on. The order of the units makes no difference. Memory is linear in the
     * panel, for each processor.
     *
     * @param progress takes the share that is done, from 0 to 1, from any thread
     * @throws InputRejected with all reasons why the panel does not allow the estimator or the inference
     * @throws Deadline.Passed when the time is up before that
     * @throws Deadline.Cancelled when it is cancelled before that
     */
    public static Finding of(StudyPanel panel, Estimation estimation, Deadline deadline, DoubleConsumer progress) {
        StudyFaults.require(panel, estimation);
        deadline.check();
        StudyUnits units = StudyUnits.of(panel);
        Finding found =
                switch (estimation.estimator()) {
                    case BEFORE_AFTER, ITS -> SeriesStudy.of(units, estimation).finding();
                    case CS ->
                        StaggeredStudy.of(units, estimation, deadline, progress).finding();
                    case DID, SC, SDID ->
                        BlockStudy.of(units, estimation, deadline, progress).finding();
                };
        progress.accept(1);
        return found;
    }
}
