package nl.gebiedsmonitor.projections.observation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about figures as they stood at a position. The order is always by indicator, gebied and period; one indicator is
 * read at a time, so that every step is a range of the key.
 */
public final class ObservationQueries {

    private static final int ROWS_PER_READ = 5_000;

    private static final int KEYS_PER_READ = 500;

    private static final int INDICATORS_PER_READ = 20;

    private static final String COLUMNS = "o.indicator, o.gebied, o.period, o.obs_value, o.status, o.missing_reason, ";

    private final JdbcClient jdbc;
    private final Updates updates;

    public ObservationQueries(JdbcClient jdbc) {
        this(jdbc, Updates.FEW);
    }

    /** @param few how many updates are looked up by their positions at most */
    ObservationQueries(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.updates = new Updates(jdbc, few);
    }

    /** Up to {@code limit} observations after one, or from the first on. */
    public List<ObservationView> page(
            ObservationFilter filter, @Nullable ObservationKey after, int limit, long position) {
        List<ObservationView> page = new ArrayList<>();
        if (areFewUpdated(filter, position)) {
            forEachUpdated(filter, position, after, views -> {
                page.addAll(views.subList(0, Math.min(views.size(), limit - page.size())));
                return page.size() < limit;
            });
            return page;
        }
        for (String indicator : IndicatorCodes.of(filter, jdbc, position)) {
            int place = after == null ? 1 : indicator.compareTo(after.indicator());
            if (place >= 0 && page.size() < limit) {
                Disclosed disclosed = Disclosed.of(jdbc, new IndicatorCode(indicator), position);
                page.addAll(read(indicator, filter, disclosed, place == 0 ? after : null, limit - page.size()));
            }
        }
        return page;
    }

    /**
     * All observations, one after another, without holding them together, and without holding the database while the
     * consumer takes its time.
     */
    public void forEach(ObservationFilter filter, long position, Consumer<ObservationView> consumer) {
        if (areFewUpdated(filter, position)) {
            forEachUpdated(filter, position, null, views -> {
                views.forEach(consumer);
                return true;
            });
            return;
        }
        for (String indicator : IndicatorCodes.of(filter, jdbc, position)) {
            Disclosed disclosed = Disclosed.of(jdbc, new IndicatorCode(indicator), position);
            ObservationKey after = null;
            List<ObservationView> rows;
            do {
                rows = read(indicator, filter, disclosed, after, ROWS_PER_READ);
                rows.forEach(consumer);
                after = rows.isEmpty() ? null : ObservationKey.of(rows.getLast());
            } while (rows.size() == ROWS_PER_READ);
        }
    }

    private boolean areFewUpdated(ObservationFilter filter, long position) {
        return filter.updatedAfter() != null && updates.areFew(filter, filter.updatedAfter(), position);
    }

    /** @param goesOn takes some, and tells whether it wants more */
    private void forEachUpdated(
            ObservationFilter filter,
            long position,
            @Nullable ObservationKey after,
            Predicate<List<ObservationView>> goesOn) {
        long updatedAfter = Objects.requireNonNull(filter.updatedAfter());
        List<ObservationKey> keys = updates.few(filter, updatedAfter, position).stream()
                .filter(key -> after == null || key.compareTo(after) > 0)
                .toList();
        Disclosed disclosed = Disclosed.ofAny(jdbc, position);
        boolean more = true;
        for (int from = 0; more && from < keys.size(); from += KEYS_PER_READ) {
            Narrowing narrowing = new Narrowing(disclosed);
            narrowing.toKeys(keys.subList(from, Math.min(from + KEYS_PER_READ, keys.size())));
            narrowing.to(filter);
            more = goesOn.test(read(narrowing, disclosed, KEYS_PER_READ));
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
            String indicator,
            ObservationFilter filter,
            Disclosed disclosed,
            @Nullable ObservationKey after,
            int limit) {
        Narrowing narrowing = new Narrowing(disclosed);
        narrowing.to(filter);
        narrowing.and("o.indicator = ?", indicator);
        if (after != null) {
            narrowing.and(
                    "o.gebied >= ? and (o.gebied > ? or o.period > ?)", after.gebied(), after.gebied(), after.period());
        }
        return read(narrowing, disclosed, limit);
    }

    private List<ObservationView> read(Narrowing narrowing, Disclosed disclosed, int limit) {
        return jdbc.sql("select " + COLUMNS + disclosed.column() + narrowing.sql()
                        + " order by o.indicator, o.gebied, o.period fetch first ? rows only")
                .params(narrowing.params())
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static ObservationView view(ResultSet row) throws SQLException {
        Figure figure = Disclosed.figure(row, 4, 7);
        return new ObservationView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                figure.value(),
                figure.status(),
                figure.missingReason());
    }
}
