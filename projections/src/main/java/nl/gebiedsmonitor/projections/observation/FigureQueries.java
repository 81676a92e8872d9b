package nl.gebiedsmonitor.projections.observation;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.gebied.CodeRange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks figures up that others are made of, each by its key, as they stood and were shown at a position. */
public final class FigureQueries {

    private final JdbcClient jdbc;

    public FigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The figures of some indicators for some gebieden. One that is suppressed is there, without its value.
     *
     * @param periods only of these; of all when empty
     */
    public FigureTable figures(
            Collection<IndicatorCode> indicators,
            Collection<GebiedCode> gebieden,
            Collection<Period> periods,
            long position) {
        FigureTable table = new FigureTable();
        for (IndicatorCode indicator : indicators) {
            read(table, indicator, gebieden, periods, position);
        }
        return table;
    }

    /**
     * Looks the figures of one more indicator up, and tells whether there are any.
     *
     * @param periods only of these; of all when empty
     */
    public boolean read(
            FigureTable table,
            IndicatorCode indicator,
            Collection<GebiedCode> gebieden,
            Collection<Period> periods,
            long position) {
        Set<String> wanted = gebieden.stream().map(GebiedCode::value).collect(toSet());
        Disclosed disclosed = Disclosed.of(jdbc, indicator, position);
        String ofPeriods = periods.isEmpty()
                ? ""
                : " and o.period in (" + String.join(", ", Collections.nCopies(periods.size(), "?")) + ")";
        String sql = "select o.gebied, o.period, o.obs_value, o.status, o.missing_reason, " + disclosed.column()
                + " from observation o" + disclosed.join()
                + " where o.indicator = ? and o.gebied between ? and ? and " + Versions.validIn("o") + ofPeriods;
        boolean any = false;
        for (CodeRange range : CodeRange.of(gebieden)) {
            List<Object> params = new ArrayList<>(disclosed.params());
            params.add(indicator.value());
            params.add(range.first().value());
            params.add(range.last().value());
            params.addAll(Versions.params(position));
            periods.forEach(period -> params.add(period.value()));
            any |= jdbc.sql(sql)
                    .params(params)
                    .query((row, _) -> wanted.contains(row.getString("gebied")) && put(table, indicator, row))
                    .list()
                    .contains(true);
        }
        return any;
    }

    private static boolean put(FigureTable table, IndicatorCode indicator, ResultSet row) throws SQLException {
        table.put(
                indicator,
                new GebiedCode(row.getString("gebied")),
                new Period(row.getString("period")),
                Disclosed.figure(row));
        return true;
    }
}
