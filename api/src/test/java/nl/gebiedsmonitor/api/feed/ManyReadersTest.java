package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many may wait at little cost. */
class ManyReadersTest {

    private static final int READERS = 1_000;

    @ParameterizedTest
    @EnumSource
    void a_thousand_who_wait_hold_no_connection_and_no_thread_and_all_get_what_comes(TestDatabase database)
            throws Exception {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Town town = new Town(product);
            long head = town.grow();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            List<StreamReader> readers = new ArrayList<>();
            try (ExecutorService opening = Executors.newFixedThreadPool(8)) {
                List<Future<StreamReader>> opened = new ArrayList<>();
                for (int i = 0; i < READERS; i++) {
                    String filter = i % 2 == 0 ? "" : "&within=GM6301";
                    opened.add(opening.submit(() -> town.stream("?after=" + head + filter)));
                }
                for (Future<StreamReader> reader : opened) {
                    readers.add(reader.get());
                }
            }
            try {
                town.awaitReaders(READERS);
                HikariDataSource pool = product.bean(HikariDataSource.class);
                Town.await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
                assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + READERS / 4);

                long last = town.grow(10);
                for (StreamReader reader : readers) {
                    assertThat(reader.positionsUpTo(last)).hasSize(10).isSorted();
                }
            } finally {
                readers.forEach(StreamReader::close);
            }
        }
    }
}
