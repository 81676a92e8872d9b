package nl.gebiedsmonitor.domain.observation;

/** The status of an observation (SDMX OBS_STATUS, in words). */
public enum ObsStatus {
    FINAL,
    PROVISIONAL,
    ESTIMATED,
    /** There is no value; a {@link MissingReason} tells why. */
    MISSING
}
