package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.function.DoubleConsumer;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;

/** What the estimators find on the panel of a study. */
public final class Findings {

    private Findings() {}

    /**
     * What no figures can repair: the reasons against an estimation on so many units and periods, none when there are none. Where
     * units are treated from different periods on, {@code before} and {@code after} are those of the earliest start.
     */
    public static List<Fault> structural(Estimation estimation, int treated, int controls, int before, int after) {
        return new Structure(estimation)
                .inference()
                .units(treated, controls)
                .periods(controls, before, after)
                .faults();
    }

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
