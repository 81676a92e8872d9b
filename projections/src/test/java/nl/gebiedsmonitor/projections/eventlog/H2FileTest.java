package nl.gebiedsmonitor.projections.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a kill leaves is seen by SigkillIT; here is what it rests on. */
class H2FileTest {

    private static long size(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void nothing_is_written_to_the_file_during_unbroken_work(@TempDir Path directory) throws Exception {
        try (TestLog log = TestDatabase.H2.open(directory);
                Connection connection = log.database().getConnection()) {
            log.log().makeDurable();
            Writers writer = new Writers();
            CompletableFuture<Boolean> written = H2File.of(connection).unbroken(() -> {
                JdbcClient.create(log.database())
                        .sql("insert into applied (position) select 1 from system_range(1, 100000)")
                        .update();
                long before = sizeOf(directory);
                CompletableFuture<Boolean> begun = writer.run(() -> {
                    log.log().makeDurable();
                    return true;
                });
                writer.awaitWaiting();
                assertThat(begun).isNotDone();
                assertThat(sizeOf(directory)).isEqualTo(before);
                return begun;
            });
            assertThat(written.join()).isTrue();
            assertThat(size(directory)).isGreaterThan(1_000_000);
        }
    }

    private static long sizeOf(Path directory) throws SQLException {
        try {
            return size(directory);
        } catch (Exception unreadable) {
            throw new SQLException(unreadable);
        }
    }

    @Test
    void work_that_fails_fails_as_it_would_alone_and_the_database_goes_on(@TempDir Path directory) throws Exception {
        try (TestLog log = TestDatabase.H2.open(directory);
                Connection connection = log.database().getConnection()) {
            H2File file = H2File.of(connection);
            assertThatThrownBy(() -> file.unbroken(() -> {
                        throw new SQLException("as before");
                    }))
                    .isExactlyInstanceOf(SQLException.class)
                    .hasMessage("as before");
            assertThatThrownBy(() -> file.unbroken(() -> {
                        throw new StackOverflowError("deep");
                    }))
                    .isExactlyInstanceOf(StackOverflowError.class);
            assertThat(log.append(TestEvents.event("a", 0))).isEqualTo(1);
        }
    }
}
