package nl.gebiedsmonitor.projections.observation;

import java.time.YearMonth;

/** How the table of observations writes moments down. */
final class Versions {

    /** The {@code to_position} of a version that still stands. */
    static final long OPEN = Long.MAX_VALUE;

    /** Stands for the position up to which the projection has come. */
    static final long CURRENT = -1;

    private Versions() {}

    /** A month as a number that sorts: 202409 for September 2024. */
    static int monthNumber(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
