package nl.gebiedsmonitor.api.measure;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The steps in the life of a measure, each with its date and its reason. */
class MeasureStepsTest {

    @ParameterizedTest
    @EnumSource
    void the_reason_for_starting_is_shown_until_another_step_has_one(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, "GM6010", "steps-with-reason");

        JsonNode started = after(client, "steps-with-reason", """
                {"status":"RUNNING","date":"2024-02-01","reason":" Subsidie toegekend "}""");
        assertThat(started.get("status").asString()).isEqualTo("RUNNING");
        assertThat(started.get("startedOn").asString()).isEqualTo("2024-02-01");
        assertThat(started.get("lastReason").asString()).isEqualTo("Subsidie toegekend");

        JsonNode completed = after(client, "steps-with-reason", """
                {"status":"COMPLETED","date":"2024-12-01","reason":"Klaar"}""");
        assertThat(completed.get("lastReason").asString()).isEqualTo("Klaar");
    }

    @ParameterizedTest
    @EnumSource
    void a_measure_starts_without_a_reason_as_well(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, "GM6011", "steps-without-reason");

        JsonNode started = after(client, "steps-without-reason", "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\"}");
        assertThat(started.get("status").asString()).isEqualTo("RUNNING");
        assertThat(started.path("lastReason").isNull()
                        || started.path("lastReason").isMissingNode())
                .isTrue();
        Answer blank = client.post(
                "/v1/measures/steps-without-reason/status-changes",
                "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\",\"reason\":\" \"}");
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.json().at("/errors/0/field").asString()).isEqualTo("reason");
    }

    private static JsonNode after(Client client, String id, String step) {
        Answer stepped = client.post("/v1/measures/" + id + "/status-changes", step);
        assertThat(stepped.status()).as(stepped.text()).isEqualTo(201);
        return client.get("/v1/measures/" + id, "Min-Event-Position", Long.toString(stepped.position()))
                .json();
    }

    private static void register(Client client, String gebied, String id) {
        client.post("/v1/gebieden", "{\"code\":\"%s\",\"name\":\"Proef\",\"type\":\"GEMEENTE\"}".formatted(gebied));
        Answer registered = client.post("/v1/measures", """
                {"id":"%s","gebied":"%s","opgave":"SCHULDHULPVERLENING","title":"Proef","plannedFrom":"2024-01-01",
                 "leadOrganisation":"Gemeente"}""".formatted(id, gebied));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    }
}
