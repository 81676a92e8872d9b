package nl.gebiedsmonitor.api.product;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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

        @Override
        public List<String> copy(List<String> arguments, Path dataDir) throws IOException {
            Files.createDirectories(dataDir);
            Files.copy(Path.of(value(arguments, "data-dir"), FILE), dataDir.resolve(FILE));
            return arguments(dataDir);
        }

        @Override
        public Connection connect(List<String> arguments) throws SQLException {
            String file = value(arguments, "data-dir") + "/gebiedsmonitor";
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "sa",
                    "");
        }
    },
    POSTGRESQL {
        @Override
        public List<String> arguments(Path dataDir) {
            return arguments(dataDir, newDatabase(""));
        }

        private static List<String> arguments(Path dataDir, String url) {
            return List.of(
                    "--gebiedsmonitor.data-dir=" + dataDir,
                    "--spring.profiles.active=postgres",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }

        @Override
        public List<String> copy(List<String> arguments, Path dataDir) {
            String url = value(arguments, "datasource.url");
            String name = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
            return arguments(dataDir, newDatabase(" template " + name));
        }

        @Override
        public Connection connect(List<String> arguments) throws SQLException {
            return DriverManager.getConnection(value(arguments, "datasource.url"), "postgres", "postgres");
        }
    };

    private static final String FILE = "gebiedsmonitor.mv.db";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** The arguments that make the product run on a new, empty database of this kind. */
    public abstract List<String> arguments(Path dataDir);

    /** The arguments that make the product run on a copy of a database that no product runs on. */
    public abstract List<String> copy(List<String> arguments, Path dataDir) throws IOException;

    /** A way into a database that no product runs on. */
    public abstract Connection connect(List<String> arguments) throws SQLException;

    private static String value(List<String> arguments, String setting) {
        return arguments.stream()
                .filter(argument -> argument.contains("." + setting + "="))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static synchronized String newDatabase(String more) {
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
                statement.execute("create database " + name + more);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
