package nl.gebiedsmonitor.projections.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.observation.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about what the figures of each indicator are about. */
public final class CoverageQueries {

    private static final String SQL = """
            select indicator, min(gebied) as a_gebied, min(period) as first_period, max(period) as last_period
            from (select indicator, substring(gebied, 1, 1) as kind, gebied, period
                  from observation where from_position > ? and from_position <= ?) o
            group by indicator, kind
            """;

    /** What changes a dataset: a figure, one that is hidden or shown again, and the definition. */
    private static final String CHANGED = """
            select c.indicator, e.recorded_at
            from (select indicator, max(position) as position
                  from (select indicator, max(from_position) as position from observation
                        where from_position > ? and from_position <= ? group by indicator
                        union all select indicator, from_position from suppression
                        where from_position > ? and from_position <= ?
                        union all select indicator, to_position from suppression
                        where to_position > ? and to_position <= ?
                        union all select code, from_position from indicator
                        where from_position > ? and from_position <= ?) changes
                  group by indicator) c
            join event e on e.position = c.position
            """;

    /**
     * What there are figures about.
     *
     * @param types of the gebieden
     */
    public record Coverage(Period first, Period last, Set<GebiedType> types) {

        /** What this and another cover together. */
        public Coverage and(Coverage other) {
            Set<GebiedType> all = EnumSet.copyOf(types);
            all.addAll(other.types);
            return new Coverage(
                    first.compareTo(other.first) <= 0 ? first : other.first,
                    last.compareTo(other.last) >= 0 ? last : other.last,
                    all);
        }
    }

    private final JdbcClient jdbc;

    public CoverageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the figures cover that came in after a position and not beyond another, by the code of their indicator. Since
     * figures never go away, what is covered up to a position is what was covered before and what came in since.
     */
    public Map<String, Coverage> between(long after, long upTo) {
        Map<String, Coverage> covered = new HashMap<>();
        jdbc.sql(SQL)
                .params(after, upTo)
                .query((row, _) -> covered.merge(row.getString("indicator"), read(row), Coverage::and))
                .list();
        return covered;
    }

    /** When the figures of an indicator or what is said of them last changed, between two positions, by its code. */
    public Map<String, Instant> changedBetween(long after, long upTo) {
        Map<String, Instant> changed = new HashMap<>();
        jdbc.sql(CHANGED)
                .params(after, upTo, after, upTo, after, upTo, after, upTo)
                .query((row, _) -> changed.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return changed;
    }

    private static Coverage read(ResultSet row) throws SQLException {
        return new Coverage(
                new Period(row.getString("first_period")),
                new Period(row.getString("last_period")),
                EnumSet.of(new GebiedCode(row.getString("a_gebied")).type()));
    }
}
