package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader at the head may wait for what comes. */
class LongPollTest {

    private static Town town(TestDatabase database) {
        return new Town(Product.on(database));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_is_answered_at_once(TestDatabase database) {
        Town town = town(database);
        long position = town.grow();
        long before = System.nanoTime();
        Answer answer = town.client().get("/v1/feed?wait=60&after=" + (position - 1));
        assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/cloudevents-batch+json");
        assertThat(answer.json().get(0).get("position").asLong()).isEqualTo(position);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_answered_when_it_is_recorded(TestDatabase database) {
        Town town = town(database);
        long head = town.grow();
        CompletableFuture<Answer> poll =
                CompletableFuture.supplyAsync(() -> town.client().get("/v1/feed?wait=60&after=" + head));
        town.awaitReaders(1);
        assertThat(poll).isNotDone();
        long next = town.grow();
        Answer answer = poll.join();
        assertThat(answer.json().get(0).get("position").asLong()).isEqualTo(next);
        assertThat(answer.next().orElseThrow()).contains("wait=60").contains("after=" + next);
        town.awaitReaders(0);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_wanted_is_passed_by(TestDatabase database) {
        Town town = town(database);
        long head = town.grow();
        CompletableFuture<Answer> poll = CompletableFuture.supplyAsync(
                () -> town.client().get("/v1/feed?wait=60&within=GM6301&types=gebied-renamed&after=" + head));
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> town.client().get("/v1/feed?wait=60&within=GM6301&after=" + head));
        town.awaitReaders(2);
        long next = town.grow();
        assertThat(other.join().json().get(0).get("position").asLong()).isEqualTo(next);
        assertThat(poll).isNotDone();
        String code = other.join().json().get(0).get("subject").asString();
        long renamed = town.client()
                .put("/v1/gebieden/" + code + "/name", "{\"name\":\"Anders\"}")
                .position();
        assertThat(poll.join().json().get(0).get("position").asLong()).isEqualTo(renamed);
        town.awaitReaders(0);
    }

    @ParameterizedTest
    @EnumSource
    void when_the_time_is_over_the_answer_is_empty_and_leads_on(TestDatabase database) {
        Town town = town(database);
        long head = town.grow();
        Answer empty = town.client().get("/v1/feed?wait=1&gebied=GM6399&after=" + (head - 1));
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.text()).isEqualTo("[]");
        assertThat(empty.next().orElseThrow()).contains("after=" + head).contains("gebied=GM6399");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_does_not_wait_reads_all_that_was_acknowledged(TestDatabase database) {
        Town town = town(database);
        try (StreamReader other = town.stream("?after=" + town.grow())) {
            for (int i = 0; i < 50; i++) {
                long position = town.grow();
                Answer answer = town.client().get("/v1/feed?after=" + (position - 1));
                assertThat(answer.json()).hasSizeGreaterThanOrEqualTo(1);
                assertThat(StreamReader.id(other.nextEvent())).isEqualTo(position);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_is_told_at_once(TestDatabase database) {
        Town town = town(database);
        for (String wait : new String[] {"-1", "61", "soon", "1.5"}) {
            assertFaults(
                    town.client().get("/v1/feed?after=x&types=nonsense&limit=0&wait=" + wait),
                    "after",
                    "types",
                    "limit",
                    "wait");
        }
        for (String after : new String[] {"-1", "9223372036854775807", "99999999999999999999", "head"}) {
            assertFaults(town.client().get("/v1/feed?wait=1&within=Q&after=" + after), "after", "within");
            assertFaults(
                    town.client().get("/v1/feed/stream?types=nonsense&after=" + after, "Last-Event-ID", after),
                    "after",
                    "Last-Event-ID",
                    "types");
        }
    }

    private static void assertFaults(Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.json().get("errors").valueStream().map(fault -> fault.get("field")
                        .asString()))
                .containsExactlyInAnyOrder(fields);
    }
}
