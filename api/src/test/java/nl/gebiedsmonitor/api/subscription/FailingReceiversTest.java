package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.subscription.Receiver.Manner;
import nl.gebiedsmonitor.api.subscription.Receiver.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A receiver that does not take what it is sent loses nothing, and costs others nothing. */
class FailingReceiversTest {

    private static final Manner TAKING = Receiver.answering(200);

    @ParameterizedTest
    @EnumSource
    void a_batch_that_failed_comes_again_as_it_was_until_it_is_taken(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(500))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6411\",\"GM6412\"]");
            long first = Subscribed.register(client, "GM6411");
            receiver.await(1);
            long second = Subscribed.register(client, "GM6412");
            receiver.await(3);
            receiver.awaitUntil(() -> subscribed.attempts().size() >= 3);
            JsonNode shown = subscribed.shown();
            assertThat(shown.get("state").asString()).isEqualTo("FAILING");
            assertThat(shown.at("/lastFailure/reason").asString()).contains("500");
            assertThat(shown.hasNonNull("nextAttempt")).isTrue();

            receiver.become(TAKING);
            List<Request> requests = receiver.awaitPosition(second);
            Request failed = requests.getFirst();
            List<Request> again = requests.subList(0, requests.size() - 1);
            assertThat(failed.positions()).containsExactly(first);
            assertThat(again).allSatisfy(request -> {
                assertThat(request.id()).isEqualTo(failed.id());
                assertThat(request.body()).isEqualTo(failed.body());
                assertThat(request.isSignedWith(subscribed.secret())).isTrue();
            });
            assertThat(requests.getLast().positions()).containsExactly(second);
            assertThat(requests.getLast().id()).isNotEqualTo(failed.id());
            receiver.awaitUntil(() -> subscribed.state().equals("ACTIVE"));
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receiver_that_hangs_fails_in_time_and_keeps_no_other_waiting(TestDatabase database) {
        Client client = Subscribed.on(database);
        CountDownLatch end = new CountDownLatch(1);
        Manner dripping = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            } while (!end.await(100, TimeUnit.MILLISECONDS));
        };
        try (Receiver silent = new Receiver(_ -> end.await());
                Receiver drip = new Receiver(dripping);
                Receiver good = new Receiver(TAKING)) {
            List<Subscribed> hanging = List.of(
                    Subscribed.to(client, silent, ",\"gebied\":[\"GM6413\"]"),
                    Subscribed.to(client, drip, ",\"gebied\":[\"GM6413\"]"));
            Subscribed other = Subscribed.to(client, good, ",\"gebied\":[\"GM6413\"]");
            long position = Subscribed.register(client, "GM6413");
            good.awaitPosition(position);
            for (Subscribed subscribed : hanging) {
                good.awaitUntil(() -> !subscribed.attempts().isEmpty());
                JsonNode attempt = subscribed.attempts().getFirst();
                assertThat(attempt.get("delivered").asBoolean()).isFalse();
                assertThat(attempt.get("outcome").asString()).contains("within 2.0 s");
                assertThat(attempt.get("millis").asLong()).isGreaterThanOrEqualTo(1_900L);
                assertThat(subscribed.state()).isEqualTo("FAILING");
                subscribed.delete();
            }
            other.delete();
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_is_a_failure_and_is_not_followed(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver elsewhere = new Receiver(TAKING);
                Receiver receiver = new Receiver(Receiver.answering(307, "Location", elsewhere.address()))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6414\"]");
            Subscribed.register(client, "GM6414");
            receiver.await(2);
            receiver.awaitUntil(() -> subscribed.state().equals("FAILING"));
            assertThat(subscribed.attempts().getFirst().get("outcome").asString())
                    .contains("307", "redirect");
            assertThat(elsewhere.requests()).isEmpty();
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_answers_that_it_is_gone_is_suspended_at_once_and_can_be_resumed(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(410))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6415\"]");
            long position = Subscribed.register(client, "GM6415");
            receiver.awaitUntil(() -> subscribed.state().equals("SUSPENDED"));
            assertThat(receiver.requests()).hasSize(1);

            receiver.become(TAKING);
            subscribed.change("ACTIVE");
            List<Request> requests = receiver.await(2);
            assertThat(requests.getLast().positions()).containsExactly(position);
            assertThat(new HashSet<>(requests.stream().map(Request::id).toList()))
                    .hasSize(1);
            receiver.awaitUntil(() -> subscribed.state().equals("ACTIVE"));
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_not_there_is_told_and_asks_to_be_left_alone_is_left_alone(TestDatabase database) {
        Client client = Subscribed.on(database);
        Receiver closed = new Receiver(TAKING);
        closed.close();
        try (Receiver busy = new Receiver(Receiver.answering(503, "Retry-After", "3600"))) {
            Subscribed absent = Subscribed.to(client, closed, ",\"gebied\":[\"GM6416\"]");
            Subscribed asking = Subscribed.to(client, busy, ",\"gebied\":[\"GM6416\"]");
            Subscribed.register(client, "GM6416");
            busy.awaitUntil(
                    () -> absent.state().equals("FAILING") && asking.state().equals("FAILING"));
            assertThat(absent.shown().at("/lastFailure/reason").asString()).contains("cannot be reached");
            assertThat(Instant.parse(asking.shown().get("nextAttempt").asString()))
                    .isAfter(Instant.now().plusSeconds(3_000));
            absent.delete();
            asking.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_fails_for_too_long_is_suspended_and_goes_on_where_it_was(TestDatabase database) {
        try (Product product = Product.start(
                        database.arguments(Product.newDataDir()),
                        Subscribed.with("--gebiedsmonitor.webhooks.give-up-after=1s"));
                Receiver receiver = new Receiver(Receiver.answering(500))) {
            Client client = product.client();
            Subscribed subscribed = Subscribed.to(client, receiver, "");
            long position = Subscribed.register(client, "GM6417");
            receiver.awaitUntil(() -> subscribed.state().equals("SUSPENDED"));
            long after = Subscribed.register(client, "GM6418");
            receiver.become(TAKING);
            int before = receiver.requests().size();
            subscribed.change("ACTIVE");
            List<Request> requests = receiver.awaitPosition(after);
            assertThat(Receiver.positions(requests.subList(before, requests.size())))
                    .containsExactly(position, after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_resumed_while_it_fails_is_sent_to_again_at_once(TestDatabase database) {
        Client client = Subscribed.on(database);
        for (Manner failing : List.of(Receiver.answering(503, "Retry-After", "3600"), Receiver.answering(410))) {
            try (Receiver receiver = new Receiver(TAKING)) {
                Subscribed subscribed = Subscribed.to(client, receiver, ",\"types\":[\"gebied-renamed\"]");
                receiver.become(exchange -> {
                    receiver.become(TAKING);
                    subscribed.change("ACTIVE");
                    failing.answer(exchange);
                });
                long position = Subscribed.rename(client, "GM6423");
                List<Request> requests = receiver.await(2);
                assertThat(Receiver.positions(requests)).containsExactly(position, position);
                receiver.awaitUntil(() -> subscribed.shown().get("cursor").asLong() >= position);
                assertThat(subscribed.state()).isEqualTo("ACTIVE");
                assertThat(subscribed.attempts()).hasSize(2);
                subscribed.delete();
            }
        }
    }
}
