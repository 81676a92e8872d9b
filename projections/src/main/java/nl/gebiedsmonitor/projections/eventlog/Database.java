package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** What differs between the databases that the log can live in. */
enum Database {
    /** Commits reach the file when it is told to; one process owns the file, so it knows what is durable. */
    H2,
    /** A commit is on disk before it is visible; several processes may append. */
    POSTGRESQL;

    static Database of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
            return valueOf(product);
        }
    }

    /** Makes what this connection committed outlive the process and the power. */
    void makeDurable(Connection connection) throws SQLException {
        if (this == H2) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    /** Whether others than this process may have appended. */
    boolean isShared() {
        return this == POSTGRESQL;
    }
}
