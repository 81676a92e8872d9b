package nl.gebiedsmonitor.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.DamagedEvents;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A stored event that is damaged while readers follow the log: nobody is led past it, and nobody has to begin again. */
class DamagedEventTest {

    @ParameterizedTest
    @EnumSource
    void who_waits_before_it_is_told_and_goes_on_from_there_once_it_is_repaired(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Town town = new Town(product);
            long head = town.grow();
            long damaged;
            long behind;
            try (StreamReader stream = town.stream("?after=" + (head - 1))) {
                assertThat(stream.positionsUpTo(head)).containsExactly(head);
                CompletableFuture<Answer> poll =
                        CompletableFuture.supplyAsync(() -> town.client().get("/v1/feed?wait=60&after=" + head));
                town.awaitReaders(2);
                damaged = DamagedEvents.append(product.bean(EventLog.class), "GM6397");
                behind = town.grow();
                assertThat(stream.nextEvent()).isEmpty();
                assertUnreadable(poll.join());
            }
            assertUnreadable(town.client().get("/v1/feed?after=" + head));
            assertUnreadable(town.client().get("/v1/feed?wait=60&after=" + head));
            assertUnreadable(town.client().get("/v1/feed/stream?after=" + head));
            Answer before = town.client().get("/v1/feed?after=" + (head - 1));
            assertThat(positions(before)).containsExactly(head);
            assertThat(before.next().orElseThrow()).contains("after=" + head);

            DamagedEvents.write(
                    product.bean(JdbcClient.class),
                    damaged,
                    "{\"code\":\"GM6397\",\"name\":\"Hersteld\"}".getBytes(UTF_8));
            assertThat(positions(town.client().get("/v1/feed?wait=60&after=" + head)))
                    .containsExactly(damaged, behind);
            try (StreamReader again = town.stream("?after=" + head)) {
                assertThat(again.positionsUpTo(behind)).containsExactly(damaged, behind);
                long next = town.grow();
                assertThat(again.positionsUpTo(next)).containsExactly(next);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_passed_it_is_not_held_up(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Town town = new Town(product);
            long head = town.grow();
            try (StreamReader passed = town.stream("?after=" + head)) {
                Town.await(() -> product.bean(Tail.class).held().covers(head));
                long held = town.grow();
                String event = passed.nextEvent();
                assertThat(StreamReader.id(event)).isEqualTo(held);
                byte[] good = DamagedEvents.damage(product.bean(JdbcClient.class), held);

                assertUnreadable(town.client().get("/v1/feed?after=" + head));
                try (StreamReader other = town.stream("?after=" + head)) {
                    assertThat(other.nextEvent()).isEqualTo(event);
                    long next = town.grow();
                    assertThat(passed.positionsUpTo(next)).containsExactly(next);
                    assertThat(other.positionsUpTo(next)).containsExactly(next);
                }
                assertUnreadable(town.client().get("/v1/feed/stream?after=" + head));

                DamagedEvents.write(product.bean(JdbcClient.class), held, good);
                try (StreamReader again = town.stream("?after=" + head)) {
                    assertThat(again.nextEvent()).isEqualTo(event);
                }
            }
        }
    }

    private static void assertUnreadable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(500);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.json().get("id").asString()).isNotBlank();
    }

    private static List<Long> positions(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().valueStream().map(DamagedEventTest::position).toList();
    }

    private static long position(JsonNode event) {
        return event.get("position").asLong();
    }
}
