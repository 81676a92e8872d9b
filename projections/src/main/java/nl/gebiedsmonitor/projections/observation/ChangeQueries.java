package nl.gebiedsmonitor.projections.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.observation.ChangeView.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which figures differ between two positions, in the order of indicator, gebied and period. What the question narrows to
 * is what lay there at the second.
 *
 * <p>When little came in between, that is looked up by its position and sorted for every read. When much did, the key is
 * read in its order and what came in before is passed over, one indicator at a time, as figures themselves are.
 */
public final class ChangeQueries {

    private static final int ROWS_PER_READ = 5_000;

    /** How many versions are little: four reads. */
    private static final int LITTLE = 20_000;

    private static final String COLUMNS = "o.indicator, o.gebied, o.period, o.obs_value, o.status, o.missing_reason,"
            + " o.from_position, b.obs_value as obs_value_before, b.status as status_before,"
            + " b.missing_reason as missing_reason_before, b.from_position as from_position_before";

    private static final String BEFORE = "left join observation b on b.indicator = o.indicator and b.gebied = o.gebied"
            + " and b.period = o.period and " + Versions.validIn("b");

    private static final String DIFFERS = "(b.status is null or b.status <> o.status"
            + " or b.obs_value is distinct from o.obs_value or b.missing_reason is distinct from o.missing_reason)";

    private final JdbcClient jdbc;

    public ChangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@code limit} changes after one, or from the first on. */
    public List<ChangeView> page(
            ObservationFilter filter, long from, long to, @Nullable ObservationKey after, int limit) {
        return read(filter, from, to, isLittle(from, to), after, limit);
    }

    /** All changes, one after another, without holding them together or the database meanwhile. */
    public void forEach(ObservationFilter filter, long from, long to, Consumer<ChangeView> consumer) {
        boolean little = isLittle(from, to);
        ObservationKey after = null;
        List<ChangeView> changes;
        do {
            changes = read(filter, from, to, little, after, ROWS_PER_READ);
            changes.forEach(consumer);
            after = changes.isEmpty() ? null : changes.getLast().key();
        } while (changes.size() == ROWS_PER_READ);
    }

    private boolean isLittle(long from, long to) {
        return jdbc.sql("select count(*) from (select from_position from observation where from_position > ?"
                                + " and from_position <= ? fetch first ? rows only) little")
                        .params(from, to, LITTLE + 1)
                        .query(Long.class)
                        .single()
                <= LITTLE;
    }

    private List<ChangeView> read(
            ObservationFilter filter, long from, long to, boolean little, @Nullable ObservationKey after, int limit) {
        return little ? byPosition(filter, from, to, after, limit) : byKey(filter, from, to, after, limit);
    }

    private List<ChangeView> byPosition(
            ObservationFilter filter, long from, long to, @Nullable ObservationKey after, int limit) {
        Narrowing narrowing = narrowing(filter, from, to);
        if (!filter.indicators().isEmpty()) {
            List<String> codes = codes(filter.indicators());
            narrowing.and(
                    "o.indicator in (" + String.join(", ", Collections.nCopies(codes.size(), "?")) + ")",
                    codes.toArray());
        }
        if (after != null) {
            narrowing.and(
                    "(o.indicator, o.gebied, o.period) > (?, ?, ?)", after.indicator(), after.gebied(), after.period());
        }
        return read(narrowing, limit);
    }

    private List<ChangeView> byKey(
            ObservationFilter filter, long from, long to, @Nullable ObservationKey after, int limit) {
        List<ChangeView> changes = new ArrayList<>();
        for (String indicator : filter.indicators().isEmpty() ? indicators(to) : codes(filter.indicators())) {
            int place = after == null ? 1 : indicator.compareTo(after.indicator());
            if (place >= 0 && changes.size() < limit) {
                Narrowing narrowing = narrowing(filter, from, to);
                narrowing.and("o.indicator = ?", indicator);
                if (after != null && place == 0) {
                    narrowing.and(
                            "o.gebied >= ? and (o.gebied > ? or o.period > ?)",
                            after.gebied(),
                            after.gebied(),
                            after.period());
                }
                changes.addAll(read(narrowing, limit - changes.size()));
            }
        }
        return changes;
    }

    private static Narrowing narrowing(ObservationFilter filter, long from, long to) {
        Narrowing narrowing = new Narrowing(to);
        narrowing.to(filter);
        narrowing.join(BEFORE, from, from);
        narrowing.and("o.from_position > ? and " + DIFFERS, from);
        return narrowing;
    }

    private List<ChangeView> read(Narrowing narrowing, int limit) {
        return jdbc.sql("select " + COLUMNS + narrowing.sql()
                        + " order by o.indicator, o.gebied, o.period fetch first ? rows only")
                .params(narrowing.params())
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    private List<String> indicators(long position) {
        return jdbc.sql("select code from indicator i where " + Versions.validIn("i") + " order by code")
                .params(Versions.params(position))
                .query(String.class)
                .list();
    }

    private static List<String> codes(List<IndicatorCode> indicators) {
        return indicators.stream().map(IndicatorCode::value).distinct().sorted().toList();
    }

    private static ChangeView view(ResultSet row) throws SQLException {
        ObservationKey key =
                new ObservationKey(row.getString("indicator"), row.getString("gebied"), row.getString("period"));
        Standing before = row.getString("status_before") == null ? null : standing(row, "_before");
        return ChangeView.of(key, before, standing(row, ""));
    }

    private static Standing standing(ResultSet row, String suffix) throws SQLException {
        String reason = row.getString("missing_reason" + suffix);
        return new Standing(
                row.getObject("obs_value" + suffix, Double.class),
                ObsStatus.valueOf(row.getString("status" + suffix)),
                reason == null ? null : MissingReason.valueOf(reason),
                row.getLong("from_position" + suffix));
    }
}
