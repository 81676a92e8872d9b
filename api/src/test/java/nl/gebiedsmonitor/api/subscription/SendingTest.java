package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.subscription.Receiver.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a receiver gets: the events that it wants, in order, signed. */
class SendingTest {

    @ParameterizedTest
    @EnumSource
    void a_receiver_gets_exactly_the_events_that_it_wants_in_order_and_signed(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed =
                    Subscribed.to(client, receiver, ",\"within\":\"GM6401\",\"types\":[\"gebied-registered\"]");
            List<Long> wanted = new ArrayList<>();
            wanted.add(Subscribed.register(client, "GM6401"));
            for (int i = 0; i < 120; i++) {
                wanted.add(Subscribed.register(client, "BU6401%04d".formatted(i)));
                if (i % 10 == 0) {
                    Subscribed.register(client, "BU6402%04d".formatted(i));
                }
            }
            List<Request> requests = receiver.awaitPosition(wanted.getLast());

            assertThat(Receiver.positions(requests)).isEqualTo(wanted.subList(1, wanted.size()));
            assertThat(requests).allSatisfy(request -> {
                assertThat(request.isSignedWith(subscribed.secret())).isTrue();
                assertThat(request.contentType()).isEqualTo("application/cloudevents-batch+json");
                assertThat(Instant.ofEpochSecond(Long.parseLong(request.timestamp())))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now());
            });
            assertThat(requests.stream().map(Request::id)).doesNotHaveDuplicates();
            assertThatItIsTheFeed(client, requests);
            receiver.awaitUntil(() -> subscribed.shown().get("backlog").asLong() == 0);
            assertThat(subscribed.state()).isEqualTo("ACTIVE");
            subscribed.delete();
        }
    }

    private static void assertThatItIsTheFeed(Client client, List<Request> requests) {
        for (JsonNode event : Client.read(requests.getLast().body())) {
            long before = event.get("position").asLong() - 1;
            assertThat(event)
                    .isEqualTo(client.get("/v1/feed?limit=1&after=" + before)
                            .json()
                            .get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_subscription_may_begin_in_the_past_and_gets_it_in_batches(TestDatabase database) {
        Client client = Subscribed.on(database);
        long first = Subscribed.register(client, "GM6403");
        long last = first;
        for (int i = 0; i < 210; i++) {
            last = Subscribed.register(client, "BU6403%04d".formatted(i));
        }
        try (Receiver receiver = new Receiver(Receiver.answering(204))) {
            Subscribed subscribed = Subscribed.to(
                    client,
                    receiver,
                    ",\"gebied\":[\"GM6403\"],\"within\":\"GM6403\",\"after\":\"" + (first - 1) + "\"");
            List<Request> requests = receiver.awaitPosition(last);
            assertThat(Receiver.positions(requests)).hasSize(211).isSorted().doesNotHaveDuplicates();
            assertThat(requests).hasSize(3);
            receiver.awaitUntil(() -> subscribed.attempts().size() == 3);
            JsonNode latest = subscribed.attempts().getFirst();
            assertThat(latest.get("to").asLong()).isEqualTo(last);
            assertThat(latest.get("events").asInt()).isEqualTo(11);
            assertThat(latest.get("status").asInt()).isEqualTo(204);
            assertThat(latest.get("delivered").asBoolean()).isTrue();
            assertThat(latest.get("webhookId").asString())
                    .isEqualTo(requests.getLast().id());
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_filter_that_matches_nothing_moves_the_cursor_and_sends_nothing(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"indicator\":[\"HOK-NIETS\"]");
            long last = Subscribed.register(client, "GM6404");
            receiver.awaitUntil(() -> subscribed.shown().get("cursor").asLong() >= last);
            assertThat(receiver.requests()).isEmpty();
            assertThat(subscribed.attempts()).isEmpty();
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_sent_while_it_is_paused_and_nothing_is_lost_by_that(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200));
                Receiver witness = new Receiver(Receiver.answering(200))) {
            Subscribed paused = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6405\",\"GM6406\"]");
            Subscribed other = Subscribed.to(client, witness, ",\"gebied\":[\"GM6405\",\"GM6406\"]");
            paused.change("PAUSED");
            long meanwhile = Subscribed.register(client, "GM6405");
            witness.awaitPosition(meanwhile);
            assertThat(paused.state()).isEqualTo("PAUSED");
            assertThat(paused.shown().get("backlog").asLong()).isPositive();
            assertThat(receiver.requests()).isEmpty();

            paused.change("ACTIVE");
            long after = Subscribed.register(client, "GM6406");
            assertThat(Receiver.positions(receiver.awaitPosition(after))).containsExactly(meanwhile, after);
            paused.delete();
            other.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_rotation_the_new_secret_and_the_one_before_both_sign(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6407\"]");
            JsonNode rotated = client.post(subscribed.path() + "/secrets", "").json();
            String secret = rotated.get("secret").asString();
            assertThat(secret).startsWith("whsec_").isNotEqualTo(subscribed.secret());
            assertThat(Instant.parse(rotated.get("earlierSecretUntil").asString()))
                    .isAfter(Instant.now().plusSeconds(86_000));
            long position = Subscribed.register(client, "GM6407");
            Request request = receiver.awaitPosition(position).getLast();
            assertThat(request.isSignedWith(secret)).isTrue();
            assertThat(request.isSignedWith(subscribed.secret())).isTrue();
            assertThat(subscribed.shown().toString()).doesNotContain(secret, "whsec_");
            assertThat(client.get("/v1/subscriptions").text()).doesNotContain("whsec_");
            subscribed.delete();
        }
    }
}
