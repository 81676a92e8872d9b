package nl.gebiedsmonitor.domain.gebied;

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
import java.util.stream.Stream;
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
    private final Map<GebiedCode, GebiedCode> statedParents = new HashMap<>();
    private final Map<GebiedCode, Composition> compositions;
    private final Collection<Closure> closures;
    private final Map<GebiedCode, Closure> closed = new HashMap<>();
    private final Map<GebiedCode, Integer> lastYearOfPredecessor = new HashMap<>();
    private final Map<GebiedCode, Integer> firstYears;
    private final Map<Integer, Boundaries> boundaries = new HashMap<>();

    /**
     * @param registered the gebieden there are, as far as they matter, with the parent that was stated of each, if any
     * @param compositions of the focus areas
     * @param closures all closures there are
     * @param firstYears since when there are figures, whatever their indicator, of gebieden that took the place of another:
     *     they were there by then, which the register does not tell; without those that have none
     */
    public Membership(
            Map<GebiedCode, Optional<GebiedCode>> registered,
            Map<GebiedCode, Composition> compositions,
            Collection<Closure> closures,
            Map<GebiedCode, Integer> firstYears) {
        this.compositions = Map.copyOf(compositions);
        this.closures = List.copyOf(closures);
        this.firstYears = Map.copyOf(firstYears);
        for (Closure closure : closures) {
            closed.put(closure.code(), closure);
            for (GebiedCode successor : closure.succession().successors()) {
                lastYearOfPredecessor.merge(successor, closure.firstYearWithout() - 1, Math::max);
            }
        }
        registered.forEach((code, parent) -> {
            parent.ifPresent(stated -> statedParents.put(code, stated));
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
        SortedMap<GebiedCode, Part> parts = new TreeMap<>();
        SortedMap<GebiedCode, Break> broken = new TreeMap<>();
        Set<GebiedCode> standing = new TreeSet<>();
        for (GebiedCode gebied : outermost(gebieden)) {
            Closure closure = closed.get(gebied);
            if (closure == null || standsIn(gebied, boundaryYear)) {
                standing.add(gebied);
            } else {
                broken.put(
                        gebied,
                        closure.breaking(gebied + " was closed on " + closure.closedOn()
                                + " and is no part of the division of " + boundaryYear + "."));
            }
        }
        divisionOf(boundaryYear).counterparts(standing, year).forEach((gebied, counterpart) -> {
            switch (counterpart) {
                case Counterpart.Parts found ->
                    found.parts().forEach(part -> parts.merge(part.gebied(), part, Part::and));
                case Break unknown -> broken.put(gebied, unknown);
            }
        });
        return new Members(List.copyOf(parts.values()), broken);
    }

    private Boundaries divisionOf(int boundaryYear) {
        return boundaries.computeIfAbsent(boundaryYear, year -> {
            Set<GebiedCode> older = new HashSet<>(firstYears.keySet());
            older.removeIf(gebied -> !hasFiguresBy(gebied, year));
            return new Boundaries(year, closures, older);
        });
    }

    /** A focus area beside others counts through its members, some of which may lie in these others. */
    private SortedSet<GebiedCode> outermost(Collection<GebiedCode> gebieden) {
        Set<GebiedCode> all = new HashSet<>();
        for (GebiedCode gebied : gebieden) {
            Composition composition = gebieden.size() > 1 ? compositions.get(gebied) : null;
            if (composition == null) {
                all.add(gebied);
            } else {
                all.addAll(composition.members());
            }
        }
        SortedSet<GebiedCode> outermost = new TreeSet<>(all);
        outermost.removeIf(gebied -> above(gebied).anyMatch(all::contains));
        return outermost;
    }

    private Stream<GebiedCode> above(GebiedCode gebied) {
        return Stream.iterate(holder(gebied), Optional::isPresent, holder -> holder.flatMap(this::holder))
                .flatMap(Optional::stream);
    }

    private Optional<GebiedCode> holder(GebiedCode gebied) {
        return switch (gebied.type()) {
            case LAND -> Optional.empty();
            case PROVINCIE, WIJK, BUURT -> gebied.parent();
            case GEMEENTE, PC4, FOCUS -> Optional.of(statedParents.getOrDefault(gebied, COUNTRY));
        };
    }

    private boolean standsIn(GebiedCode gebied, int year) {
        Closure closure = closed.get(gebied);
        return closure == null || closure.firstYearWithout() > year;
    }

    private boolean hasFiguresBy(GebiedCode gebied, int year) {
        return firstYears.getOrDefault(gebied, Integer.MAX_VALUE) <= year;
    }

    /**
     * Whether a gebied may not have been there yet in a year: it took the place of another that was, and has no figure of
     * that year or before. The register does not tell since when a gebied exists.
     */
    public boolean mayBeYoungerThan(GebiedCode gebied, int year) {
        return lastYearOfPredecessor.getOrDefault(gebied, Integer.MIN_VALUE) >= year && !hasFiguresBy(gebied, year);
    }
}
