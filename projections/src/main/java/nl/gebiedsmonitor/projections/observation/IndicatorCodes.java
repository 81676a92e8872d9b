package nl.gebiedsmonitor.projections.observation;

import java.util.List;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The indicators that a question is about, in order: figures are read one indicator after another. */
final class IndicatorCodes {

    private IndicatorCodes() {}

    /** Those that are asked for, or else all that are defined. */
    static List<String> of(ObservationFilter filter, JdbcClient jdbc, long position) {
        return filter.indicators().isEmpty() ? all(jdbc, position) : asked(filter);
    }

    /** Those that are asked for, each once. */
    static List<String> asked(ObservationFilter filter) {
        return filter.indicators().stream()
                .map(IndicatorCode::value)
                .distinct()
                .sorted()
                .toList();
    }

    /** All that are defined. */
    static List<String> all(JdbcClient jdbc, long position) {
        return jdbc.sql("select code from indicator i where " + Versions.validIn("i") + " order by code")
                .params(Versions.params(position))
                .query(String.class)
                .list();
    }
}
