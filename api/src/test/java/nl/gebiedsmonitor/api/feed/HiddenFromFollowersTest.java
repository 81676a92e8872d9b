package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A figure that was shown to whoever followed is not shown again once it is hidden. */
class HiddenFromFollowersTest {

    private static final String DEFINITION = "\"nameNl\":\"Kleine aantallen\",\"frequency\":\"YEAR\"";

    @ParameterizedTest
    @EnumSource
    void what_the_tail_holds_is_forgotten_when_a_threshold_hides_it(TestDatabase database) {
        Town town = new Town(Product.on(database));
        Client client = town.client();
        client.post("/v1/gebieden", "{\"code\":\"GM6302\",\"name\":\"Twee\",\"type\":\"GEMEENTE\"}");
        long before = client.post("/v1/indicators", "{\"code\":\"FED-KLEIN\"," + DEFINITION + "}")
                .position();
        try (StreamReader reader = town.stream("?indicator=FED-KLEIN&after=" + before)) {
            Answer recorded = client.post("/v1/observations", """
                    {"indicator":"FED-KLEIN","gebied":"GM6302","period":"2024","value":3}""");
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
            assertThat(reader.nextEvent()).contains("\"value\":3");
            assertThat(figure(client, before).get("value").asInt()).isEqualTo(3);

            Answer revised = client.put(
                    "/v1/indicators/FED-KLEIN?reason=Privacy",
                    "{\"code\":\"FED-KLEIN\"," + DEFINITION + ",\"disclosureThreshold\":5}");
            assertThat(revised.status()).as(revised.text()).isEqualTo(200);
            assertThat(reader.nextEvent()).contains("indicator-definition-revised");
            assertThat(figure(client, before).get("missingReason").asString()).isEqualTo("SUPPRESSED");
        }
    }

    /** The figure in the first event after a position, as whoever waits is shown it. */
    private static JsonNode figure(Client client, long position) {
        Answer page = client.get("/v1/feed?wait=1&limit=1&indicator=FED-KLEIN&after=" + position);
        return page.json().get(0).get("data").get("observations").get(0);
    }
}
