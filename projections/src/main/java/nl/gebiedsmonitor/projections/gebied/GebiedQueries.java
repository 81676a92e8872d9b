package nl.gebiedsmonitor.projections.gebied;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about the register of gebieden, each as it stood at a position. */
public final class GebiedQueries {

    private static final int NAMES_PER_READ = 5_000;

    private final JdbcClient jdbc;

    public GebiedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GebiedView> find(GebiedCode code, long position) {
        return jdbc.sql("select * from gebied g where code = ? and " + Versions.validIn("g"))
                .param(code.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row, position))
                .optional();
    }

    /**
     * Gebieden in order of their codes.
     *
     * @param type only of this type, when given
     * @param within only those that lie inside this one, when given
     * @param text only those whose code or name contains this, in any case, when given
     * @param after only those with a code after this one, when given
     */
    public List<GebiedView> list(
            @Nullable GebiedType type,
            @Nullable GebiedCode within,
            @Nullable String text,
            @Nullable String after,
            int limit,
            long position) {
        StringBuilder sql = new StringBuilder("select g.* from gebied g where " + Versions.validIn("g"));
        List<Object> params = new ArrayList<>(Versions.params(position));
        if (type != null) {
            sql.append(" and g.type = ?");
            params.add(type.name());
        }
        if (within != null) {
            sql.append(" and ").append(Inside.condition("g.code"));
            params.addAll(Inside.params(within, position));
        }
        if (text != null) {
            sql.append(" and (lower(g.name) like ? escape '!' or lower(g.code) like ? escape '!')");
            String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            params.add(pattern);
            params.add(pattern);
        }
        if (after != null) {
            sql.append(" and g.code > ?");
            params.add(after);
        }
        sql.append(" order by g.code fetch first ? rows only");
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, _) -> view(row, position))
                .list();
    }

    /** The codes of all gebieden of a type in the division of a year, inside another when given, in order. */
    public List<GebiedCode> codes(GebiedType type, int year, @Nullable GebiedCode within, long position) {
        List<Object> params = new ArrayList<>(List.of(type.name(), LocalDate.of(year, 1, 1)));
        params.addAll(Versions.params(position));
        String inside = "";
        if (within != null) {
            inside = " and " + Inside.condition("g.code");
            params.addAll(Inside.params(within, position));
        }
        return jdbc.sql("select code from gebied g where type = ? and (closed_on is null or closed_on > ?) and "
                        + Versions.validIn("g") + inside + " order by code")
                .params(params)
                .query((row, _) -> new GebiedCode(row.getString(1)))
                .list();
    }

    /** The names of some gebieden. */
    public Map<GebiedCode, String> names(Collection<GebiedCode> codes, long position) {
        Map<GebiedCode, String> names = new HashMap<>();
        CodeBatches.forEach(codes, (places, some) -> jdbc.sql(
                        "select code, name from gebied g where code in (" + places + ") and " + Versions.validIn("g"))
                .params(some)
                .params(Versions.params(position))
                .query((row, _) -> names.put(new GebiedCode(row.getString(1)), row.getString(2)))
                .list());
        return names;
    }

    /** Those of some gebieden that are not in the register, in order. */
    public SortedSet<GebiedCode> unknown(Collection<GebiedCode> codes, long position) {
        SortedSet<GebiedCode> unknown = new TreeSet<>(codes);
        unknown.removeAll(names(codes, position).keySet());
        return unknown;
    }

    /** The names of all gebieden by their codes. */
    public Map<String, String> names(long position) {
        Map<String, String> names = new HashMap<>();
        forEachName(position, gebied -> names.put(gebied.code(), gebied.name()));
        return names;
    }

    /**
     * A gebied by its name.
     *
     * @param parent the gebied it is stated to lie in, when that is registered
     */
    public record Named(String code, String name, @Nullable String parent) {}

    /** All gebieden in the order of their codes, without holding them together or the database meanwhile. */
    public void forEachName(long position, Consumer<Named> consumer) {
        String after = "";
        List<Named> some;
        do {
            some = jdbc.sql(
                            "select g.code, g.name, p.code as parent from gebied g left join gebied p on p.code = g.parent"
                                    + " and " + Versions.validIn("p") + " where g.code > ? and " + Versions.validIn("g")
                                    + " order by g.code fetch first ? rows only")
                    .params(Versions.params(position))
                    .param(after)
                    .params(Versions.params(position))
                    .param(NAMES_PER_READ)
                    .query((row, _) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                    .list();
            some.forEach(consumer);
            after = some.isEmpty() ? after : some.getLast().code();
        } while (some.size() == NAMES_PER_READ);
    }

    /** Whether any of some gebieden lies inside another. */
    public boolean isAnyInside(Collection<GebiedCode> codes, GebiedCode outer, long position) {
        AtomicBoolean any = new AtomicBoolean();
        CodeBatches.forEach(
                codes,
                (places, some) -> any.compareAndSet(
                        false,
                        jdbc.sql("select 1 from gebied_within w where w.outer_gebied = ? and w.inner_gebied in ("
                                        + places + ") and " + Versions.validIn("w") + " fetch first 1 row only")
                                .param(outer.value())
                                .params(some)
                                .params(Versions.params(position))
                                .query(Integer.class)
                                .optional()
                                .isPresent()));
        return any.get();
    }

    /** All gebieden that lie inside any of some. */
    public Set<GebiedCode> inside(Collection<GebiedCode> codes, long position) {
        return within("inner_gebied", "outer_gebied", codes, position);
    }

    /** All gebieden that any of some lies inside. */
    public Set<GebiedCode> around(Collection<GebiedCode> codes, long position) {
        return within("outer_gebied", "inner_gebied", codes, position);
    }

    private Set<GebiedCode> within(String wanted, String given, Collection<GebiedCode> codes, long position) {
        Set<GebiedCode> found = new HashSet<>();
        CodeBatches.forEach(
                codes,
                (places, some) -> found.addAll(jdbc.sql("select distinct w." + wanted + " from gebied_within w where w."
                                + given + " in (" + places + ") and " + Versions.validIn("w"))
                        .params(some)
                        .params(Versions.params(position))
                        .query((row, _) -> new GebiedCode(row.getString(1)))
                        .list()));
        return found;
    }

    private GebiedView view(ResultSet row, long position) throws SQLException {
        String code = row.getString("code");
        GebiedType type = GebiedType.valueOf(row.getString("type"));
        int referenceYear = row.getInt("reference_year");
        String status = row.getString("composition_status");
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        return new GebiedView(
                code,
                row.getString("name"),
                type,
                row.getString("parent"),
                type == GebiedType.FOCUS ? codes("member", "gebied_member", code, position) : null,
                status == null ? null : referenceYear,
                status == null ? null : CompositionStatus.valueOf(status),
                closedOn,
                closedOn == null ? null : codes("successor", "gebied_successor", code, position));
    }

    private List<String> codes(String column, String table, String gebied, long position) {
        return jdbc.sql("select " + column + " from " + table + " t where gebied = ? and " + Versions.validIn("t")
                        + " order by 1")
                .param(gebied)
                .params(Versions.params(position))
                .query(String.class)
                .list();
    }
}
