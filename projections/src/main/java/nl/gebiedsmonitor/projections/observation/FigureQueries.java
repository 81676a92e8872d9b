package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks figures up that others are made of, each by its key, as they stood and were shown at a position. */
public final class FigureQueries {

    private static final int GEBIEDEN_PER_QUERY = 500;

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
        List<GebiedCode> codes = List.copyOf(gebieden);
        for (IndicatorCode indicator : indicators) {
            for (int from = 0; from < codes.size(); from += GEBIEDEN_PER_QUERY) {
                List<GebiedCode> some = codes.subList(from, Math.min(from + GEBIEDEN_PER_QUERY, codes.size()));
                read(table, indicator, some, periods, position);
            }
        }
        return table;
    }

    private void read(
            FigureTable table,
            IndicatorCode indicator,
            List<GebiedCode> gebieden,
            Collection<Period> periods,
            long position) {
        Disclosed disclosed = Disclosed.of(jdbc, indicator, position);
        List<Object> params = new ArrayList<>(values(gebieden));
        params.addAll(disclosed.params());
        params.add(indicator.value());
        params.addAll(Versions.params(position));
        periods.forEach(period -> params.add(period.value()));
        String ofPeriods = periods.isEmpty()
                ? ""
                : " and o.period in (" + String.join(", ", Collections.nCopies(periods.size(), "?")) + ")";
        jdbc.sql("select o.gebied, o.period, o.obs_value, o.status, o.missing_reason, " + disclosed.column() + " from "
                        + wanted(gebieden) + " join observation o on o.gebied = wanted.code" + disclosed.join()
                        + " where o.indicator = ? and " + Versions.validIn("o") + ofPeriods)
                .params(params)
                .query((row, _) -> table.put(
                        indicator,
                        new GebiedCode(row.getString("gebied")),
                        new Period(row.getString("period")),
                        Disclosed.figure(row)))
                .list();
    }

    private static String wanted(List<GebiedCode> gebieden) {
        return "(values " + String.join(", ", Collections.nCopies(gebieden.size(), "(cast(? as varchar(60)))"))
                + ") wanted (code)";
    }

    private static List<String> values(List<GebiedCode> gebieden) {
        return gebieden.stream().map(GebiedCode::value).toList();
    }
}
