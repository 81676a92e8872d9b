package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/** The reasons against an estimation that lie in how many units and periods there are, whatever their figures. */
final class Structure {

    /** A line through fewer points fits whatever they are. */
    static final int BEFORE_ITS = 3;

    /** So that the level and the slope after the start are told apart. */
    static final int AFTER_ITS = 2;

    private final Estimation estimation;
    private final List<Fault> faults = new ArrayList<>();

    Structure(Estimation estimation) {
        this.estimation = estimation;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Looks at whether the estimator has this inference. */
    Structure inference() {
        boolean fits =
                switch (estimation.inference()) {
                    case NONE -> true;
                    case ANALYTIC -> !estimation.estimator().isContrast();
                    case PLACEBO, JACKKNIFE -> estimation.estimator().isContrast();
                    case BOOTSTRAP -> estimation.estimator().compares();
                };
        if (!fits) {
            refuse(
                    "inference",
                    estimation.inference().name().toLowerCase(Locale.ROOT),
                    "inference",
                    "The uncertainty of this estimator is found by one of: "
                            + switch (estimation.estimator()) {
                                case BEFORE_AFTER, ITS -> "none, analytic.";
                                case CS -> "none, analytic, bootstrap.";
                                case DID, SC, SDID -> "none, placebo, jackknife, bootstrap.";
                            });
        }
        return this;
    }

    /** Looks at whether there are units enough. */
    Structure units(int treated, int controls) {
        if (estimation.estimator().compares() && controls == 0) {
            refuse(
                    "treatedFrom",
                    null,
                    "control-unit",
                    "Every unit is treated, so there is nothing to compare with. Add units without the measure, or choose"
                            + " an estimator that does not compare (its, before_after).");
        } else if (estimation.estimator().isContrast()) {
            replicates(treated, controls);
        }
        return this;
    }

    private void replicates(int treated, int controls) {
        Inference inference = estimation.inference();
        if (inference == Inference.PLACEBO && controls <= treated) {
            refuse(
                    null,
                    null,
                    "placebo-controls",
                    "A placebo takes as many controls for treated as there are treated units, and needs some left;"
                            + " there are " + treated + " treated units and " + controls + " controls.");
        }
        boolean resampled = inference == Inference.JACKKNIFE || inference == Inference.BOOTSTRAP;
        if (resampled && treated == 1) {
            refuse(null, null, "two-treated-units", "One treated unit leaves only the inference placebo.");
        }
        if (inference == Inference.JACKKNIFE && controls == 1) {
            refuse(
                    null,
                    null,
                    "two-weighted-controls",
                    "One control has all weight, and cannot be left out for a jackknife.");
        }
    }

    /** Looks at whether there are periods enough, where all are treated from the same one on. */
    Structure periods(int controls, int before, int after) {
        Estimator estimator = estimation.estimator();
        if (estimator == Estimator.ITS && (before < BEFORE_ITS || after < AFTER_ITS)) {
            refuse(
                    "times",
                    null,
                    "enough-periods",
                    "An interrupted time series needs " + BEFORE_ITS + " periods before the start or more, and "
                            + AFTER_ITS + " from it on; there are " + before + " and " + after + ".");
        }
        boolean weighted = estimator == Estimator.SC || estimator == Estimator.SDID;
        if (weighted && controls > 0 && (long) controls * (before - 1) < Block.DIFFERENCES) {
            refuse(
                    null,
                    null,
                    "noise-level",
                    "The regularisation of the weights needs two differences between periods of controls before"
                            + " treatment; add a period before it, or use did.");
        }
        return this;
    }

    private void refuse(@Nullable String field, @Nullable String value, String rule, String detail) {
        faults.add(new Fault(null, field, value, rule, detail));
    }
}
