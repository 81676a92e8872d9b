package nl.gebiedsmonitor.domain.indicator;

/** How often an indicator is observed (SDMX codelist CL_FREQ, and the Dutch school year). */
public enum Frequency {
    YEAR,
    HALF_YEAR,
    QUARTER,
    MONTH,
    /** From August up to and including July. */
    SCHOOL_YEAR
}
