package nl.gebiedsmonitor.domain.study;

import java.util.List;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Maryland;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * What one estimator found for one outcome.
 *
 * @param panelHash the SHA-256 of the {@link BalancedPanel#csv panel} that it was computed from
 * @param droppedGebieden left out since they lack a figure
 * @param droppedPeriods left out since some gebied lacks a figure
 * @param finding null when there is none
 * @param refusal why there is none, in sentences; null when there is one
 * @param relevance of the finding; null when there is none
 * @param evidence null when there is no finding
 * @param concerns of the study, beside those of the finding
 */
public record StudyResult(
        IndicatorCode outcome,
        Estimator estimator,
        @Nullable String panelHash,
        List<GebiedCode> droppedGebieden,
        List<Period> droppedPeriods,
        @Nullable Finding finding,
        @Nullable String refusal,
        @Nullable Relevance relevance,
        @Nullable Maryland evidence,
        List<Concern> concerns) {

    private static final String WITHHELD =
            "It was computed from figures of which some are not shown any more, and is not shown either.";

    public StudyResult {
        droppedGebieden = List.copyOf(droppedGebieden);
        droppedPeriods = List.copyOf(droppedPeriods);
        concerns = List.copyOf(concerns);
    }

    /** The same without what was found: an estimate and its weights would tell a figure that is hidden by now. */
    public StudyResult withheld() {
        return finding == null && panelHash == null
                ? this
                : new StudyResult(
                        outcome,
                        estimator,
                        null,
                        droppedGebieden,
                        droppedPeriods,
                        null,
                        WITHHELD,
                        null,
                        null,
                        List.of());
    }
}
