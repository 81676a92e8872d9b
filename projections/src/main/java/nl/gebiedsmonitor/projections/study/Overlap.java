package nl.gebiedsmonitor.projections.study;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;

/** Which gebieden share ground, by the register at one position. */
final class Overlap {

    private final GebiedQueries gebieden;
    private final long position;

    Overlap(GebiedQueries gebieden, long position) {
        this.gebieden = gebieden;
        this.position = position;
    }

    /** Some gebieden with all that lie in them and all that they lie in. */
    Set<GebiedCode> with(Collection<GebiedCode> some) {
        Set<GebiedCode> all = within(some);
        all.addAll(gebieden.around(all, position));
        return all;
    }

    /** Some gebieden with all that lie in them. */
    Set<GebiedCode> within(Collection<GebiedCode> some) {
        Set<GebiedCode> all = new HashSet<>(some);
        all.addAll(gebieden.inside(some, position));
        return all;
    }

    /** All that lie in some gebieden. */
    Set<GebiedCode> inside(Collection<GebiedCode> some) {
        return gebieden.inside(some, position);
    }

    /** All that some gebieden lie in. */
    Set<GebiedCode> around(Collection<GebiedCode> some) {
        return gebieden.around(some, position);
    }
}
