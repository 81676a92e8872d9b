package nl.gebiedsmonitor.domain.effect;

/**
 * How the average effect on the treated units in the post-treatment periods is estimated. All three are the same weighted
 * contrast, {@code (mean of treated - weighted controls) after - the same before}, and differ in their weights.
 */
public enum Estimator {

    /** Difference-in-differences, two-way fixed effects on a block: all controls and all pre-treatment periods alike. */
    DID,

    /**
     * Synthetic control (Abadie, Diamond and Hainmueller, JASA 105, 2010): unit weights that follow the level of the
     * treated before treatment, no time weights.
     */
    SC,

    /**
     * Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager, AER 111, 2021, Algorithm 1):
     * regularised unit weights that follow the course, not the level, of the treated before treatment, and time weights.
     */
    SDID
}
