package nl.gebiedsmonitor.projections.study;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.study.Neighbours;

/**
 * What borders on the treated: by the outlines where these are known, and beside that the buurten of the same wijk. A composed
 * gebied has the borders of what lies in it.
 */
final class Bordering {

    private final Set<GebiedCode> bordering = new HashSet<>();
    private final Set<GebiedCode> wijken = new HashSet<>();
    private final Neighbours neighbours;
    private final Overlap overlap;
    private boolean known = true;

    Bordering(Neighbours neighbours, Overlap overlap, Set<GebiedCode> treated) {
        this.neighbours = neighbours;
        this.overlap = overlap;
        for (GebiedCode each : treated) {
            Set<GebiedCode> ground = overlap.within(Set.of(each));
            known &= innermost(ground).allMatch(neighbours::isKnown);
            for (GebiedCode part : ground) {
                bordering.addAll(neighbours.of(part));
                wijkOf(part).ifPresent(wijken::add);
            }
        }
        bordering.addAll(overlap.around(bordering));
    }

    private static Stream<GebiedCode> innermost(Set<GebiedCode> ground) {
        boolean ofBuurten = ground.stream().anyMatch(part -> part.type() == GebiedType.BUURT);
        return ground.stream()
                .filter(part -> !ofBuurten || part.type() == GebiedType.BUURT || part.type() == GebiedType.PC4);
    }

    boolean has(GebiedCode gebied) {
        return bordering.contains(gebied)
                || wijkOf(gebied).map(wijken::contains).orElse(false);
    }

    /** Whether the borders of all that is treated and of all donors are known. */
    boolean isKnown(Collection<GebiedCode> donors) {
        return known && innermost(overlap.within(donors)).allMatch(neighbours::isKnown);
    }

    private static Optional<GebiedCode> wijkOf(GebiedCode gebied) {
        return gebied.type() == GebiedType.BUURT ? gebied.parent() : Optional.empty();
    }
}
