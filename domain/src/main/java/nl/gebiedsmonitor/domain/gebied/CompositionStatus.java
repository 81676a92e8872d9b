package nl.gebiedsmonitor.domain.gebied;

/** How well founded the composition of a focus area is. */
public enum CompositionStatus {
    /** Published or decided by the gemeente. */
    ESTABLISHED,
    /** A reading of the area by name, to be replaced when the gemeente states its boundary. */
    INDICATIVE
}
