package nl.gebiedsmonitor.domain.effect;

/** How the uncertainty of an estimate is found; the algorithms are those of Arkhangelsky et al. (AER 111, 2021). */
public enum Inference {

    /** Not at all. */
    NONE,

    /**
     * By the formula of the estimator: influence functions for {@link Estimator#CS}, Newey and West for {@link Estimator#ITS}
     * and {@link Estimator#BEFORE_AFTER}.
     */
    ANALYTIC,

    /** Algorithm 4: the estimator on controls that were not treated. The only one for a single treated unit. */
    PLACEBO,

    /** Algorithm 3: leaving out each unit in turn, with the weights of the estimate. */
    JACKKNIFE,

    /** Algorithm 2: the estimator on units drawn with replacement; for {@link Estimator#CS} the multiplier bootstrap. */
    BOOTSTRAP
}
