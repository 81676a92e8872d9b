package nl.gebiedsmonitor.projections.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a question about observations {@code o} leaves out what is hidden at a position. Where nothing ever was, as of most
 * indicators, it costs nothing.
 */
final class Disclosed {

    private static final String NOTHING_HIDDEN = "cast(null as varchar(10)) as hidden";

    private static final String HIDDEN = "s.kind as hidden";

    private static final String JOIN = " left join suppression s on s.indicator = o.indicator and s.period = o.period"
            + " and s.gebied = o.gebied and " + Versions.validIn("s");

    private final boolean mayHide;
    private final long position;

    private Disclosed(boolean mayHide, long position) {
        this.mayHide = mayHide;
        this.position = position;
    }

    static Disclosed of(JdbcClient jdbc, IndicatorCode indicator, long position) {
        return new Disclosed(
                jdbc.sql("select 1 from suppression where indicator = ? fetch first 1 row only")
                        .param(indicator.value())
                        .query(Integer.class)
                        .optional()
                        .isPresent(),
                position);
    }

    static Disclosed ofAny(JdbcClient jdbc, long position) {
        return new Disclosed(
                jdbc.sql("select 1 from suppression fetch first 1 row only")
                        .query(Integer.class)
                        .optional()
                        .isPresent(),
                position);
    }

    boolean mayHide() {
        return mayHide;
    }

    long position() {
        return position;
    }

    /** The column that tells {@link #figure} what is hidden. */
    String column() {
        return mayHide ? HIDDEN : NOTHING_HIDDEN;
    }

    /** What comes after the other tables, and takes the {@link #params()}. */
    String join() {
        return mayHide ? JOIN : "";
    }

    List<Object> params() {
        return mayHide ? Versions.params(position) : List.of();
    }

    /** The figure in a row as it is shown. */
    static Figure figure(ResultSet row) throws SQLException {
        return figure(row, row.findColumn("obs_value"), row.findColumn("hidden"));
    }

    /**
     * The figure in a row as it is shown.
     *
     * @param value the number of the column with the value, before those with the status and the reason
     * @param hidden the number of the column that tells whether it is hidden
     */
    static Figure figure(ResultSet row, int value, int hidden) throws SQLException {
        if (row.getString(hidden) != null) {
            return new Figure(null, ObsStatus.MISSING, MissingReason.SUPPRESSED);
        }
        double number = row.getDouble(value);
        boolean isMissing = row.wasNull();
        String reason = isMissing ? row.getString(value + 2) : null;
        return new Figure(
                isMissing ? null : number,
                ObsStatus.valueOf(row.getString(value + 1)),
                reason == null ? null : MissingReason.valueOf(reason));
    }
}
