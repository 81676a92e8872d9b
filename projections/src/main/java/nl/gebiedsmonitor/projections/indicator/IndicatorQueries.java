package nl.gebiedsmonitor.projections.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about the definitions of indicators. */
public final class IndicatorQueries {

    private final JdbcClient jdbc;

    public IndicatorQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<IndicatorView> find(IndicatorCode code) {
        return jdbc.sql("select * from indicator where code = ?")
                .param(code.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /** Indicators in order of their codes, those after {@code after} when given. */
    public List<IndicatorView> list(@Nullable String after, int limit) {
        return jdbc.sql("select * from indicator where code > ? order by code fetch first ? rows only")
                .params(after == null ? "" : after, limit)
                .query((row, _) -> view(row))
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
                        row.getString("source")),
                row.getObject("retired_on", LocalDate.class));
    }
}
