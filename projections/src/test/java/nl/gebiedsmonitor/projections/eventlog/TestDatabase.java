package nl.gebiedsmonitor.projections.eventlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The databases that the log lives in; a test that holds on one holds on the other. */
public enum TestDatabase {
    H2("") {
        @Override
        String url(Path directory) {
            return "jdbc:h2:file:" + directory.resolve("log")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
        }
    },
    POSTGRESQL("collate \"C\"") {
        @Override
        String url(Path directory) {
            return newDatabase();
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final String bytewise;

    TestDatabase(String bytewise) {
        this.bytewise = bytewise;
    }

    abstract String url(Path directory);

    /** A new log without events, in a database of its own. */
    public TestLog open(Path directory) {
        return openAt("latest", directory);
    }

    /** The same as it was made by an earlier migration; {@link #migrate} brings it up to date. */
    public TestLog openAt(String version, Path directory) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(directory));
        config.setUsername(this == H2 ? "sa" : "postgres");
        config.setPassword(this == H2 ? "" : "postgres");
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        HikariDataSource dataSource = new HikariDataSource(config);
        migrate(dataSource, version);
        return new TestLog(dataSource);
    }

    public void migrate(TestLog log) {
        migrate(log.database(), "latest");
    }

    private void migrate(DataSource dataSource, String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Map.of("bytewise", bytewise))
                .target(version)
                .load()
                .migrate();
    }

    private static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "log" + DATABASES.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
