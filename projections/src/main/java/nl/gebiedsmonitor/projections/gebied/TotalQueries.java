package nl.gebiedsmonitor.projections.gebied;

import java.util.ArrayList;
import java.util.HashMap;
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
        focusAreas(position).forEach((focus, members) -> totals.add(new Total(focus, members)));
        return totals;
    }

    private static Optional<GebiedCode> parent(GebiedCode code, Map<GebiedCode, GebiedCode> parents) {
        return switch (code.type()) {
            case LAND, FOCUS -> Optional.empty();
            case GEMEENTE -> Optional.of(parents.getOrDefault(code, new GebiedCode("NL")));
            case PC4 -> Optional.ofNullable(parents.get(code));
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

    private Map<GebiedCode, SortedSet<GebiedCode>> focusAreas(long position) {
        Map<GebiedCode, SortedSet<GebiedCode>> members = new TreeMap<>();
        jdbc.sql("select gebied, member from gebied_member m where " + Versions.validIn("m"))
                .params(Versions.params(position))
                .query((row, _) -> members.computeIfAbsent(new GebiedCode(row.getString(1)), _ -> new TreeSet<>())
                        .add(new GebiedCode(row.getString(2))))
                .list();
        return members;
    }
}
