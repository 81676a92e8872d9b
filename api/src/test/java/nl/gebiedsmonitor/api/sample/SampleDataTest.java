package nl.gebiedsmonitor.api.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An empty installation starts with the manifest of 2020, once. */
class SampleDataTest {

    @ParameterizedTest
    @EnumSource
    void the_first_start_loads_the_manifest_through_commands_and_the_second_nothing(TestDatabase database) {
        Path directory = Product.newDataDir();
        List<String> arguments = database.arguments(directory);
        long head;
        try (Product product = Product.start(arguments, "--gebiedsmonitor.patience=60s")) {
            Client client = product.client();
            head = headOf(client);
            String position = Long.toString(head);
            JsonNode manifest = client.get(
                            "/v1/manifests/kom-op-voor-de-meest-kwetsbare-gebieden", "Min-Event-Position", position)
                    .json();
            assertThat(manifest.get("date").asString()).isEqualTo("2020-06-16");
            assertThat(manifest.get("signatures").size()).isEqualTo(15);
            assertThat(manifest.get("focusAreas").size()).isEqualTo(16);
            assertThat(manifest.get("opgaven").size()).isEqualTo(5);
            assertThat(client.get("/v1/gebieden?type=FOCUS")
                            .json()
                            .get("gebieden")
                            .size())
                    .isEqualTo(16);
            assertThat(client.get("/v1/measures?status=PLANNED")
                            .json()
                            .get("measures")
                            .size())
                    .isBetween(20, 30);

            JsonNode arnhem = client.get("/v1/gebieden/SV-ARNHEM-OOST/profile").json();
            assertThat(arnhem.at("/gebied/compositionStatus").asString()).isEqualTo("ESTABLISHED");
            assertThat(arnhem.get("measures").size()).isPositive();
            assertThat(arnhem.at("/manifests/0/signed").asBoolean()).isTrue();

            JsonNode figures = client.get("/v1/observations?indicator=LBM-AFW&within=SV-ARNHEM-OOST")
                    .json()
                    .get("observations");
            assertThat(figures.size()).isEqualTo(arnhem.at("/gebied/members").size());
            assertThat(figures.values())
                    .allSatisfy(
                            figure -> assertThat(figure.get("value").isNumber()).isTrue());
        }
        try (Product product = Product.start(arguments, "--gebiedsmonitor.patience=60s")) {
            assertThat(headOf(product.client())).isEqualTo(head);
        }
    }

    /** The seven events that come with every installation are there by then, and one indicator of the sample. */
    @ParameterizedTest
    @EnumSource
    void a_load_that_was_cut_short_is_finished_by_the_next_start(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        Product.cutShort(arguments, 8);
        try (Product product = Product.start(arguments, "--gebiedsmonitor.patience=60s")) {
            Client client = product.client();
            JsonNode events = client.get("/v1/feed?limit=10").json();
            assertThat(events.get(7).get("subject").asString()).isEqualTo("LBM");
            assertThat(client.get(
                                    "/v1/manifests/kom-op-voor-de-meest-kwetsbare-gebieden",
                                    "Min-Event-Position",
                                    Long.toString(headOf(client)))
                            .json()
                            .get("signatures")
                            .size())
                    .isEqualTo(15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_installation_that_somebody_wrote_to_gets_no_sample(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        long written;
        try (Product product = Product.start(arguments, "--gebiedsmonitor.sample-data=false")) {
            Answer answer = product.client()
                    .post("/v1/gebieden", "{\"code\":\"GM0202\",\"name\":\"Arnhem\",\"type\":\"GEMEENTE\"}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            written = answer.position();
        }
        try (Product product = Product.start(arguments)) {
            assertThat(headOf(product.client())).isEqualTo(written);
        }
    }

    /** Follows the feed to its end. */
    private static long headOf(Client client) {
        long head = 0;
        Answer page = client.get("/v1/feed?limit=1000");
        while (!page.json().isEmpty()) {
            head = page.json().get(page.json().size() - 1).get("position").asLong();
            page = client.get(page.next().orElseThrow());
        }
        return head;
    }
}
