package nl.gebiedsmonitor.domain.study;

/** Where an effect study is in its life. */
public enum StudyStatus {

    /** Its design may still be replaced. */
    DESIGNED,

    /** Its design is fixed. */
    REGISTERED,

    /** What it studies has begun, and results may be read. */
    RUNNING,

    /** At least one result was read. */
    READ,

    /** Closed for good; only assessments are added. */
    CONCLUDED
}
