package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whoever follows the feed while others write sees every event once, in order, and each acknowledged one. */
class FeedUnderWritersTest {

    private static final int WRITERS = 8;

    /** How each of the readers asks. */
    private static final List<String> READERS = List.of("limit=7", "limit=500", "limit=20&wait=1", "stream");

    private static final int COMMANDS_PER_WRITER = 150;

    private record Seen(List<Long> positions, List<String> ids) {

        Seen() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(JsonNode event) {
            positions.add(event.get("position").asLong());
            ids.add(event.get("id").asString());
        }

        boolean isBefore(long last) {
            return positions.isEmpty() || positions.getLast() < last;
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_reader_ever_skips_or_repeats_an_event(TestDatabase database) throws Exception {
        try (Product product = start(database.arguments(Product.newDataDir()))) {
            assertThatReadersSeeEverything(List.of(product.client()));
        }
    }

    @Test
    void nor_does_one_when_two_processes_write_to_one_database() throws Exception {
        List<String> arguments = TestDatabase.POSTGRESQL.arguments(Product.newDataDir());
        try (Product one = start(arguments);
                Product other = start(arguments)) {
            assertThatReadersSeeEverything(List.of(one.client(), other.client()));
        }
    }

    private static Product start(List<String> arguments) {
        return Product.start(
                arguments,
                "--gebiedsmonitor.sample-data=false",
                "--gebiedsmonitor.patience=60s",
                "--gebiedsmonitor.feed.heartbeat=500ms");
    }

    private static void assertThatReadersSeeEverything(List<Client> clients) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS.size())) {
            AtomicLong last = new AtomicLong(Long.MAX_VALUE);
            List<Future<Seen>> readers = submit(
                    threads,
                    READERS.size(),
                    reader -> () -> follow(clients.get(reader % clients.size()), last, READERS.get(reader)));
            List<Future<List<Long>>> writers =
                    submit(threads, WRITERS, writer -> () -> write(clients.get(writer % clients.size()), writer));

            List<Long> acknowledged = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                acknowledged.addAll(writer.get());
            }
            last.set(acknowledged.stream().max(Long::compare).orElseThrow());

            for (Future<Seen> reader : readers) {
                Seen seen = reader.get();
                assertThat(seen.positions())
                        .isEqualTo(LongStream.rangeClosed(1, last.get()).boxed().toList());
                assertThat(seen.ids()).doesNotHaveDuplicates();
                assertThat(seen.positions()).containsAll(acknowledged);
            }
        }
    }

    private interface Task<T> {
        Callable<T> of(int number);
    }

    private static <T> List<Future<T>> submit(ExecutorService threads, int count, Task<T> task) {
        List<Future<T>> futures = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            futures.add(threads.submit(task.of(number)));
        }
        return futures;
    }

    /** Registers gebieden one by one and, every tenth time, a bulk of them. */
    private static List<Long> write(Client client, int writer) {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < COMMANDS_PER_WRITER; i++) {
            String body =
                    i % 10 == 9 ? "[" + gebied(writer, i, 0) + "," + gebied(writer, i, 1) + "]" : gebied(writer, i, 0);
            Answer answer = client.post("/v1/gebieden", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            positions.add(answer.position());
        }
        return positions;
    }

    private static String gebied(int writer, int number, int part) {
        return "{\"code\":\"BU%04d%03d%d\",\"name\":\"Buurt\",\"type\":\"BUURT\"}".formatted(writer + 1, number, part);
    }

    /** Reads in a way of its own until the last acknowledged event is seen. */
    private static Seen follow(Client client, AtomicLong last, String how) {
        return how.equals("stream") ? stream(client, last) : page(client, last, "/v1/feed?" + how);
    }

    private static Seen page(Client client, AtomicLong last, String first) {
        Seen seen = new Seen();
        String next = first;
        while (seen.isBefore(last.get())) {
            Answer page = client.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().forEach(seen::add);
            next = page.next().orElseThrow();
        }
        return seen;
    }

    /** Is cut off after some events, time and again, and goes on from there. */
    private static Seen stream(Client client, AtomicLong last) {
        Seen seen = new Seen();
        URI address = client.get("/v1/feed?limit=1").response().uri().resolve("/v1/feed/stream");
        while (seen.isBefore(last.get())) {
            String id = seen.positions().isEmpty()
                    ? "0"
                    : seen.positions().getLast().toString();
            int cutOffAt = seen.positions().size() + 200;
            try (StreamReader reader = StreamReader.open(address, "Last-Event-ID", id)) {
                while (seen.isBefore(last.get()) && seen.positions().size() < cutOffAt) {
                    reader.next(_ -> true)
                            .lines()
                            .filter(line -> line.startsWith("data: "))
                            .forEach(line -> seen.add(Client.read(line.substring("data: ".length()))));
                }
            }
        }
        return seen;
    }
}
