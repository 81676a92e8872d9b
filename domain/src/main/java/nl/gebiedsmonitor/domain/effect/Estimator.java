package nl.gebiedsmonitor.domain.effect;

/**
 * How the average effect on the treated units in the periods of treatment is estimated. {@link #DID}, {@link #SC} and
 * {@link #SDID} are the same weighted contrast, {@code (mean of treated - weighted controls) after - the same before}, and
 * differ in their weights; all treated units are treated from the same period on.
 */
public enum Estimator {

    /** The mean of the treated after less their mean before: doelrealisatie, which is no effect. */
    BEFORE_AFTER,

    /**
     * Interrupted time series: the treated after, less the straight line through them before (segmented regression of
     * level and slope; Bernal, Cummins and Gasparrini, Int. J. Epidemiology 46, 2017). Uses no controls.
     */
    ITS,

    /** Difference-in-differences, two-way fixed effects on a block: all controls and all pre-treatment periods alike. */
    DID,

    /**
     * Staggered adoption: difference-in-differences of each group that is treated from the same period on against the units
     * that are never treated (Callaway and Sant'Anna, J. Econometrics 225, 2021), without covariates.
     */
    CS,

    /**
     * Synthetic control (Abadie, Diamond and Hainmueller, JASA 105, 2010): unit weights that follow the level of the
     * treated before treatment, no time weights.
     */
    SC,

    /**
     * Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager, AER 111, 2021, Algorithm 1):
     * regularised unit weights that follow the course, not the level, of the treated before treatment, and time weights.
     */
    SDID;

    /** Whether it is a weighted contrast on a block. */
    public boolean isContrast() {
        return this == DID || this == SC || this == SDID;
    }

    /** Whether it compares with units that are not treated. */
    public boolean compares() {
        return isContrast() || this == CS;
    }
}
