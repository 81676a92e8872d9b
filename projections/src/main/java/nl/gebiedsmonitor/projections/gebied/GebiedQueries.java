package nl.gebiedsmonitor.projections.gebied;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about the register of gebieden. */
public final class GebiedQueries {

    private final JdbcClient jdbc;

    public GebiedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GebiedView> find(GebiedCode code) {
        return jdbc.sql("select * from gebied where code = ?")
                .param(code.value())
                .query((row, _) -> view(row))
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
            int limit) {
        StringBuilder sql = new StringBuilder("select g.* from gebied g where 1 = 1");
        List<Object> params = new ArrayList<>();
        if (type != null) {
            sql.append(" and g.type = ?");
            params.add(type.name());
        }
        if (within != null) {
            sql.append(" and g.code in (select inner_gebied from gebied_within where outer_gebied = ?)");
            params.add(within.value());
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
                .query((row, _) -> view(row))
                .list();
    }

    private GebiedView view(ResultSet row) throws SQLException {
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
                type == GebiedType.FOCUS
                        ? codes("select member from gebied_member where gebied = ? order by 1", code)
                        : null,
                status == null ? null : referenceYear,
                status == null ? null : CompositionStatus.valueOf(status),
                closedOn,
                closedOn == null
                        ? null
                        : codes("select successor from gebied_successor where gebied = ? order by 1", code));
    }

    private List<String> codes(String sql, String gebied) {
        return jdbc.sql(sql).param(gebied).query(String.class).list();
    }
}
