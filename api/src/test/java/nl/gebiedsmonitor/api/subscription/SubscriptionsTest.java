package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who subscribes is told all that is wrong at once, sees the secret once, and can have all of it forgotten. */
class SubscriptionsTest {

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_subscription_is_told_all_at_once(TestDatabase database) {
        Answer refused = Subscribed.on(database)
                .post(
                        "/v1/subscriptions",
                        "{\"target\":\"https://10.0.0.1/\",\"name\":\" \",\"types\":[\"nonsense\"],\"indicator\":[\"?\"],"
                                + "\"gebied\":[\"Q\"],\"within\":\"Q\",\"after\":\"9999999\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").valueStream().map(error -> error.get("field")
                        .asString()))
                .containsExactlyInAnyOrder("target", "name", "types", "indicator", "gebied", "within", "after");
    }

    @ParameterizedTest
    @EnumSource
    void this_machine_is_no_target_unless_it_is_allowed(TestDatabase database) {
        Answer refused = Product.on(database)
                .client()
                .post("/v1/subscriptions", "{\"target\":\"https://localhost:8443/events\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("private network");
    }

    @ParameterizedTest
    @EnumSource
    void a_subscription_is_listed_and_shown_without_its_secret_and_deleted(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed = Subscribed.to(
                    client,
                    receiver,
                    ",\"name\":\"Proef\",\"types\":[\"nl.gebiedsmonitor.gebied-registered\"],"
                            + "\"indicator\":[\"HOK-A\"],\"gebied\":[\"GM6420\"],\"within\":\"GM6421\"");
            JsonNode shown = subscribed.shown();
            assertThat(shown.get("name").asString()).isEqualTo("Proef");
            assertThat(shown.get("types").get(0).asString()).isEqualTo("gebied-registered");
            assertThat(shown.get("within").asString()).isEqualTo("GM6421");
            assertThat(shown.get("state").asString()).isEqualTo("ACTIVE");
            assertThat(shown.has("secret")).isFalse();
            assertThat(client.get("/v1/subscriptions?limit=1000").text()).contains(subscribed.id());

            subscribed.delete();
            assertThat(client.get(subscribed.path()).status()).isEqualTo(404);
            assertThat(client.get(subscribed.path() + "/attempts").status()).isEqualTo(404);
            assertThat(client.method("DELETE", subscribed.path()).status()).isEqualTo(404);
            assertThat(client.post(subscribed.path() + "/secrets", "").status()).isEqualTo(404);
            assertThat(client.post(subscribed.path() + "/status-changes", "{\"status\":\"PAUSED\"}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_status_and_a_page_that_do_not_exist_are_refused(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed = Subscribed.to(client, receiver, "");
            assertThat(client.post(subscribed.path() + "/status-changes", "{\"status\":\"SUSPENDED\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.get(subscribed.path() + "/attempts?cursor=eA&limit=0")
                            .status())
                    .isEqualTo(400);
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void attempts_and_backlog_are_measured(TestDatabase database) {
        Client client = Subscribed.on(database);
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Subscribed subscribed = Subscribed.to(client, receiver, ",\"gebied\":[\"GM6422\"]");
            long position = Subscribed.register(client, "GM6422");
            receiver.awaitPosition(position);
            receiver.awaitUntil(() -> !subscribed.attempts().isEmpty());
            assertThat(client.get("/actuator/prometheus").text())
                    .contains("gebiedsmonitor_webhooks_backlog{", "gebiedsmonitor_webhooks_attempts_total{")
                    .contains("outcome=\"delivered\"");
            subscribed.delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_are_no_more_than_an_installation_keeps(TestDatabase database) {
        try (Receiver receiver = new Receiver(Receiver.answering(200));
                Product product =
                        Product.start(database, Subscribed.with("--gebiedsmonitor.webhooks.subscriptions=2"))) {
            Client client = product.client();
            Subscribed first = Subscribed.to(client, receiver, "");
            Subscribed.to(client, receiver, "");
            Answer refused = client.post("/v1/subscriptions", "{\"target\":\"" + receiver.address() + "\"}");
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.json().get("rule").asString()).isEqualTo("subscriptions-limited");
            assertThat(refused.json().get("detail").asString()).contains("2 subscriptions");
            assertThat(refused.text()).doesNotContain("whsec_");
            first.delete();
            Subscribed.to(client, receiver, "");
        }
    }
}
