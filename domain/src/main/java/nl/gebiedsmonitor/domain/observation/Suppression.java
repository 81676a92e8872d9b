package nl.gebiedsmonitor.domain.observation;

/** Why a figure is hidden. */
public enum Suppression {
    /** It is under the threshold itself. */
    PRIMARY,
    /** Another that is hidden could be worked out from it. */
    SECONDARY
}
