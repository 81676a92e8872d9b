package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which figures were updated after a position and up to another: those with a version that began since, and those that were
 * hidden or shown again. A few are looked up by their positions, without a look at all others.
 */
final class Updates {

    /** How many are a few, usually: four reads. */
    static final int FEW = 20_000;

    /** A suppression of the figure {@code o} that began or ended in between. */
    static final String HIDDEN_OR_SHOWN =
            "exists (select 1 from suppression c where c.indicator = o.indicator and c.period = o.period"
                    + " and c.gebied = o.gebied and (c.from_position > ? and c.from_position <= ?"
                    + " or c.to_position > ? and c.to_position <= ?))";

    /** The gebieden that lie inside another, but did not yet at a position. */
    static final String INSIDE_SINCE = "select w.inner_gebied from gebied_within w where w.outer_gebied = ? and "
            + Versions.validIn("w") + " and w.from_position > ?";

    private static final List<String> KEYS = List.of(
            keysOf("observation", "from_position"),
            keysOf("suppression", "from_position"),
            keysOf("suppression", "to_position"));

    private final JdbcClient jdbc;
    private final int few;

    /** @param few how many are looked up by their positions at most */
    Updates(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    private static String keysOf(String table, String bound) {
        return "select indicator, gebied, period from " + table + " where " + bound + " > ? and " + bound
                + " <= ? fetch first ? rows only";
    }

    /** Whether those of a filter are few: then {@link #few} are all of them. */
    boolean areFew(ObservationFilter filter, long after, long position) {
        for (String keys : KEYS) {
            long found = jdbc.sql("select count(*) from (" + keys + ") found")
                    .params(after, position, few + 1)
                    .query(Long.class)
                    .single();
            if (found > few) {
                return false;
            }
        }
        return filter.within() == null
                || jdbc.sql(INSIDE_SINCE + " fetch first 1 row only")
                        .params(filter.within().value(), position, position, after)
                        .query(String.class)
                        .optional()
                        .isEmpty();
    }

    /** Those of the indicators and gebieden of a filter, in order, each once. */
    List<ObservationKey> few(ObservationFilter filter, long after, long position) {
        Set<String> indicators = new HashSet<>(
                filter.indicators().stream().map(IndicatorCode::value).toList());
        Set<String> gebieden =
                new HashSet<>(filter.gebieden().stream().map(GebiedCode::value).toList());
        Set<ObservationKey> found = new TreeSet<>();
        for (String keys : KEYS) {
            jdbc.sql(keys).params(after, position, few).query(row -> {
                ObservationKey key = new ObservationKey(row.getString(1), row.getString(2), row.getString(3));
                if ((indicators.isEmpty() || indicators.contains(key.indicator()))
                        && (gebieden.isEmpty() || gebieden.contains(key.gebied()))) {
                    found.add(key);
                }
            });
        }
        return new ArrayList<>(found);
    }
}
