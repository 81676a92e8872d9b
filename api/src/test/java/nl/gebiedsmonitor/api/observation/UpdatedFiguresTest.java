package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who asks for what was updated since the last answer gets that and nothing else. */
class UpdatedFiguresTest {

    private static final String HEADER = "indicator,gebied,period,value,status,missingReason\r\n";

    private static Clerk prepared(TestDatabase database, String indicator) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM6503", "GM6504");
        clerk.define(indicator);
        clerk.deliver(indicator, "GM6503 2022 1", "GM6503 2023 2", "GM6504 2022 3");
        return clerk;
    }

    @ParameterizedTest
    @EnumSource
    void by_the_position_of_the_last_answer_and_by_the_time_of_the_change(TestDatabase database) {
        Clerk clerk = prepared(database, "FMT-UPD");
        Client client = Product.on(database).client();
        String all = "/v1/observations?indicator=FMT-UPD&format=csv";
        long first = clerk.read(all).position();
        clerk.correct("FMT-UPD", "GM6503 2023 2.5");

        Answer updated = clerk.read(all + "&updatedAfter=" + first);
        assertThat(updated.text()).isEqualTo(HEADER + "FMT-UPD,GM6503,2023,2.5,FINAL,\r\n");
        assertThat(clerk.read(all + "&updatedAfter=" + updated.position()).text())
                .isEqualTo(HEADER);
        String time = client.get("/v1/feed?indicator=FMT-UPD&types=observations-revised&after=" + first)
                .json()
                .get(0)
                .get("time")
                .asString();
        assertThat(clerk.read(all + "&updatedAfter=" + time).text()).isEqualTo(updated.text());
        assertThat(clerk.read("/v1/observations?indicator=FMT-UPD&format=ndjson&updatedAfter=" + first)
                        .text())
                .isEqualTo("{\"indicator\":\"FMT-UPD\",\"gebied\":\"GM6503\",\"period\":\"2023\",\"value\":2.5,"
                        + "\"status\":\"FINAL\"}\n");
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_it_stand_at_one_position(TestDatabase database) {
        Clerk clerk = prepared(database, "FMT-UPP");
        long before = clerk.position();
        clerk.correct("FMT-UPP", "GM6503 2022 1.5", "GM6503 2023 2.5", "GM6504 2022 3.5");
        List<Double> values = new ArrayList<>();
        Answer page = clerk.read("/v1/observations?indicator=FMT-UPP&limit=2&updatedAfter=" + before);
        clerk.correct("FMT-UPP", "GM6504 2022 9");
        Client client = Product.on(database).client();
        while (true) {
            for (JsonNode figure : page.json().get("observations")) {
                values.add(figure.get("value").asDouble());
            }
            if (page.next().isEmpty()) {
                break;
            }
            page = client.get(page.next().get());
        }
        assertThat(values).containsExactly(1.5, 2.5, 3.5);
    }

    @ParameterizedTest
    @EnumSource
    void what_makes_no_sense_is_refused(TestDatabase database) {
        Clerk clerk = prepared(database, "FMT-UPX");
        long now = clerk.position();
        String all = "/v1/observations?indicator=FMT-UPX&updatedAfter=";
        assertThat(rules(clerk.ask(all + now + "&asOf=" + (now - 1)))).containsExactly("updated-after");
        assertThat(rules(clerk.ask(all + now + "&format=json-stat"))).containsExactly("cube-of-changes");
        assertThat(rules(clerk.ask(all + "gisteren"))).containsExactly("as-of");
        assertThat(rules(clerk.ask(all + (now + 1_000_000)))).containsExactly("as-of");
    }

    private static List<String> rules(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        return refused.json().get("errors").findValuesAsString("rule");
    }
}
