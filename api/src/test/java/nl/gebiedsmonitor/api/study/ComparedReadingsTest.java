package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Readings that are computed again: to check them, or on later figures. */
class ComparedReadingsTest {

    private static final String STUDIES = "/v1/effect-studies/";
    private static final String DID = "\"estimators\":[\"DID\"]";

    @ParameterizedTest
    @EnumSource
    void a_reading_is_checked_by_computing_it_again_and_says_when_its_figures_changed(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-herzien", DID);
        String address = proposition.read("stu-herzien");
        JsonNode reading = client.get(address).json();
        JsonNode check = client.get(
                        address + "/comparison?asOf=" + reading.get("asOf").asLong())
                .json();
        assertThat(check.get("identical").asBoolean()).isTrue();
        assertThat(check.get("figuresChanged").asBoolean()).isFalse();

        Answer revised = client.post(
                "/v1/deliveries?revision=true&reason=Hertelling",
                "text/csv",
                BodyPublishers.ofString("indicator,gebied,period,value\nSTU-PACKS,GM6839,2000,31.6\n"));
        assertThat(revised.status()).as(revised.text()).isIn(200, 201);
        try {
            JsonNode after = client.get(address, "Min-Event-Position", Long.toString(revised.position()))
                    .json();
            assertThat(after.get("figuresChanged").asBoolean()).isTrue();
            assertThat(after.get("results")).isEqualTo(reading.get("results"));
            JsonNode now = client.get(address + "/comparison").json();
            assertThat(now.get("identical").asBoolean()).isFalse();
            assertThat(now.at("/changes/0/changes/0/gebied").asString()).isEqualTo("GM6839");
            assertThat(now.at("/changes/0/changes/0/now").asDouble()).isEqualTo(31.6);
            assertThat(now.at("/results/0/then/estimate").asDouble()).isCloseTo(-27.3491110836149, within(1e-9));
            assertThat(now.at("/results/0/now/estimate").asDouble())
                    .isCloseTo(-27.3491110836149 - 10.0 / 12, within(1e-6));
        } finally {
            client.post(
                    "/v1/deliveries?revision=true&reason=Terug",
                    "text/csv",
                    BodyPublishers.ofString("indicator,gebied,period,value\nSTU-PACKS,GM6839,2000,41.59999847\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_comparison_is_answered_with_its_progress_and_can_be_called_off(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.beginWith("stu-vergeleken", Proposition99.longDesign(1000));
        String address = proposition.read("stu-vergeleken");
        long then = client.get(address).json().get("asOf").asLong();
        Answer asked = client.get(address + "/comparison?asOf=" + then, "Prefer", "respond-async");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.header("Retry-After")).isPresent();
        assertThat(asked.json().get("state").asString()).isEqualTo("COMPUTING");
        assertThat(asked.json().get("progress").asDouble()).isBetween(0.0, 1.0);
        String location = asked.header("Location").orElseThrow();
        Answer cancelled = client.method("DELETE", location);
        assertThat(cancelled.json().get("cancelled").asBoolean()).isTrue();
        assertThat(client.method("DELETE", location).json().get("cancelled").asBoolean())
                .isFalse();
        Answer latest = client.get(address + "/comparison", "Prefer", "respond-async");
        assertThat(latest.status()).as(latest.text()).isEqualTo(202);
        JsonNode compared = client.get(latest.header("Location").orElseThrow(), "Prefer", "wait=60")
                .json();
        assertThat(compared.get("identical").asBoolean())
                .as(compared.toString())
                .isTrue();
        assertThat(compared.get("asOf").asLong())
                .isEqualTo(latest.json().get("asOf").asLong());
        assertThat(client.method("DELETE", address + "/comparison").text()).contains("\"field\":\"asOf\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_is_compared_with_a_few_positions_at_a_time(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.beginWith("stu-druk", Proposition99.longDesign(1000));
        String comparison = proposition.read("stu-druk") + "/comparison?asOf=";
        long now = client.get(STUDIES + "stu-druk").position();
        List<String> asked = LongStream.range(0, 4)
                .mapToObj(back -> comparison + (now - back))
                .toList();
        for (String each : asked) {
            assertThat(client.get(each, "Prefer", "respond-async").status())
                    .as(each)
                    .isEqualTo(202);
        }
        Answer refused = client.get(comparison + (now - 4), "Prefer", "respond-async");
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        for (String each : asked.subList(1, 4)) {
            assertThat(client.method("DELETE", each).json().get("cancelled").asBoolean())
                    .as(each)
                    .isTrue();
        }
        Answer first = client.get(asked.getFirst(), "Prefer", "wait=60");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer again = client.get(asked.getFirst(), "Prefer", "respond-async");
        assertThat(again.status()).as("what was found is kept for others").isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    /** Whoever is refused for the form asks again in another: that would be one reading more. */
    @ParameterizedTest
    @EnumSource
    void nothing_is_read_or_computed_in_vain_for_a_form_that_is_not_to_be_had(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-vorm", DID);
        Answer read = client.post(STUDIES + "stu-vorm/readings", "{}", "Prefer", "wait=60", "Accept", "text/csv");
        assertThat(read.status()).as(read.text()).isEqualTo(201);
        assertThat(read.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(read.json().get("state").asString()).isEqualTo("COMPUTED");
        Answer compared = client.get(read.header("Location").orElseThrow() + "/comparison", "Accept", "text/csv");
        assertThat(compared.status()).as(compared.text()).isEqualTo(406);
        assertThat(compared.header("Location")).isEmpty();
        Answer empty = client.post(STUDIES + "stu-vorm/readings", "{\"asOf\":\"\"}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("A moment is a position such as");
        Answer foreign = client.post(STUDIES + "stu-vorm/readings", "{\"asOf\":\"\u0661\u0662\"}");
        assertThat(foreign.status()).as(foreign.text()).isEqualTo(400);
    }
}
