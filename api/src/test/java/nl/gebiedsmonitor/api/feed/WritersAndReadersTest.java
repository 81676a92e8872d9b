package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Eight write some 100,000 events (on PostgreSQL a quarter of that) while four follow them, each in its own way, and the
 * product is restarted in the middle: every reader sees every event once and in order, and each acknowledged one.
 */
class WritersAndReadersTest {

    private static final int WRITERS = 8;

    /**
     * A delivery makes an event for each, since each is a series of its own. Each delivery is of another indicator: of the
     * same one, all earlier events of these series would be read again every time.
     */
    private static final List<String> GEMEENTEN =
            IntStream.range(1, 451).mapToObj("GM%04d"::formatted).toList();

    @ParameterizedTest
    @CsvSource({"H2, 28, 100000", "POSTGRESQL, 7, 25000"})
    void every_reader_sees_every_event_once_and_in_order(TestDatabase database, int deliveriesPerWriter, long events)
            throws Exception {
        AtomicLong last = new AtomicLong(Long.MAX_VALUE);
        List<Seen> all = new ArrayList<>();
        try (HookReceiver receiver = new HookReceiver(new Seen("webhook", last));
                RestartableProduct product = new RestartableProduct(
                        database.arguments(Product.newDataDir()),
                        "--gebiedsmonitor.sample-data=false",
                        "--gebiedsmonitor.patience=60s",
                        "--gebiedsmonitor.webhooks.allowed-targets=" + receiver.target());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            receiver.subscribe(product);
            all.add(receiver.seen());
            List<Future<?>> readers = new ArrayList<>();
            for (FeedReader reader : FeedReader.values()) {
                Seen seen = new Seen(reader.toString(), last);
                all.add(seen);
                readers.add(threads.submit(() -> reader.follow(product, seen)));
            }
            last.set(write(product, threads, deliveriesPerWriter));
            for (Future<?> reader : readers) {
                reader.get();
            }
            receiver.seen().awaitComplete();
        }
        assertThat(last.get()).isGreaterThan(events);
        all.forEach(Seen::requireEveryEventOnceAndInOrder);
    }

    /** Lets all write, restarts the product when half is written, and answers the position of what came last. */
    private static long write(RestartableProduct product, ExecutorService threads, int deliveriesPerWriter)
            throws Exception {
        prepare(product, deliveriesPerWriter);
        CountDownLatch half = new CountDownLatch(WRITERS * deliveriesPerWriter / 2);
        List<Callable<Long>> writers = IntStream.range(0, WRITERS)
                .<Callable<Long>>mapToObj(writer -> () -> write(product, writer, deliveriesPerWriter, half))
                .toList();
        List<Future<Long>> written = writers.stream().map(threads::submit).toList();
        half.await();
        product.restart();
        long last = 0;
        for (Future<Long> one : written) {
            last = Math.max(last, one.get());
        }
        return last;
    }

    private static void prepare(RestartableProduct product, int deliveriesPerWriter) {
        String gemeenten = GEMEENTEN.stream()
                .map(code -> "{\"code\":\"" + code + "\",\"name\":\"" + code + "\",\"type\":\"GEMEENTE\"}")
                .collect(Collectors.joining(",", "[", "]"));
        requireTaken(product.whileItRestarts(client -> client.post("/v1/gebieden", gemeenten)));
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int number = 0; number < deliveriesPerWriter; number++) {
                String indicator = "{\"code\":\"" + indicator(writer, number)
                        + "\",\"nameNl\":\"Van een schrijver\",\"frequency\":\"YEAR\"}";
                requireTaken(product.whileItRestarts(client -> client.post("/v1/indicators", indicator)));
            }
        }
    }

    /** Delivers one after another; one that got no answer is sent again under the same key. */
    private static long write(RestartableProduct product, int writer, int deliveries, CountDownLatch half) {
        long position = 0;
        for (int number = 0; number < deliveries; number++) {
            String rows = rows(indicator(writer, number));
            String key = "writer-" + writer + "-" + number;
            Answer answer = product.whileItRestarts(client ->
                    client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString(rows), "Idempotency-Key", key));
            requireTaken(answer);
            assertThat(answer.position()).isGreaterThan(position);
            position = answer.position();
            half.countDown();
        }
        return position;
    }

    private static String rows(String indicator) {
        StringBuilder rows = new StringBuilder("indicator,gebied,period,value\n");
        for (String gemeente : GEMEENTEN) {
            rows.append(indicator).append(',').append(gemeente).append(",2024,1\n");
        }
        return rows.toString();
    }

    private static String indicator(int writer, int number) {
        return "WRITER-" + writer + "-" + number;
    }

    private static void requireTaken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }
}
