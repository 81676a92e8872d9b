package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Ways to store an event by plain JDBC, in tables of their own. */
final class RawAppends {

    private static final byte[] PAYLOAD =
            "{\"code\":\"BU02020314\",\"name\":\"Klarendal-Noord\",\"actor\":\"local\"}".getBytes(UTF_8);

    private final DataSource dataSource;
    private final boolean checkpoint;

    /** @param checkpoint whether a commit is durable only after a checkpoint */
    RawAppends(DataSource dataSource, boolean checkpoint) throws SQLException {
        this.dataSource = dataSource;
        this.checkpoint = checkpoint;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table raw_event (id bigint generated always as identity primary key,"
                    + " position bigint, event_id varchar(36) not null unique, payload bytea not null)");
            statement.execute("create index raw_event_by_position on raw_event (position)");
            statement.execute("create table raw_clock (one integer primary key, position bigint not null)");
            statement.execute("insert into raw_clock values (1, 0)");
        }
    }

    /** As fast as the database takes rows; the ids become visible out of their order. */
    void withIdAlone() throws SQLException {
        try (Connection connection = begin()) {
            insert(connection, 0);
            commit(connection);
        }
    }

    /** Numbered under a lock that is held until commit. */
    void underLock() throws SQLException {
        try (Connection connection = begin()) {
            long position = lock(connection) + 1;
            insert(connection, position);
            moveTo(connection, position);
            commit(connection);
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from raw_clock where one = 1 for update")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void moveTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update raw_clock set position = ? where one = 1")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    private static String insert(Connection connection, long position) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into raw_event (position, event_id, payload) values (?, ?, ?)")) {
            if (position == 0) {
                insert.setObject(1, null, java.sql.Types.BIGINT);
            } else {
                insert.setLong(1, position);
            }
            insert.setString(2, id);
            insert.setBytes(3, PAYLOAD);
            insert.executeUpdate();
        }
        return id;
    }

    private void commit(Connection connection) throws SQLException {
        connection.commit();
        if (checkpoint) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            connection.commit();
        }
    }

    Sequencer sequencer() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from raw_event");
            statement.execute("update raw_clock set position = 0");
        }
        return new Sequencer();
    }

    /** One thread that numbers what others have committed; each of them waits for its number. */
    final class Sequencer implements Appending, AutoCloseable {

        private final Map<String, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();
        private final Thread thread = Thread.ofPlatform().start(this::run);
        private volatile boolean closed;

        @Override
        public void append() throws SQLException {
            String id;
            CompletableFuture<Long> numbered;
            try (Connection connection = begin()) {
                id = insert(connection, 0);
                numbered = waiting.computeIfAbsent(id, _ -> new CompletableFuture<>());
                commit(connection);
            }
            numbered.join();
        }

        private void run() {
            while (!closed) {
                try {
                    number();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        }

        private void number() throws SQLException {
            try (Connection connection = begin();
                    PreparedStatement update =
                            connection.prepareStatement("update raw_event set position = ? where id = ?");
                    Statement select = connection.createStatement()) {
                long position = lock(connection);
                Map<String, Long> numbers = new java.util.HashMap<>();
                try (ResultSet rows =
                        select.executeQuery("select id, event_id from raw_event where position is null order by id")) {
                    while (rows.next()) {
                        numbers.put(rows.getString(2), ++position);
                        update.setLong(1, position);
                        update.setLong(2, rows.getLong(1));
                        update.addBatch();
                    }
                }
                update.executeBatch();
                moveTo(connection, position);
                commit(connection);
                numbers.forEach((id, number) -> waiting.remove(id).complete(number));
            }
        }

        @Override
        public void close() throws SQLException {
            closed = true;
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
