package nl.gebiedsmonitor.projections;

import java.util.List;

/**
 * How read models keep the past: a row is a version, valid from one position up to, not including, another. What is
 * known now and what was known at a position of the past is the same query.
 */
public final class Versions {

    /** The {@code to_position} of a version that still stands. */
    public static final long OPEN = Long.MAX_VALUE;

    private Versions() {}

    /** The condition that the version of a table is valid at a position; it takes the {@link #params(long)}. */
    public static String validIn(String table) {
        return table + ".from_position <= ? and " + table + ".to_position > ?";
    }

    /** What the condition takes. */
    public static List<Object> params(long position) {
        return List.of(position, position);
    }
}
