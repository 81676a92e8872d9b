package nl.gebiedsmonitor.domain.observation;

/** Why an observation has no value. */
public enum MissingReason {
    NOT_PUBLISHED,
    SUPPRESSED,
    NOT_APPLICABLE
}
