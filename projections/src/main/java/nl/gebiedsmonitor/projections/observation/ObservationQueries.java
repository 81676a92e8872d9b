package nl.gebiedsmonitor.projections.observation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about figures as they stood at a position. The order is always by indicator, gebied and period; one indicator is read at a time, so that
 * every step is a range of the key.
 */
public final class ObservationQueries {

    private static final int ROWS_PER_READ = 5_000;

    private static final int INDICATORS_PER_READ = 20;

    private static final String COLUMNS = "o.indicator, o.gebied, o.period, o.obs_value, o.status, o.missing_reason, ";

    private final JdbcClient jdbc;

    public ObservationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@code limit} observations after one, or from the first on. */
    public List<ObservationView> page(
            ObservationFilter filter, @Nullable ObservationKey after, int limit, long position) {
        List<ObservationView> page = new ArrayList<>();
        for (String indicator : IndicatorCodes.of(filter, jdbc, position)) {
            int place = after == null ? 1 : indicator.compareTo(after.indicator());
            if (place >= 0 && page.size() < limit) {
                page.addAll(read(indicator, filter, position, place == 0 ? after : null, limit - page.size()));
            }
        }
        return page;
    }

    /**
     * All observations, one after another, without holding them together, and without holding the database while the
     * consumer takes its time.
     */
    public void forEach(ObservationFilter filter, long position, Consumer<ObservationView> consumer) {
        for (String indicator : IndicatorCodes.of(filter, jdbc, position)) {
            ObservationKey after = null;
            List<ObservationView> rows;
            do {
                rows = read(indicator, filter, position, after, ROWS_PER_READ);
                rows.forEach(consumer);
                after = rows.isEmpty() ? null : ObservationKey.of(rows.getLast());
            } while (rows.size() == ROWS_PER_READ);
        }
    }

    /** The last two periods of each indicator for one gebied, the last first. */
    public List<ObservationView> lastTwoOf(GebiedCode gebied, long position) {
        List<ObservationView> found = new ArrayList<>();
        Disclosed disclosed = Disclosed.ofAny(jdbc, position);
        String two = "(select " + COLUMNS + disclosed.column() + " from observation o" + disclosed.join()
                + " where o.indicator = ? and o.gebied = ? and " + Versions.validIn("o")
                + " order by o.indicator desc, o.gebied desc, o.period desc fetch first 2 rows only)";
        List<String> indicators = IndicatorCodes.all(jdbc, position);
        for (int from = 0; from < indicators.size(); from += INDICATORS_PER_READ) {
            List<String> some = indicators.subList(from, Math.min(from + INDICATORS_PER_READ, indicators.size()));
            List<Object> params = new ArrayList<>();
            for (String indicator : some) {
                params.addAll(disclosed.params());
                params.addAll(List.of(indicator, gebied.value()));
                params.addAll(Versions.params(position));
            }
            found.addAll(jdbc.sql(String.join(" union all ", Collections.nCopies(some.size(), two)))
                    .params(params)
                    .query((row, _) -> view(row))
                    .list());
        }
        found.sort(comparing(ObservationView::indicator).thenComparing(ObservationView::period, reverseOrder()));
        return found;
    }

    private List<ObservationView> read(
            String indicator, ObservationFilter filter, long position, @Nullable ObservationKey after, int limit) {
        Disclosed disclosed = Disclosed.of(jdbc, new IndicatorCode(indicator), position);
        Narrowing narrowing = new Narrowing(position, disclosed);
        narrowing.to(filter);
        narrowing.and("o.indicator = ?", indicator);
        if (after != null) {
            narrowing.and(
                    "o.gebied >= ? and (o.gebied > ? or o.period > ?)", after.gebied(), after.gebied(), after.period());
        }
        return jdbc.sql("select " + COLUMNS + disclosed.column() + narrowing.sql()
                        + " order by o.indicator, o.gebied, o.period fetch first ? rows only")
                .params(narrowing.params())
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static ObservationView view(ResultSet row) throws SQLException {
        Figure figure = Disclosed.figure(row);
        return new ObservationView(
                row.getString("indicator"),
                row.getString("gebied"),
                row.getString("period"),
                figure.value(),
                figure.status(),
                figure.missingReason());
    }
}
