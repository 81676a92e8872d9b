package nl.gebiedsmonitor.domain.study;

import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;

/** How a 95 % interval lies to zero and to the smallest effect of interest. */
public enum Relevance {

    /** Wholly beyond the smallest effect of interest, on one side. */
    RELEVANT,

    /** Without zero, but with effects smaller than that of interest. */
    DETECTED,

    /** Wholly within the smallest effect of interest on both sides: if there is an effect, it is too small to matter. */
    NEGLIGIBLE,

    /** With zero and with effects of interest: the figures do not tell. */
    INCONCLUSIVE,

    /** Nothing was estimated that could be an effect, or its uncertainty cannot be told. */
    NOT_ASSESSED;

    static Relevance of(Finding finding, double smallestEffect) {
        Interval interval = finding.confidenceInterval();
        if (interval == null
                || interval.lower() == interval.upper()
                || finding.estimator() == Estimator.BEFORE_AFTER
                || finding.concerns().stream().anyMatch(concern -> concern.kind() == Concern.Kind.NOT_TESTABLE)) {
            return NOT_ASSESSED;
        }
        return of(interval, smallestEffect);
    }

    static Relevance of(Interval interval, double smallestEffect) {
        if (interval.lower() >= smallestEffect || interval.upper() <= -smallestEffect) {
            return RELEVANT;
        }
        if (interval.lower() > -smallestEffect && interval.upper() < smallestEffect) {
            return NEGLIGIBLE;
        }
        return interval.lower() > 0 || interval.upper() < 0 ? DETECTED : INCONCLUSIVE;
    }
}
