package nl.gebiedsmonitor.domain.study;

/** What becomes of gebieden and periods that lack a figure. Nothing is ever filled in. */
public enum MissingRule {

    /** There is no result while a figure is missing. */
    REFUSE,

    /** A gebied that lacks a figure is left out. */
    DROP_GEBIEDEN,

    /** A period in which any gebied lacks a figure is left out. */
    DROP_PERIODS
}
