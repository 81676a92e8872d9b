package nl.gebiedsmonitor.domain.observation;

/** What became of one observation. */
public enum Outcome {
    RECORDED,
    UNCHANGED,
    REVISED
}
