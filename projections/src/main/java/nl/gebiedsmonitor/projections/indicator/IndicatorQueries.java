package nl.gebiedsmonitor.projections.indicator;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about the definitions of indicators, each as it stood at a position. */
public final class IndicatorQueries {

    private final JdbcClient jdbc;

    public IndicatorQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<IndicatorView> find(IndicatorCode code, long position) {
        return jdbc.sql("select * from indicator i where code = ? and " + Versions.validIn("i"))
                .param(code.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row))
                .optional();
    }

    /** Indicators in order of their codes, those after {@code after} when given. */
    public List<IndicatorView> list(@Nullable String after, int limit, long position) {
        return jdbc.sql("select * from indicator i where code > ? and " + Versions.validIn("i")
                        + " order by code fetch first ? rows only")
                .param(after == null ? "" : after)
                .params(Versions.params(position))
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    /** The definitions of all indicators. */
    public List<IndicatorDefinition> all(long position) {
        return definitionsWhere("1 = 1", position);
    }

    /** The definitions of those of some indicators that are defined. */
    public Map<IndicatorCode, IndicatorDefinition> definitions(Collection<IndicatorCode> codes, long position) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from indicator i where code in ("
                        + String.join(", ", Collections.nCopies(codes.size(), "?")) + ") and "
                        + Versions.validIn("i"))
                .params(codes.stream().map(IndicatorCode::value).toList())
                .params(Versions.params(position))
                .query((row, _) -> view(row).definition())
                .list()
                .stream()
                .collect(toMap(IndicatorDefinition::code, definition -> definition));
    }

    /** The indicators with a disclosure threshold. */
    public List<IndicatorDefinition> withThreshold(long position) {
        return definitionsWhere("disclosure_threshold is not null", position);
    }

    /** The indicators with a disclosure threshold, and those that are rates of others. */
    public List<IndicatorDefinition> withThresholdOrRate(long position) {
        return definitionsWhere("(disclosure_threshold is not null or aggregation like 'RATE(%')", position);
    }

    private List<IndicatorDefinition> definitionsWhere(String condition, long position) {
        return jdbc.sql("select * from indicator i where " + condition + " and " + Versions.validIn("i")
                        + " order by code")
                .params(Versions.params(position))
                .query((row, _) -> view(row).definition())
                .list();
    }

    static IndicatorView view(ResultSet row) throws SQLException {
        return new IndicatorView(
                new IndicatorDefinition(
                        new IndicatorCode(row.getString("code")),
                        row.getString("name_nl"),
                        row.getString("name_en"),
                        row.getString("unit"),
                        Frequency.valueOf(row.getString("frequency")),
                        row.getString("dimension"),
                        Polarity.valueOf(row.getString("polarity")),
                        row.getObject("min_value", Double.class),
                        row.getObject("max_value", Double.class),
                        row.getObject("decimals", Integer.class),
                        new Aggregation(row.getString("aggregation")),
                        row.getString("source"),
                        row.getObject("disclosure_threshold", Double.class)),
                row.getObject("retired_on", LocalDate.class));
    }
}
