package nl.gebiedsmonitor.domain.study;

import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import org.jspecify.annotations.Nullable;

/**
 * How the results of a study are estimated.
 *
 * @param estimators 1 to 6, the first being the one that the conclusion is to rest on
 * @param inference of those that compare with weights or means of controls; the others bring their own
 * @param replications 2 to 10,000; null for all placebos once, or the usual number of draws
 * @param seed of what is drawn
 * @param missing what becomes of missing figures
 */
public record EstimationSettings(
        List<Estimator> estimators,
        Solver solver,
        Inference inference,
        @Nullable Integer replications,
        long seed,
        MissingRule missing) {

    public static final ListRule ESTIMATORS =
            new ListRule("study-estimators", "estimators", "estimators of a study", 1, Estimator.values().length);

    /** @throws InvalidValue when there is no estimator, too few or too many replications, or no inference */
    public EstimationSettings {
        estimators = ESTIMATORS.read(estimators);
        replications = replications == null ? null : Estimation.requireReplications(replications);
        requireInference(inference);
    }

    /**
     * Answers how the uncertainty of a comparison is found.
     *
     * @throws InvalidValue when it is not found at all, or by the formula of estimators that compare with nothing
     */
    public static Inference requireInference(Inference inference) {
        if (inference == Inference.NONE) {
            throw new InvalidValue("never-a-bare-number", inference, "A study tells the uncertainty of what it finds.")
                    .inField("inference");
        }
        if (inference == Inference.ANALYTIC) {
            throw new InvalidValue(
                            "inference",
                            inference,
                            "This is one of PLACEBO, JACKKNIFE, BOOTSTRAP; estimators that have a formula of their own"
                                    + " use that.")
                    .inField("inference");
        }
        return inference;
    }

    /** How one of the estimators is put to work. */
    public Estimation of(Estimator estimator) {
        return new Estimation(estimator, solver, inferenceOf(estimator), replications, seed);
    }

    private Inference inferenceOf(Estimator estimator) {
        return switch (estimator) {
            case BEFORE_AFTER, ITS -> Inference.ANALYTIC;
            case CS -> inference == Inference.BOOTSTRAP ? inference : Inference.ANALYTIC;
            case DID, SC, SDID -> inference;
        };
    }
}
