package nl.gebiedsmonitor.domain.indicator;

/** Which way an indicator has to go for the gebied to do better. */
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEUTRAL
}
