package nl.gebiedsmonitor.projections.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about figures. The order is always by indicator, gebied and period; one indicator is read at a time, so that
 * every step is a range of the key.
 */
public final class ObservationQueries {

    private static final int ROWS_PER_READ = 5_000;

    private static final String COLUMNS = "o.indicator, o.gebied, o.period, o.obs_value, o.status, o.missing_reason";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public ObservationQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Up to {@code limit} observations after one, or from the first on. */
    public List<ObservationView> page(ObservationFilter filter, @Nullable ObservationKey after, int limit) {
        List<ObservationView> page = new ArrayList<>();
        for (String indicator : indicators(filter)) {
            int place = after == null ? 1 : indicator.compareTo(after.indicator());
            if (place >= 0 && page.size() < limit) {
                page.addAll(read(indicator, filter, place == 0 ? after : null, limit - page.size()));
            }
        }
        return page;
    }

    /** All observations as they stand at one moment, one after another, without holding them together. */
    public void forEach(ObservationFilter filter, Consumer<ObservationView> consumer) {
        snapshot.executeWithoutResult(_ -> {
            for (String indicator : indicators(filter)) {
                ObservationKey after = null;
                List<ObservationView> rows;
                do {
                    rows = read(indicator, filter, after, ROWS_PER_READ);
                    rows.forEach(consumer);
                    after = rows.isEmpty() ? null : ObservationKey.of(rows.getLast());
                } while (rows.size() == ROWS_PER_READ);
            }
        });
    }

    /** Everything there is about one gebied as it stands, the latest period of each indicator first. */
    public List<ObservationView> ofGebied(GebiedCode gebied) {
        return jdbc.sql("select " + COLUMNS + """
                         from indicator i join observation o on o.indicator = i.code
                        where o.gebied = ? and o.to_position = ?
                        order by o.indicator, o.period_start desc
                        """)
                .params(gebied.value(), Versions.OPEN)
                .query((row, _) -> view(row))
                .list();
    }

    private List<String> indicators(ObservationFilter filter) {
        if (!filter.indicators().isEmpty()) {
            return filter.indicators().stream()
                    .map(IndicatorCode::value)
                    .distinct()
                    .sorted()
                    .toList();
        }
        return jdbc.sql("select code from indicator order by code")
                .query(String.class)
                .list();
    }

    private List<ObservationView> read(
            String indicator, ObservationFilter filter, @Nullable ObservationKey after, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from observation o where o.indicator = ?");
        List<Object> params = new ArrayList<>();
        params.add(indicator);
        if (after != null) {
            sql.append(" and o.gebied >= ? and (o.gebied > ? or o.period > ?)");
            params.addAll(List.of(after.gebied(), after.gebied(), after.period()));
        }
        narrow(filter, sql, params);
        sql.append(" and o.to_position = ? order by o.indicator, o.gebied, o.period fetch first ? rows only");
        params.add(Versions.OPEN);
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, _) -> view(row))
                .list();
    }

    private static void narrow(ObservationFilter filter, StringBuilder sql, List<Object> params) {
        if (!filter.gebieden().isEmpty()) {
            sql.append(" and o.gebied in (")
                    .append(String.join(
                            ", ",
                            java.util.Collections.nCopies(filter.gebieden().size(), "?")))
                    .append(")");
            filter.gebieden().forEach(code -> params.add(code.value()));
        }
        if (filter.type() != null) {
            sql.append(" and o.gebied in (select code from gebied where type = ?)");
            params.add(filter.type().name());
        }
        if (filter.within() != null) {
            sql.append(" and o.gebied in (select inner_gebied from gebied_within where outer_gebied = ?)");
            params.add(filter.within().value());
        }
        if (filter.from() != null) {
            sql.append(" and o.period_start >= ?");
            params.add(Versions.monthNumber(filter.from().start()));
        }
        if (filter.to() != null) {
            sql.append(" and o.period_start <= ?");
            params.add(Versions.monthNumber(filter.to().end()));
        }
    }

    private static ObservationView view(ResultSet row) throws SQLException {
        String reason = row.getString("missing_reason");
        return new ObservationView(
                row.getString("indicator"),
                row.getString("gebied"),
                row.getString("period"),
                row.getObject("obs_value", Double.class),
                ObsStatus.valueOf(row.getString("status")),
                reason == null ? null : MissingReason.valueOf(reason));
    }
}
