package nl.gebiedsmonitor.projections.gebied;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.gebied.Membership;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.gebied.Succession;
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What gebieden consist of, as the register stood at a position. */
public final class MembershipQueries {

    /**
     * The membership of some gebieden.
     *
     * @param gebieden those asked for, with all that lie in them, that they came from and that they went into
     */
    public record Loaded(Membership membership, Set<GebiedCode> gebieden) {}

    private final JdbcClient jdbc;

    public MembershipQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The membership of some gebieden and of whatever their figures may be made of. */
    public Loaded of(Collection<GebiedCode> asked, long position) {
        List<Closure> closures = closures(position);
        Set<GebiedCode> concerned = concerned(asked, closures, position);
        Map<GebiedCode, Optional<GebiedCode>> registered = new HashMap<>();
        CodeBatches.forEach(concerned, (places, codes) -> jdbc.sql(
                        "select code, parent from gebied g where code in (" + places + ") and " + Versions.validIn("g"))
                .params(codes)
                .params(Versions.params(position))
                .query((row, _) -> registered.put(
                        new GebiedCode(row.getString(1)),
                        Optional.ofNullable(row.getString(2)).map(GebiedCode::new)))
                .list());
        return new Loaded(
                new Membership(
                        registered,
                        compositions(concerned, position),
                        closures,
                        firstYears(successors(closures, concerned), position)),
                concerned);
    }

    private static Set<GebiedCode> successors(List<Closure> closures, Set<GebiedCode> concerned) {
        Set<GebiedCode> successors = new HashSet<>();
        closures.forEach(closure -> successors.addAll(closure.succession().successors()));
        successors.retainAll(concerned);
        return successors;
    }

    /** The year of the first figure there is of each of some gebieden, which lead: each is looked up by key. */
    private Map<GebiedCode, Integer> firstYears(Set<GebiedCode> gebieden, long position) {
        Map<GebiedCode, Integer> firstYears = new HashMap<>();
        CodeBatches.forEach(gebieden, (places, codes) -> jdbc.sql("select o.gebied, min(o.period_start) from (values "
                        + places.replace("?", "(cast(? as varchar(60)))") + ") wanted (code) cross join indicator i"
                        + " join observation o on o.indicator = i.code and o.gebied = wanted.code"
                        + " where o.obs_value is not null and " + Versions.validIn("i") + " and "
                        + Versions.validIn("o") + " group by o.gebied")
                .params(codes)
                .params(Versions.params(position))
                .params(Versions.params(position))
                .query((row, _) -> firstYears.put(new GebiedCode(row.getString(1)), row.getInt(2) / 100))
                .list());
        return firstYears;
    }

    private Set<GebiedCode> concerned(Collection<GebiedCode> asked, List<Closure> closures, long position) {
        Map<GebiedCode, Set<GebiedCode>> linked = new HashMap<>();
        for (Closure closure : closures) {
            for (GebiedCode successor : closure.succession().successors()) {
                linked.computeIfAbsent(successor, _ -> new TreeSet<>()).add(closure.code());
                linked.computeIfAbsent(closure.code(), _ -> new TreeSet<>()).add(successor);
            }
        }
        Set<GebiedCode> concerned = new HashSet<>();
        Deque<GebiedCode> toLookInto = new ArrayDeque<>(asked);
        while (!toLookInto.isEmpty()) {
            Set<GebiedCode> fresh = new HashSet<>(toLookInto);
            toLookInto.clear();
            fresh.removeAll(concerned);
            concerned.addAll(fresh);
            Set<GebiedCode> found = inside(fresh, position);
            found.addAll(fresh);
            concerned.addAll(found);
            found.forEach(gebied -> toLookInto.addAll(linked.getOrDefault(gebied, Set.of())));
            toLookInto.removeIf(concerned::contains);
        }
        return concerned;
    }

    private Set<GebiedCode> inside(Set<GebiedCode> outers, long position) {
        Set<GebiedCode> inside = new HashSet<>();
        CodeBatches.forEach(
                outers, (places, codes) -> jdbc.sql("select inner_gebied from gebied_within w where outer_gebied in ("
                                + places + ") and " + Versions.validIn("w"))
                        .params(codes)
                        .params(Versions.params(position))
                        .query((row, _) -> inside.add(new GebiedCode(row.getString(1))))
                        .list());
        return inside;
    }

    private Map<GebiedCode, Composition> compositions(Set<GebiedCode> concerned, long position) {
        Map<GebiedCode, Composition> compositions = new HashMap<>();
        for (GebiedCode code : concerned) {
            if (code.type() == GebiedType.FOCUS) {
                Set<GebiedCode> members = new TreeSet<>();
                jdbc.sql("select member from gebied_member m where gebied = ? and " + Versions.validIn("m"))
                        .param(code.value())
                        .params(Versions.params(position))
                        .query((row, _) -> members.add(new GebiedCode(row.getString(1))))
                        .list();
                jdbc.sql("select reference_year, composition_status from gebied g where code = ?"
                                + " and reference_year is not null and " + Versions.validIn("g"))
                        .param(code.value())
                        .params(Versions.params(position))
                        .query((row, _) -> new Composition(
                                new TreeSet<>(members), row.getInt(1), CompositionStatus.valueOf(row.getString(2))))
                        .optional()
                        .ifPresent(composition -> compositions.put(code, composition));
            }
        }
        return compositions;
    }

    private List<Closure> closures(long position) {
        record Stated(GebiedCode successor, Optional<Double> share) {}
        Map<GebiedCode, List<Stated>> successors = new HashMap<>();
        jdbc.sql("select gebied, successor, share from gebied_successor s where " + Versions.validIn("s"))
                .params(Versions.params(position))
                .query((row, _) -> successors
                        .computeIfAbsent(new GebiedCode(row.getString(1)), _ -> new ArrayList<>())
                        .add(new Stated(
                                new GebiedCode(row.getString(2)), Optional.ofNullable(row.getObject(3, Double.class)))))
                .list();
        return jdbc.sql("select code, closed_on, share_basis from gebied g where closed_on is not null and "
                        + Versions.validIn("g"))
                .params(Versions.params(position))
                .query((row, _) -> {
                    GebiedCode code = new GebiedCode(row.getString("code"));
                    SortedMap<GebiedCode, Double> shares = new TreeMap<>();
                    SortedSet<GebiedCode> all = new TreeSet<>();
                    for (Stated stated : successors.getOrDefault(code, List.of())) {
                        all.add(stated.successor());
                        stated.share().ifPresent(share -> shares.put(stated.successor(), share));
                    }
                    return closure(row, code, all, shares);
                })
                .list();
    }

    private static Closure closure(
            ResultSet row, GebiedCode code, SortedSet<GebiedCode> successors, SortedMap<GebiedCode, Double> shares)
            throws SQLException {
        String basis = row.getString("share_basis");
        return new Closure(
                code,
                row.getObject("closed_on", LocalDate.class),
                new Succession(
                        successors, basis == null ? null : new SuccessorShares(ShareBasis.valueOf(basis), shares)));
    }
}
