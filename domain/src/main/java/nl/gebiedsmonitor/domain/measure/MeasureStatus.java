package nl.gebiedsmonitor.domain.measure;

/** Where a measure is in its life; the last two are for good. */
public enum MeasureStatus {
    PLANNED,
    RUNNING,
    STOPPED,
    COMPLETED
}
