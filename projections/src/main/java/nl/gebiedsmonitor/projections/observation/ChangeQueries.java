package nl.gebiedsmonitor.projections.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
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
 *
 * <p>What is hidden at the second moment, or was when it was replaced, is not told of the first either, though it may have
 * been shown then.
 */
public final class ChangeQueries {

    private static final int ROWS_PER_READ = 5_000;

    /** How many versions are little: four reads. */
    private static final int LITTLE = 20_000;

    private static final String BEFORE = "left join observation b on b.indicator = o.indicator and b.gebied = o.gebied"
            + " and b.period = o.period and " + Versions.validIn("b");

    private static final String HIDDEN_BEFORE = "left join suppression sb on sb.indicator = o.indicator"
            + " and sb.period = o.period and sb.gebied = o.gebied and " + Versions.validIn("sb");

    private static final String HIDDEN_BEFORE_OR_SINCE = "sb.kind is not null or s.kind is not null"
            + " or b.to_position <= o.from_position and exists (select 1 from suppression r"
            + " where r.indicator = o.indicator and r.period = o.period and r.gebied = o.gebied"
            + " and r.from_position < b.to_position and r.to_position >= b.to_position)";

    private static final String WAS_HIDDEN_OR_SHOWN =
            "exists (select 1 from suppression c where c.indicator = o.indicator"
                    + " and c.period = o.period and c.gebied = o.gebied and (c.from_position > ? and c.from_position <= ?"
                    + " or c.to_position > ? and c.to_position <= ?))";

    private final JdbcClient jdbc;

    public ChangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@code limit} changes after one, or from the first on. */
    public List<ChangeView> page(
            ObservationFilter filter, long from, long to, @Nullable ObservationKey after, int limit) {
        Disclosed disclosed = Disclosed.ofAny(jdbc, to);
        return read(filter, from, disclosed, isLittle(from, disclosed), after, limit);
    }

    /** All changes, one after another, without holding them together or the database meanwhile. */
    public void forEach(ObservationFilter filter, long from, long to, Consumer<ChangeView> consumer) {
        Disclosed disclosed = Disclosed.ofAny(jdbc, to);
        boolean little = isLittle(from, disclosed);
        ObservationKey after = null;
        List<ChangeView> changes;
        do {
            changes = read(filter, from, disclosed, little, after, ROWS_PER_READ);
            changes.forEach(consumer);
            after = changes.isEmpty() ? null : changes.getLast().key();
        } while (changes.size() == ROWS_PER_READ);
    }

    /** What was hidden or shown in between has no position among the figures; then the key is read. */
    private boolean isLittle(long from, Disclosed disclosed) {
        return !disclosed.mayHide()
                && jdbc.sql("select count(*) from (select from_position from observation where from_position > ?"
                                        + " and from_position <= ? fetch first ? rows only) little")
                                .params(from, disclosed.position(), LITTLE + 1)
                                .query(Long.class)
                                .single()
                        <= LITTLE;
    }

    private List<ChangeView> read(
            ObservationFilter filter,
            long from,
            Disclosed disclosed,
            boolean little,
            @Nullable ObservationKey after,
            int limit) {
        return little
                ? byPosition(filter, from, disclosed, after, limit)
                : byKey(filter, from, disclosed, after, limit);
    }

    private List<ChangeView> byPosition(
            ObservationFilter filter, long from, Disclosed disclosed, @Nullable ObservationKey after, int limit) {
        Narrowing narrowing = narrowing(filter, from, disclosed);
        if (!filter.indicators().isEmpty()) {
            List<String> codes = IndicatorCodes.asked(filter);
            narrowing.and(
                    "o.indicator in (" + String.join(", ", Collections.nCopies(codes.size(), "?")) + ")",
                    codes.toArray());
        }
        if (after != null) {
            narrowing.and(
                    "(o.indicator, o.gebied, o.period) > (?, ?, ?)", after.indicator(), after.gebied(), after.period());
        }
        return read(narrowing, disclosed, limit);
    }

    private List<ChangeView> byKey(
            ObservationFilter filter, long from, Disclosed disclosed, @Nullable ObservationKey after, int limit) {
        List<ChangeView> changes = new ArrayList<>();
        for (String indicator : IndicatorCodes.of(filter, jdbc, disclosed.position())) {
            int place = after == null ? 1 : indicator.compareTo(after.indicator());
            if (place >= 0 && changes.size() < limit) {
                Narrowing narrowing = narrowing(filter, from, disclosed);
                narrowing.and("o.indicator = ?", indicator);
                if (after != null && place == 0) {
                    narrowing.and(
                            "o.gebied >= ? and (o.gebied > ? or o.period > ?)",
                            after.gebied(),
                            after.gebied(),
                            after.period());
                }
                changes.addAll(read(narrowing, disclosed, limit - changes.size()));
            }
        }
        return changes;
    }

    private static Narrowing narrowing(ObservationFilter filter, long from, Disclosed disclosed) {
        Narrowing narrowing = new Narrowing(disclosed);
        narrowing.to(filter);
        narrowing.join(BEFORE, from, from);
        if (disclosed.mayHide()) {
            long to = disclosed.position();
            narrowing.join(HIDDEN_BEFORE, from, from);
            narrowing.and("(o.from_position > ? or " + WAS_HIDDEN_OR_SHOWN + ")", from, from, to, from, to);
        } else {
            narrowing.and("o.from_position > ?", from);
        }
        narrowing.and(differs(disclosed));
        return narrowing;
    }

    private static String differs(Disclosed disclosed) {
        return "(b.status is null or " + before("status", disclosed) + " <> " + after("status", disclosed) + " or "
                + before("obs_value", disclosed) + " is distinct from " + after("obs_value", disclosed) + " or "
                + before("missing_reason", disclosed) + " is distinct from " + after("missing_reason", disclosed) + ")";
    }

    private static String before(String column, Disclosed disclosed) {
        return shown("b." + column, "sb.kind is not null", disclosed);
    }

    private static String after(String column, Disclosed disclosed) {
        return shown("o." + column, "s.kind is not null", disclosed);
    }

    /** A column as it is shown where it may be hidden. */
    private static String shown(String column, String hidden, Disclosed disclosed) {
        if (!disclosed.mayHide()) {
            return column;
        }
        String instead = column.endsWith("status") ? "'MISSING'" : column.endsWith("reason") ? "'SUPPRESSED'" : "null";
        return "case when " + hidden + " then " + instead + " else " + column + " end";
    }

    private static String columns(Disclosed disclosed) {
        StringBuilder columns = new StringBuilder(
                "o.indicator, o.gebied, o.period, o.from_position," + " b.from_position as from_position_before");
        for (String column : List.of("obs_value", "status", "missing_reason")) {
            columns.append(", ").append(after(column, disclosed)).append(" as ").append(column);
            columns.append(", ")
                    .append(shown("b." + column, HIDDEN_BEFORE_OR_SINCE, disclosed))
                    .append(" as ")
                    .append(column)
                    .append("_before");
        }
        return columns.toString();
    }

    private List<ChangeView> read(Narrowing narrowing, Disclosed disclosed, int limit) {
        return jdbc.sql("select " + columns(disclosed) + narrowing.sql()
                        + " order by o.indicator, o.gebied, o.period fetch first ? rows only")
                .params(narrowing.params())
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static ChangeView view(ResultSet row) throws SQLException {
        ObservationKey key =
                new ObservationKey(row.getString("indicator"), row.getString("gebied"), row.getString("period"));
        Standing before = row.getObject("from_position_before") == null ? null : standing(row, "_before");
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
