package nl.gebiedsmonitor.domain.gebied;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;

/**
 * What gebieden consist of: a focus area of its members, the country and a provincie of gemeenten, a gemeente of wijken, a
 * wijk of buurten; a buurt whose wijk is not registered counts for its gemeente.
 */
public final class Membership {

    private static final GebiedCode COUNTRY = new GebiedCode("NL");

    /**
     * The members of one gebied in one year.
     *
     * @param parts those that stood in that year, each with how much of it counts
     * @param broken members of which it cannot be told what stood in their place in that year, and why; what they were is
     *     not among the parts
     */
    public record Members(List<Part> parts, SortedMap<GebiedCode, Break> broken) {}

    private final Map<GebiedCode, SortedSet<GebiedCode>> children = new HashMap<>();
    private final Map<GebiedCode, Composition> compositions;
    private final Collection<Closure> closures;
    private final Map<GebiedCode, Closure> closed = new HashMap<>();
    private final Map<GebiedCode, Integer> lastYearOfPredecessor = new HashMap<>();
    private final Map<Integer, Boundaries> boundaries = new HashMap<>();

    /**
     * @param registered the gebieden there are, as far as they matter, with the parent that was stated of each, if any
     * @param compositions of the focus areas
     * @param closures all closures there are
     */
    public Membership(
            Map<GebiedCode, Optional<GebiedCode>> registered,
            Map<GebiedCode, Composition> compositions,
            Collection<Closure> closures) {
        this.compositions = Map.copyOf(compositions);
        this.closures = List.copyOf(closures);
        for (Closure closure : closures) {
            closed.put(closure.code(), closure);
            for (GebiedCode successor : closure.succession().successors()) {
                lastYearOfPredecessor.merge(successor, closure.firstYearWithout() - 1, Math::max);
            }
        }
        registered.forEach((code, parent) -> {
            for (GebiedCode holder : holders(code, parent, registered.keySet())) {
                children.computeIfAbsent(holder, _ -> new TreeSet<>()).add(code);
            }
        });
    }

    private static List<GebiedCode> holders(GebiedCode code, Optional<GebiedCode> parent, Set<GebiedCode> registered) {
        return switch (code.type()) {
            case BUURT ->
                code.parent()
                        .filter(registered::contains)
                        .or(code::gemeente)
                        .map(List::of)
                        .orElseThrow();
            case WIJK -> code.gemeente().map(List::of).orElseThrow();
            case GEMEENTE ->
                parent.map(provincie -> List.of(provincie, COUNTRY)).orElse(List.of(COUNTRY));
            case LAND, PROVINCIE, PC4, FOCUS -> List.of();
        };
    }

    /** The members of a gebied in a year; without parts and broken ones when it has none. */
    public Members of(GebiedCode gebied, int year) {
        Composition composition = compositions.get(gebied);
        if (composition != null) {
            return on(composition.referenceYear(), composition.members(), year);
        }
        List<Part> parts = children.getOrDefault(gebied, new TreeSet<>()).stream()
                .filter(child -> standsIn(child, year))
                .map(child -> new Part(child, 1))
                .toList();
        return new Members(parts, new TreeMap<>());
    }

    /** Whether a gebied consists of others. */
    public boolean isComposed(GebiedCode gebied) {
        return compositions.containsKey(gebied) || children.containsKey(gebied);
    }

    /**
     * What stood in one year in the place of gebieden of another. One that lies inside another of them counts no second
     * time.
     *
     * @param boundaryYear the year of the division that the codes are of
     */
    public Members on(int boundaryYear, Collection<GebiedCode> gebieden, int year) {
        SortedMap<GebiedCode, Double> factors = new TreeMap<>();
        SortedMap<GebiedCode, Break> broken = new TreeMap<>();
        Set<GebiedCode> all = new HashSet<>(gebieden);
        for (GebiedCode gebied : new TreeSet<>(gebieden)) {
            if (liesInOneOf(gebied, all)) {
                continue;
            }
            switch (counterpart(boundaryYear, gebied, year)) {
                case Counterpart.Parts parts ->
                    parts.parts().forEach(part -> factors.merge(part.gebied(), part.factor(), Double::sum));
                case Break unknown -> broken.put(gebied, unknown);
            }
        }
        List<Part> parts = new ArrayList<>();
        factors.forEach((gebied, factor) -> parts.add(new Part(gebied, Math.min(1, factor))));
        return new Members(parts, broken);
    }

    private Counterpart counterpart(int boundaryYear, GebiedCode gebied, int year) {
        Closure closure = closed.get(gebied);
        return standsIn(gebied, boundaryYear) || closure == null
                ? boundaries
                        .computeIfAbsent(boundaryYear, it -> new Boundaries(it, closures, Set.of()))
                        .counterpart(gebied, year)
                : closure.breaking(gebied + " was closed on " + closure.closedOn()
                        + " and is no part of the division of " + boundaryYear + ".");
    }

    private static boolean liesInOneOf(GebiedCode gebied, Set<GebiedCode> others) {
        Optional<GebiedCode> holder = gebied.parent();
        while (holder.isPresent()) {
            if (others.contains(holder.get())) {
                return true;
            }
            holder = holder.get().parent();
        }
        return false;
    }

    private boolean standsIn(GebiedCode gebied, int year) {
        Closure closure = closed.get(gebied);
        return closure == null || closure.firstYearWithout() > year;
    }

    /**
     * Whether a gebied may not have been there yet in a year: it took the place of another that was. The register does
     * not tell since when a gebied exists; without a figure it is taken to be younger than that year.
     */
    public boolean mayBeYoungerThan(GebiedCode gebied, int year) {
        return lastYearOfPredecessor.getOrDefault(gebied, Integer.MIN_VALUE) >= year;
    }
}
