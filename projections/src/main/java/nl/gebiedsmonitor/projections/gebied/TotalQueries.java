package nl.gebiedsmonitor.projections.gebied;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.observation.Disclosure.Total;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which gebieden add up to which, as the register stood at a position. */
public final class TotalQueries {

    /** What adds up: postcode areas lie across wijken and buurten, and add up to a gemeente beside these. */
    private record Sum(GebiedCode of, boolean ofPostcodes) {}

    private final JdbcClient jdbc;

    public TotalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The totals among some gebieden, each with those of them that are its parts: a part belongs to the nearest of them that
     * it lies in, so that no total says what follows from others.
     */
    public List<Total> among(Set<GebiedCode> gebieden, long position) {
        Map<GebiedCode, GebiedCode> parents = statedParents(position);
        Map<Sum, SortedSet<GebiedCode>> parts = new HashMap<>();
        for (GebiedCode code : gebieden) {
            Optional<GebiedCode> holder = parent(code, parents);
            while (holder.isPresent() && !gebieden.contains(holder.get())) {
                holder = parent(holder.get(), parents);
            }
            holder.ifPresent(
                    of -> parts.computeIfAbsent(new Sum(of, code.type() == GebiedType.PC4), _ -> new TreeSet<>())
                            .add(code));
        }
        List<Total> totals = new ArrayList<>();
        parts.forEach((sum, members) -> totals.add(new Total(sum.of(), members)));
        partsOfFocusAreas(gebieden, parents, position)
                .forEach((focus, members) -> totals.add(new Total(focus, members)));
        return totals;
    }

    /** A member counts by its own figure, and without one by those inside it. */
    private Map<GebiedCode, SortedSet<GebiedCode>> partsOfFocusAreas(
            Set<GebiedCode> gebieden, Map<GebiedCode, GebiedCode> parents, long position) {
        Map<GebiedCode, Set<GebiedCode>> focusAreas = focusAreasByMember(gebieden, position);
        Map<GebiedCode, SortedSet<GebiedCode>> parts = new TreeMap<>();
        if (focusAreas.isEmpty()) {
            return parts;
        }
        for (GebiedCode code : gebieden) {
            Set<GebiedCode> partOf = new HashSet<>(focusAreas.getOrDefault(code, Set.of()));
            boolean countedAlready = false;
            Optional<GebiedCode> holder = code.type() == GebiedType.PC4 ? Optional.empty() : parent(code, parents);
            while (holder.isPresent()) {
                countedAlready |= gebieden.contains(holder.get());
                Set<GebiedCode> ofHolder = focusAreas.getOrDefault(holder.get(), Set.of());
                if (countedAlready) {
                    partOf.removeAll(ofHolder);
                } else {
                    partOf.addAll(ofHolder);
                }
                holder = parent(holder.get(), parents);
            }
            partOf.forEach(
                    focus -> parts.computeIfAbsent(focus, _ -> new TreeSet<>()).add(code));
        }
        return parts;
    }

    private static Optional<GebiedCode> parent(GebiedCode code, Map<GebiedCode, GebiedCode> parents) {
        return switch (code.type()) {
            case LAND, FOCUS -> Optional.empty();
            case GEMEENTE, PC4 -> Optional.of(parents.getOrDefault(code, new GebiedCode("NL")));
            case PROVINCIE, WIJK, BUURT -> code.parent();
        };
    }

    private Map<GebiedCode, GebiedCode> statedParents(long position) {
        Map<GebiedCode, GebiedCode> parents = new HashMap<>();
        jdbc.sql("select code, parent from gebied g where type in ('GEMEENTE', 'PC4') and parent is not null and "
                        + Versions.validIn("g"))
                .params(Versions.params(position))
                .query((row, _) -> parents.put(new GebiedCode(row.getString(1)), new GebiedCode(row.getString(2))))
                .list();
        return parents;
    }

    private Map<GebiedCode, Set<GebiedCode>> focusAreasByMember(Set<GebiedCode> gebieden, long position) {
        Map<GebiedCode, Set<GebiedCode>> focusAreas = new HashMap<>();
        jdbc.sql("select gebied, member from gebied_member m where " + Versions.validIn("m"))
                .params(Versions.params(position))
                .query(row -> {
                    GebiedCode focus = new GebiedCode(row.getString(1));
                    if (gebieden.contains(focus)) {
                        focusAreas
                                .computeIfAbsent(new GebiedCode(row.getString(2)), _ -> new HashSet<>())
                                .add(focus);
                    }
                });
        return focusAreas;
    }
}
