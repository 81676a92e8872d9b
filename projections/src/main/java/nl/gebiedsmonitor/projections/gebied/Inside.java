package nl.gebiedsmonitor.projections.gebied;

import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.projections.Versions;

/** How a question is narrowed to what lies inside a gebied, as the register stood at a position. */
public final class Inside {

    private Inside() {}

    /** The condition that a column holds such a code; it takes the {@link #params}. */
    public static String condition(String column) {
        return column + " in (select w.inner_gebied from gebied_within w where w.outer_gebied = ? and "
                + Versions.validIn("w") + ")";
    }

    /** What the condition takes. */
    public static List<Object> params(GebiedCode outer, long position) {
        return List.of(outer.value(), position, position);
    }
}
