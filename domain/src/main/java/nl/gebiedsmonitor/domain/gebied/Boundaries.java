package nl.gebiedsmonitor.domain.gebied;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Parts;
import nl.gebiedsmonitor.domain.gebied.Inflows.Inflow;
import org.jspecify.annotations.Nullable;

/**
 * The boundaries of one year, to put figures of other years on. They are those of the CBS division of 1 January: a gebied
 * is in the division of a year unless it was closed on or before that day.
 *
 * <p>The register does not tell since when a gebied exists. A part may therefore be younger than the year that is asked
 * about; it has no figures then, and what it was made of takes part beside it.
 */
public final class Boundaries {

    /** That a gebied was closed, and what took its place. */
    public record Closure(GebiedCode code, LocalDate closedOn, Succession succession) {

        /** The first year of which the division lacks this gebied. */
        int firstYearWithout() {
            return closedOn.getDayOfYear() == 1 ? closedOn.getYear() : closedOn.getYear() + 1;
        }

        Break breaking(String why) {
            return new Break(code, closedOn, why);
        }
    }

    static final Comparator<Break> LATEST_LAST =
            Comparator.comparing(Break::on).thenComparing(Break::at, Comparator.reverseOrder());

    private static final Comparator<Break> EARLIEST_FIRST =
            Comparator.comparing(Break::on).thenComparing(Break::at);

    private final int year;
    private final Map<GebiedCode, Closure> closures = new HashMap<>();
    private final Map<GebiedCode, List<Closure>> closuresInto = new HashMap<>();
    private final Inflows inflows;
    private final Set<GebiedCode> older;

    /**
     * @param year the year whose boundaries these are
     * @param closures all closures there are, before that year and after it, at most one of each gebied
     * @param older gebieden known to be in the division of that year, such as those with a figure of that year or before;
     *     a successor by a later closure that is not one of them is taken to have begun by that closure
     */
    public Boundaries(int year, Collection<Closure> closures, Set<GebiedCode> older) {
        this.year = year;
        this.older = Set.copyOf(older);
        for (Closure closure : closures) {
            this.closures.put(closure.code(), closure);
            for (GebiedCode successor : closure.succession().successors()) {
                closuresInto.computeIfAbsent(successor, _ -> new ArrayList<>()).add(closure);
            }
        }
        this.inflows = new Inflows(closures.stream()
                .filter(closure -> closure.firstYearWithout() <= year)
                .toList());
    }

    /**
     * Answers what stood in a year where a gebied lies by these boundaries.
     *
     * <p>In an earlier year that is the gebied itself, and a share of each gebied that was closed since and went into it,
     * straight or by way of others. In a later year it is the gebied itself as long as nothing else went into it, or what
     * it was renamed to or divided into as long as nothing else went into any of that.
     *
     * @throws InvalidValue when the gebied is not in the division of the year of these boundaries
     */
    public Counterpart counterpart(GebiedCode gebied, int observed) {
        return Objects.requireNonNull(counterparts(Set.of(gebied), observed).get(gebied));
    }

    /**
     * The same for each of several gebieden that are taken together. In a later year, what some of them went into counts as
     * long as nothing but others of them went into it.
     *
     * @throws InvalidValue when one of them is not in the division of the year of these boundaries
     */
    public SortedMap<GebiedCode, Counterpart> counterparts(Set<GebiedCode> gebieden, int observed) {
        SortedMap<GebiedCode, Counterpart> counterparts = new TreeMap<>();
        Descent descent = observed > year ? new Descent(gebieden, observed) : null;
        for (GebiedCode gebied : gebieden) {
            requireBoundaries(gebied);
            counterparts.put(gebied, descent == null ? upTo(gebied, observed) : descent.of(gebied));
        }
        return counterparts;
    }

    private void requireBoundaries(GebiedCode gebied) {
        Closure closure = closedBy(gebied, year);
        if (closure != null) {
            throw new InvalidValue(
                            "boundaries",
                            year,
                            gebied + " was closed on " + closure.closedOn() + " and has no boundaries in " + year + ".")
                    .inField("boundaries");
        }
    }

