package nl.gebiedsmonitor.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events come to a reader of the stream as they are recorded, each of them once and in order. */
class StreamTest {

    private static final Map<TestDatabase, Product> NARROW = new EnumMap<>(TestDatabase.class);

    private static Product start(TestDatabase database, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--gebiedsmonitor.sample-data=false");
        return Product.start(database, all.toArray(String[]::new));
    }

    /** One with room for two readers, who are told soon how far they are; shared by the tests of this class. */
    private static synchronized Product narrow(TestDatabase database) {
        return NARROW.computeIfAbsent(
                database,
                kind -> start(kind, "--gebiedsmonitor.feed.readers=2", "--gebiedsmonitor.feed.heartbeat=200ms"));
    }

    @AfterAll
    static void close() {
        NARROW.values().forEach(Product::close);
        NARROW.clear();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void from_the_start_and_from_where_a_reader_was_cut_off(TestDatabase database) {
        Town town = new Town(Product.on(database));
        long last = town.grow(3);
        try (StreamReader all = town.stream("")) {
            assertThat(all.positionsUpTo(last)).isEqualTo(range(1, last));
            long next = town.grow(2);
            assertThat(all.positionsUpTo(next)).isEqualTo(range(last + 1, next));
        }
        long missed = town.grow(2);
        try (StreamReader again = town.stream("?after=0", "Last-Event-ID", Long.toString(last))) {
            assertThat(again.positionsUpTo(missed)).isEqualTo(range(last + 1, missed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_that_of_the_feed_on_one_line(TestDatabase database) {
        Town town = new Town(Product.on(database));
        long position = town.grow();
        String text =
                town.client().get("/v1/feed?limit=1&after=" + (position - 1)).text();
        JsonNode event = Client.read(text).get(0);
        try (StreamReader reader = town.stream("?after=" + (position - 1))) {
            assertThat(reader.nextEvent().lines())
                    .containsExactly(
                            "id: " + position,
                            "event: nl.gebiedsmonitor.gebied-registered",
                            "data: " + text.substring(1, text.length() - 1));
        }
        assertThat(event.get("type").asString()).isEqualTo("nl.gebiedsmonitor.gebied-registered");
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_who_wants_nothing_of_it_is_kept_and_moved_on(TestDatabase database) {
        Town town = new Town(narrow(database));
        town.awaitReaders(0);
        long head = town.grow(2);
        try (StreamReader idle = town.stream("?types=manifest-signed&after=" + head);
                StreamReader behind = town.stream("?gebied=GM6398&after=0")) {
            assertThat(idle.next(block -> !block.startsWith("retry"))).isEqualTo(":");
            long next = town.grow();
            assertThat(idle.next(block -> !block.equals(":"))).isEqualTo("id: " + next);
            assertThat(idle.next(_ -> true)).isEqualTo(":");
            assertThat(behind.next(block -> block.equals("id: " + next))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_room_for_so_many_and_a_place_becomes_free_when_one_goes(TestDatabase database) {
        Town town = new Town(narrow(database));
        town.awaitReaders(0);
        try (StreamReader _ = town.stream("")) {
            try (StreamReader _ = town.stream("")) {
                town.awaitReaders(2);
                Answer full = town.client().get("/v1/feed/stream", "Accept", "text/event-stream");
                assertThat(full.status()).as(full.text()).isEqualTo(503);
                assertThat(full.header("Retry-After")).isPresent();
                assertThat(full.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
                assertThat(town.client().get("/v1/feed?wait=1").status()).isEqualTo(503);
                assertThat(town.client().get("/v1/feed").status()).isEqualTo(200);
            }
            town.awaitReaders(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_ends_before_an_event_that_cannot_be_read(TestDatabase database) {
        try (Product product = start(database)) {
            Town town = new Town(product);
            long damaged = town.grow(3);
            product.bean(JdbcClient.class)
                    .sql("update event set payload = ? where position = ?")
                    .params("{".getBytes(UTF_8), damaged)
                    .update();
            try (StreamReader reader = town.stream("?after=0")) {
                assertThat(reader.positionsUpTo(damaged - 1)).isEqualTo(range(1, damaged - 1));
                assertThat(reader.nextEvent()).isEmpty();
            }
            Answer again = town.client().get("/v1/feed/stream?after=" + (damaged - 1));
            assertThat(again.status()).isEqualTo(500);
            assertThat(again.json().get("id").asString()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_ends_in_order_when_the_product_is_stopped(TestDatabase database) {
        Product product = start(database);
        Town town = new Town(product);
        long last = town.grow();
        try (StreamReader reader = town.stream("")) {
            reader.positionsUpTo(last);
            product.close();
            assertThat(reader.nextEvent()).isEmpty();
            assertThat(reader.wasCut()).as("the server had to break it off").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_who_takes_nothing_holds_up_nobody_and_is_dropped(TestDatabase database) throws Exception {
        try (Product product =
                start(database, "--server.tomcat.connection-timeout=3s", "--gebiedsmonitor.feed.heartbeat=500ms")) {
            Town town = new Town(product);
            recordMoreThanAConnectionHolds(town.client());
            try (Socket _ = town.client().getAndStall("/v1/feed/stream")) {
                town.awaitReaders(1);
                long last = town.grow(20);
                try (StreamReader reader = town.stream("?after=" + (last - 20))) {
                    assertThat(reader.positionsUpTo(last)).isEqualTo(range(last - 19, last));
                }
                town.awaitReaders(0);
            }
            HikariDataSource pool = product.bean(HikariDataSource.class);
            Town.await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        }
    }

    /** Some 5 MB of events, where buffers on both sides hold some 3 MB. */
    private static void recordMoreThanAConnectionHolds(Client client) {
        String buurten = IntStream.range(0, 6_000)
                .mapToObj(number -> "BU639%05d,%s,BUURT".formatted(number, "n".repeat(200)))
                .collect(joining("\n", "code,name,type\n", "\n"));
        Answer registered = client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(buurten));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    }
}
