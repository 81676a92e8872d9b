package nl.gebiedsmonitor.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;

/**
 * How many events a second get a durable, gapless position when many writers store one event each: by the product's
 * appender, by a lock held until commit, by a sequencer behind the commits, and, as the limit, with an id that is no
 * position at all.
 */
final class AppendBenchmark {

    private static final int WRITERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private AppendBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        Path directory = ProductProcess.newDirectory();
        System.out.printf("%n%d writers, one event each time, durable before it is acknowledged%n", WRITERS);
        measure(
                "H2",
                "jdbc:h2:file:" + directory.resolve("append") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                        + ";DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                "");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            measure("PostgreSQL", server.getJdbcUrl("postgres", "postgres"), "postgres", "collate \"C\"");
        }
    }

    private static void measure(String database, String url, String user, String bytewise)
            throws SQLException, InterruptedException, ExecutionException {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(url);
            dataSource.setUsername(user);
            dataSource.setPassword(user.equals("sa") ? "" : user);
            dataSource.setMaximumPoolSize(WRITERS + 8);
            Flyway.configure()
                    .dataSource(dataSource)
                    .placeholders(Map.of("bytewise", bytewise))
                    .load()
                    .migrate();
            RawAppends raw = new RawAppends(dataSource, database.equals("H2"));
            double limit = rate(raw::withIdAlone);
            double locked = rate(raw::underLock);
            double sequenced;
            try (RawAppends.Sequencer sequencer = raw.sequencer()) {
                sequenced = rate(sequencer);
            }
            double grouped;
            try (ProductAppends product = new ProductAppends(dataSource)) {
                grouped = rate(product);
            }
            print(database, "an id alone (the limit, no position)", limit, limit);
            print(database, "a lock held until commit", locked, limit);
            print(database, "a sequencer behind the commits", sequenced, limit);
            print(database, "the appender of the product", grouped, limit);
        }
    }

    private static void print(String database, String way, double rate, double limit) {
        System.out.printf("%-10s  %-38s %,9.0f events/s   %5.2f of the limit%n", database, way, rate, rate / limit);
    }

    /** Appends with all writers at once, and answers how many events a second were acknowledged. */
    private static double rate(Appending appending) throws InterruptedException, ExecutionException {
        run(appending, WARM_UP);
        return run(appending, MEASURED) / (MEASURED.toMillis() / 1000.0);
    }

    private static long run(Appending appending, Duration duration) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<Long>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(() -> {
                    long appended = 0;
                    while (System.nanoTime() < end) {
                        appending.append();
                        appended++;
                    }
                    return appended;
                }));
            }
        }
        long appended = 0;
        for (Future<Long> writer : writers) {
            appended += writer.get();
        }
        return appended;
    }
}
