package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A subscription of a test, on a product that may send to this machine and tries again soon. */
record Subscribed(Client client, String id, String secret) {

    private static final Map<TestDatabase, Product> SHARED = new EnumMap<>(TestDatabase.class);

    private static final List<String> SOON = List.of(
            "--gebiedsmonitor.sample-data=false",
            "--gebiedsmonitor.webhooks.allowed-targets=127.0.0.1",
            "--gebiedsmonitor.webhooks.retries=50ms,100ms",
            "--gebiedsmonitor.webhooks.settled=20ms");

    static synchronized Client on(TestDatabase database) {
        return SHARED.computeIfAbsent(
                        database,
                        kind -> Product.start(
                                kind.arguments(Product.newDataDir()),
                                with("--gebiedsmonitor.webhooks.request-timeout=2s")))
                .client();
    }

    /** The arguments of such a product, and some more. */
    static String[] with(String... more) {
        return Stream.concat(SOON.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Subscribes from now on, with more fields of JSON if any. */
    static Subscribed to(Client client, Receiver receiver, String more) {
        Answer answer = client.post("/v1/subscriptions", "{\"target\":\"" + receiver.address() + "\"" + more + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().get("id").asString();
        assertThat(answer.header("Location")).contains("/v1/subscriptions/" + id);
        return new Subscribed(client, id, answer.json().get("secret").asString());
    }

    String path() {
        return "/v1/subscriptions/" + id;
    }

    JsonNode shown() {
        Answer answer = client.get(path());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    String state() {
        return shown().get("state").asString();
    }

    void change(String status) {
        Answer answer = client.post(path() + "/status-changes", "{\"status\":\"" + status + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    List<JsonNode> attempts() {
        List<JsonNode> attempts = new ArrayList<>();
        client.get(path() + "/attempts").json().get("attempts").forEach(attempts::add);
        return attempts;
    }

    void delete() {
        assertThat(client.method("DELETE", path()).status()).isEqualTo(204);
    }

    /** Registers a gebied, and answers the position of that event. */
    static long register(Client client, String code) {
        Answer answer = client.post(
                "/v1/gebieden",
                "{\"code\":\"" + code + "\",\"name\":\"Proef\",\"type\":\""
                        + (code.startsWith("GM") ? "GEMEENTE" : "BUURT") + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.position();
    }

    /** Gives a gebied another name, and answers the position of that event. */
    static long rename(Client client, String code) {
        client.post("/v1/gebieden", "{\"code\":\"" + code + "\",\"name\":\"Proef\",\"type\":\"GEMEENTE\"}");
        Answer answer = client.put("/v1/gebieden/" + code + "/name", "{\"name\":\"" + UUID.randomUUID() + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.position();
    }
}
