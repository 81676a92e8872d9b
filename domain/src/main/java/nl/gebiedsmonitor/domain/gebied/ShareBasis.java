package nl.gebiedsmonitor.domain.gebied;

/** What was counted to tell which share of a closed gebied went where. */
public enum ShareBasis {
    ADDRESSES,
    INHABITANTS
}
