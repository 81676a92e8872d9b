package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.bench.Pc4File.Figure;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;

/** The raw limit: the table of observations as the migrations make it, in an H2 file, filled by plain JDBC batches. */
final class PlainTable implements AutoCloseable {

    private static final int ROWS_PER_BATCH = 1000;
    private static final Pattern TABLE = Pattern.compile("create table observation \\(.*?\\n\\);", Pattern.DOTALL);

    private final Connection connection;

    PlainTable(Path directory) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("plain")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition());
        }
        connection.commit();
    }

    private static String definition() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ObservationQueries.class.getResourceAsStream("/db/migration/V2__gebied_indicator_observation.sql"))) {
            Matcher matcher = TABLE.matcher(new String(in.readAllBytes(), UTF_8).replace("${bytewise}", ""));
            if (!matcher.find()) {
                throw new IllegalStateException("The migrations make no table of observations");
            }
            return matcher.group();
        }
    }

    /**
     * Inserts all and makes them durable. A commit a batch is the fastest that H2 knows: in one transaction the same
     * rows take twice as long.
     */
    void insert(List<Figure> figures, long position) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into observation (indicator, gebied, period, from_position, to_position, obs_value, status,
                    missing_reason, period_start)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int waiting = 0;
            for (Figure figure : figures) {
                set(insert, figure, position);
                insert.addBatch();
                if (++waiting == ROWS_PER_BATCH) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        connection.commit();
    }

    private static void set(PreparedStatement insert, Figure figure, long position) throws SQLException {
        insert.setString(1, figure.indicator());
        insert.setString(2, figure.gebied());
        insert.setString(3, Integer.toString(figure.year()));
        insert.setLong(4, position);
        insert.setLong(5, Long.MAX_VALUE);
        if (figure.value() == null) {
            insert.setNull(6, Types.DOUBLE);
            insert.setString(7, "MISSING");
            insert.setString(8, "NOT_PUBLISHED");
        } else {
            insert.setDouble(6, figure.value());
            insert.setString(7, "FINAL");
            insert.setString(8, null);
        }
        insert.setInt(9, figure.year() * 100 + 1);
    }

    /**
     * Reads the figures of some indicators in the order of their key, writes them as bytes of CSV, and counts these.
     *
     * @param position at which they are read: another one each time, or H2 gives its last result again without reading
     */
    long write(List<String> indicators, long position) throws SQLException {
        long bytes = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select indicator, gebied, period, obs_value, status from observation"
                        + " where indicator in (" + String.join(", ", Collections.nCopies(indicators.size(), "?"))
                        + ") and from_position <= ? and to_position > ? order by indicator, gebied, period")) {
            for (int i = 0; i < indicators.size(); i++) {
                select.setString(i + 1, indicators.get(i));
            }
            select.setLong(indicators.size() + 1, position);
            select.setLong(indicators.size() + 2, position);
            StringBuilder line = new StringBuilder();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    line.setLength(0);
                    line.append(row.getString(1))
                            .append(',')
                            .append(row.getString(2))
                            .append(',');
                    line.append(row.getString(3)).append(',');
                    double value = row.getDouble(4);
                    line.append(row.wasNull() ? "" : value)
                            .append(',')
                            .append(row.getString(5))
                            .append("\r\n");
                    bytes += line.toString().getBytes(UTF_8).length;
                }
            }
        }
        return bytes;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
