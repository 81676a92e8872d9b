package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cursor that was given before a restore, a move to another database or a rebuild leads on from the same place. */
class RestoredFeedTest {

    private static final String[] OPTIONS = {
        "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.public-url=https://monitor.example"
    };

    private static final String FILTERED = "/v1/feed?limit=1000&within=GM6395&types=indicator-recorded";

    /** What a reader had by then. */
    private record Had(String all, String filtered, String half, long head, String next) {}

    @ParameterizedTest
    @EnumSource
    void after_a_restore_of_a_copy(TestDatabase database) throws IOException {
        List<String> arguments = database.arguments(Product.newDataDir());
        Had had = fill(arguments);
        List<String> copy = database.copy(arguments, Product.newDataDir());
        assertGoesOn(copy, had);
    }

    @ParameterizedTest
    @EnumSource
    void after_a_move_to_another_database(TestDatabase database) throws SQLException {
        List<String> arguments = database.arguments(Product.newDataDir());
        Had had = fill(arguments);
        TestDatabase other = database == TestDatabase.H2 ? TestDatabase.POSTGRESQL : TestDatabase.H2;
        List<String> moved = other.arguments(Product.newDataDir());
        Product.start(moved, OPTIONS).close();
        try (Connection from = database.connect(arguments);
                Connection to = other.connect(moved)) {
            empty(to);
            for (String table : List.of("event", "event_clock", "stream_head", "acknowledgement")) {
                copyRows(table, from, to);
            }
        }
        assertGoesOn(moved, had);
    }

    @ParameterizedTest
    @EnumSource
    void after_read_models_are_made_anew(TestDatabase database) throws SQLException {
        List<String> arguments = database.arguments(Product.newDataDir());
        Had had = fill(arguments);
        try (Connection connection = database.connect(arguments);
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "gebied_member",
                    "gebied_successor",
                    "gebied_within",
                    "gebied",
                    "indicator",
                    "observation",
                    "suppression",
                    "score_model",
                    "score")) {
                statement.execute("delete from " + table);
            }
            statement.execute("update projection set position = 0");
        }
        assertGoesOn(arguments, had);
    }

    private static Had fill(List<String> arguments) {
        try (Product product = Product.start(arguments, OPTIONS)) {
            Clerk clerk = new Clerk(product.client());
            clerk.register("GM6395", "BU63950101", "BU63950102", "GM6396");
            clerk.define("RST-A", "\"aggregation\":\"SUM\"", "\"disclosureThreshold\":5");
            clerk.deliver("RST-A", "GM6395 2024 90", "BU63950101 2024 3", "BU63950102 2024 87", "GM6396 2024 4");
            clerk.correct("RST-A", "BU63950102 2024 80");
            String all = clerk.read("/v1/feed?limit=1000").text();
            Answer half = clerk.read("/v1/feed?limit=4");
            return new Had(
                    all, clerk.read(FILTERED).text(), clerk.read(path(half)).text(), clerk.position(), path(half));
        }
    }

    private static void assertGoesOn(List<String> arguments, Had had) {
        try (Product product = Product.start(arguments, OPTIONS)) {
            Client client = product.client();
            String waiting = Long.toString(had.head());
            assertThat(client.get("/v1/feed?limit=1000", "Min-Event-Position", waiting)
                            .text())
                    .isEqualTo(had.all());
            assertThat(client.get(FILTERED).text()).isEqualTo(had.filtered());
            assertThat(client.get(had.next()).text()).isEqualTo(had.half());
            Town town = new Town(product);
            try (StreamReader stream = town.stream("", "Last-Event-ID", waiting)) {
                long next = town.grow();
                assertThat(next).isEqualTo(had.head() + 1);
                assertThat(stream.positionsUpTo(next)).containsExactly(next);
            }
        }
    }

    private static String path(Answer page) {
        String link = page.next().orElseThrow();
        return link.substring(link.indexOf("/v1/"));
    }

    /** All tables but the one in which Flyway notes how they were made. */
    private static void empty(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet tables = connection
                        .createStatement()
                        .executeQuery("select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE' and table_name not like 'flyway%'"
                                + " order by table_name desc")) {
            while (tables.next()) {
                statement.execute("delete from " + tables.getString(1));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void copyRows(String table, Connection from, Connection to) throws SQLException {
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            try (PreparedStatement insert =
                    to.prepareStatement("insert into " + table + " values (?" + ", ?".repeat(columns - 1) + ")")) {
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setObject(i, value(rows, i));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnLabel(column)) {
            case "recorded_at" -> row.getObject(column, OffsetDateTime.class);
            case "payload", "metadata" -> row.getBytes(column);
            case "body" -> row.getString(column);
            default -> row.getObject(column);
        };
    }
}
