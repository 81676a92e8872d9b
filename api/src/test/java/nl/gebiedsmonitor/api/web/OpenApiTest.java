package nl.gebiedsmonitor.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API describes itself completely. */
class OpenApiTest {

    private final Client client = Product.on(TestDatabase.H2).client();

    @Test
    void every_operation_says_what_it_does_takes_and_refuses() {
        JsonNode document = client.get("/v1/openapi.json").json();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/version").asString()).isEqualTo("1.0.0");
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("EUPL-1.2");
        assertThat(document.at("/components/schemas/Problem/properties/errors").isMissingNode())
                .isFalse();
        assertThat(document.get("paths").size()).isGreaterThan(15);
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                assertDescribed(operation.getKey() + " " + path.getKey(), operation.getKey(), operation.getValue());
            }
        }
    }

    private static void assertDescribed(String name, String method, JsonNode operation) {
        assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
        assertThat(operation.path("tags").size()).as(name).isEqualTo(1);
        JsonNode responses = operation.get("responses");
        assertThat(responses
                        .at("/400/content/application~1problem+json/schema/$ref")
                        .asString(""))
                .as(name)
                .endsWith("/Problem");
        for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.path("description").asString(""))
                    .as(name + " " + parameter.get("name"))
                    .isNotBlank();
        }
        String parameters = operation.path("parameters").toString();
        if (method.equals("get")) {
            assertThat(parameters).as(name).contains("Min-Event-Position");
        } else if (name.equals("post /v1/effect-estimates")) {
            assertStoresNothing(operation);
        } else if (name.contains(" /v1/subscriptions")) {
            assertIsNoCommand(operation, name.equals("post /v1/subscriptions"));
        } else if (name.endsWith("/comparison")) {
            assertStoresNothing(operation);
        } else {
            assertThat(parameters).as(name).contains("Idempotency-Key");
            assertThat(responses.at("/200/headers/Event-Position").isMissingNode())
                    .as(name)
                    .isFalse();
            assertThat(operation.path("requestBody").path("content").isEmpty())
                    .as(name)
                    .isEqualTo(name.startsWith("delete "));
            assertThat(responses.has("409")).isTrue();
        }
    }

    private static void assertStoresNothing(JsonNode operation) {
        assertThat(operation.path("parameters").toString()).doesNotContain("Idempotency-Key");
        assertThat(operation.at("/responses/200/content").size()).isPositive();
        assertThat(operation.path("responses").propertyNames()).contains("413").doesNotContain("201", "409");
    }

    private static void assertIsNoCommand(JsonNode operation, boolean isLimited) {
        assertThat(operation.path("parameters").toString()).doesNotContain("Idempotency-Key");
        assertThat(operation.path("responses").propertyNames())
                .containsAnyOf("201", "204")
                .doesNotContain("200");
        assertThat(operation.path("responses").has("409")).isEqualTo(isLimited);
    }

    @Test
    void a_delivery_is_described_in_its_three_formats() {
        JsonNode bodies = client.get("/v1/openapi.json").json().at("/paths/~1v1~1deliveries/post/requestBody/content");
        assertThat(bodies.propertyNames()).contains("application/json", "application/x-ndjson", "text/csv");
    }

    @Test
    void what_is_computed_aside_is_answered_with_where_to_ask_again() {
        JsonNode studies = client.get("/v1/openapi.json").json().get("paths");
        JsonNode reading = studies.get("/v1/effect-studies/{id}/readings");
        JsonNode comparison = studies.get("/v1/effect-studies/{id}/readings/{number}/comparison");
        assertThat(reading.at("/post/responses").propertyNames()).contains("201", "202", "409");
        assertThat(comparison.at("/get/responses").propertyNames()).contains("200", "202", "409", "413");
        assertThat(comparison.at("/delete/responses").propertyNames()).contains("200", "404");
    }

    @Test
    void the_description_can_be_browsed() {
        Answer page = client.get("/v1/docs");
        if (page.status() == 302) {
            page = client.get(page.header("Location").orElseThrow());
        }
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }
}
