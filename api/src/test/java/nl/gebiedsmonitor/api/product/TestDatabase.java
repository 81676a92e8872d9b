package nl.gebiedsmonitor.api.product;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The databases that the product runs on; a test that holds on one holds on the other. */
public enum TestDatabase {
    H2 {
        @Override
        public List<String> arguments(Path dataDir) {
            return List.of("--gebiedsmonitor.data-dir=" + dataDir);
        }
    },
    POSTGRESQL {
        @Override
        public List<String> arguments(Path dataDir) {
            return List.of(
                    "--gebiedsmonitor.data-dir=" + dataDir,
                    "--spring.profiles.active=postgres",
                    "--spring.datasource.url=" + newDatabase(),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** The arguments that make the product run on a new, empty database of this kind. */
    public abstract List<String> arguments(Path dataDir);

    private static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            }
            String name = "gebiedsmonitor" + DATABASES.incrementAndGet();
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
