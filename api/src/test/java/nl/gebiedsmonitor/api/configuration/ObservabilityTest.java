package nl.gebiedsmonitor.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What an operator sees: health that knows the lag, and measurements of commands, events, observations and lag. */
class ObservabilityTest {

    @ParameterizedTest
    @EnumSource
    void readiness_tells_how_far_each_projection_is(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer taken = client.post("/v1/gebieden", "{\"code\":\"GM9401\",\"name\":\"Gemeente\",\"type\":\"GEMEENTE\"}");
        client.get("/v1/gebieden/GM9401", "Min-Event-Position", Long.toString(taken.position()));

        Answer readiness = client.get("/actuator/health/readiness");
        assertThat(readiness.status()).as(readiness.text()).isEqualTo(200);
        JsonNode details = readiness.json().at("/components/projections/details");
        assertThat(details.propertyNames())
                .containsExactlyInAnyOrder(
                        "gebied",
                        "indicator",
                        "observation",
                        "disclosure",
                        "leefbaarheid",
                        "manifest",
                        "measure",
                        "impact",
                        "study");
        assertThat(details.values()).allSatisfy(projection -> {
            assertThat(projection.get("position").asLong()).isGreaterThanOrEqualTo(taken.position());
            assertThat(projection.get("deadLetters").asLong()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void commands_events_observations_and_lag_are_measured(TestDatabase database) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", "{\"code\":\"GM9402\",\"name\":\"Gemeente\",\"type\":\"GEMEENTE\"}");
        client.post("/v1/indicators", "{\"code\":\"METERS-A\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        client.post(
                "/v1/observations",
                "{\"indicator\":\"METERS-A\",\"gebied\":\"GM9402\",\"period\":\"2020\",\"value\":1}");

        String measured = client.get("/actuator/prometheus").text();
        assertThat(measured)
                .contains(
                        "command=\"record-indicator\"",
                        "event=\"indicator-recorded\"",
                        "gebiedsmonitor_observations_total{application=\"gebiedsmonitor\",outcome=\"accepted\"}",
                        "gebiedsmonitor_projection_lag_events{",
                        "gebiedsmonitor_projection_lag_seconds{",
                        "gebiedsmonitor_projection_dead_letters{",
                        "gebiedsmonitor_log_head{");
    }
}
