package nl.gebiedsmonitor.api.observation.writing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A Parquet file, made by DuckDB in memory of its own, which spills to a folder when it is full. It may write the file and that
 * folder, and load, fetch or reach nothing else.
 */
final class ParquetFile {

    /** A row is some 100 bytes until it is packed. */
    private static final String MEMORY = "256MB";

    private static final String TABLE = "observation";

    private static final String COLUMNS =
            "indicator varchar not null, gebied varchar not null, period varchar not null,"
                    + " period_start date not null, value double, status varchar not null, missing_reason varchar";

    /** Tells a failure of DuckDB through the consumer of rows. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    private final DuckDBAppender appender;
    private final Map<String, LocalDate> starts = new HashMap<>();

    private ParquetFile(DuckDBAppender appender) {
        this.appender = appender;
    }

    /**
     * Makes a file of rows.
     *
     * @param file does not exist yet
     * @param spill a folder that need not exist
     */
    static void make(Consumer<Consumer<ObservationView>> rows, Path file, Path spill) {
        try (DuckDBConnection database =
                        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings(spill));
                Statement statement = database.createStatement()) {
            statement.execute("set allowed_paths = [" + quoted(file) + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
            statement.execute("create table " + TABLE + " (" + COLUMNS + ")");
            try (DuckDBAppender appender = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE)) {
                rows.accept(new ParquetFile(appender)::append);
            }
            statement.execute("copy " + TABLE + " to " + quoted(file) + " (format parquet, compression zstd)");
        } catch (SQLException failed) {
            throw new Failed(failed);
        }
    }

    private static Properties settings(Path spill) {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", spill.toString());
        return settings;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private void append(ObservationView view) {
        try {
            appender.beginRow()
                    .append(view.indicator())
                    .append(view.gebied())
                    .append(view.period())
                    .append(starts.computeIfAbsent(
                            view.period(), period -> new Period(period).start().atDay(1)));
            if (view.value() == null) {
                appender.appendNull();
            } else {
                appender.append(view.value().doubleValue());
            }
            appender.append(view.status().name());
            if (view.missingReason() == null) {
                appender.appendNull();
            } else {
                appender.append(view.missingReason().name());
            }
            appender.endRow();
        } catch (SQLException failed) {
            throw new Failed(failed);
        }
    }
}