    private Counterpart upTo(GebiedCode gebied, int observed) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(gebied, 1));
        List<Break> breaks = new ArrayList<>();
        for (Inflow inflow : inflows.into(gebied)) {
            if (inflow.from().firstYearWithout() > observed) {
                parts.add(new Part(inflow.from().code(), inflow.flow().share()));
                Break unknown = inflow.flow().unknown();
                if (unknown != null) {
                    breaks.add(unknown);
                }
            }
        }
        return breaks.isEmpty()
                ? new Parts(parts)
                : breaks.stream().max(LATEST_LAST).orElseThrow();
    }

    private @Nullable Closure closedBy(GebiedCode gebied, int division) {
        Closure closure = closures.get(gebied);
        return closure != null && closure.firstYearWithout() <= division ? closure : null;
    }

    /** What succeeded to gebieden that are taken together, up to a later year. */
    private final class Descent {

        private final Set<GebiedCode> gebieden;
        private final int observed;
        private final Set<GebiedCode> all;
        private final Set<GebiedCode> holdingMore = new HashSet<>();

        Descent(Set<GebiedCode> gebieden, int observed) {
            this.gebieden = gebieden;
            this.observed = observed;
            this.all = from(gebieden);
            int known;
            do {
                known = holdingMore.size();
                all.stream()
                        .filter(one -> wasThereAlready(one)
                                || goesRound(one)
                                || !cameFrom(one).allMatch(this::holdsNoMore))
                        .forEach(holdingMore::add);
            } while (holdingMore.size() > known);
        }

        Counterpart of(GebiedCode gebied) {
            List<Part> parts = new ArrayList<>();
            List<Break> breaks = new ArrayList<>();
            for (GebiedCode one : from(Set.of(gebied))) {
                Closure closure = closedBy(one, observed);
                if (closure == null) {
                    parts.add(new Part(one, 1));
                } else if (closure.succession().successors().isEmpty()) {
                    breaks.add(closure.breaking("Nothing took the place of " + one + "."));
                } else if (from(closure.succession().successors()).contains(one)) {
                    breaks.add(closure.breaking("What succeeds to " + one + " goes round in a circle."));
                }
                if (holdingMore.contains(one)) {
                    breaks.addAll(additions(one));
                }
            }
            return breaks.isEmpty()
                    ? new Parts(parts)
                    : breaks.stream().min(EARLIEST_FIRST).orElseThrow();
        }

        /** Gebieden, what succeeded to them, what succeeded to that, and so on. */
        private Set<GebiedCode> from(Set<GebiedCode> first) {
            SortedSet<GebiedCode> descent = new TreeSet<>();
            Deque<GebiedCode> following = new ArrayDeque<>(first);
            while (!following.isEmpty()) {
                GebiedCode next = following.remove();
                Closure closure = descent.add(next) ? closedBy(next, observed) : null;
                if (closure != null) {
                    following.addAll(closure.succession().successors());
                }
            }
            return descent;
        }

        private boolean wasThereAlready(GebiedCode one) {
            return !gebieden.contains(one)
                    && (older.contains(one) || into(one).anyMatch(closure -> closure.firstYearWithout() <= year));
        }

        private boolean goesRound(GebiedCode one) {
            return gebieden.contains(one)
                    && cameFrom(one).findAny().isPresent()
                    && cameFrom(one).anyMatch(from(Set.of(one))::contains);
        }

        private boolean holdsNoMore(GebiedCode one) {
            return all.contains(one) && !holdingMore.contains(one);
        }

        private Stream<GebiedCode> cameFrom(GebiedCode one) {
            return since(one).map(Closure::code);
        }

        private Stream<Closure> since(GebiedCode one) {
            return into(one).filter(closure -> closure.firstYearWithout() > year);
        }

        private Stream<Closure> into(GebiedCode one) {
            return closuresInto.getOrDefault(one, List.of()).stream()
                    .filter(closure -> closure.firstYearWithout() <= observed);
        }

        /** The closures by which one came to hold more than what lay in the gebieden that it descends from. */
        private List<Break> additions(GebiedCode one) {
            return (since(one).findAny().isEmpty() ? into(one) : since(one))
                    .map(closure ->
                            closure.breaking(closure.code() + " went into " + one + ", which holds more than that."))
                    .toList();
        }
    }
}
