package nl.gebiedsmonitor.domain.leefbaarheid;

/** What a score was made of. */
public enum Basis {
    /** Of all dimensions of the model. */
    DIMENSIONS,
    /** Of the deviation as its source published it, the dimensions not being known. */
    DEVIATION
}
