package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Observations as they are read: narrowed in every way, in pages and as CSV, and current after a revision. */
class ObservationsTest {

    private static final String FIGURES = """
            indicator,gebied,period,value,status
            %1$s,BU92010101,2020,1.5,FINAL
            %1$s,BU92010101,2022,2.5,PROVISIONAL
            %1$s,BU92010201,2020,,MISSING
            %1$s,BU92010201,2022,0.30000000000000004,ESTIMATED
            %1$s,GM9201,2020,-7,FINAL
            %1$s,GM9201,2022,1e-300,FINAL
            """;

    @ParameterizedTest
    @EnumSource
    void every_narrowing_gives_what_it_names_in_the_same_order(TestDatabase database) {
        Client client = prepared(database, "READ-NARROW");

        assertThat(keys(client, "&gebied=GM9201")).containsExactly("GM9201 2020", "GM9201 2022");
        assertThat(keys(client, "&gebied=GM9201&gebied=BU92010101&from=2021"))
                .containsExactly("BU92010101 2022", "GM9201 2022");
        assertThat(keys(client, "&type=BUURT&to=2021")).containsExactly("BU92010101 2020", "BU92010201 2020");
        assertThat(keys(client, "&within=WK920102")).containsExactly("BU92010201 2020", "BU92010201 2022");
        assertThat(keys(client, "&within=GM9201&from=2022&to=2022"))
                .containsExactly("BU92010101 2022", "BU92010201 2022");
        assertThat(keys(client, "&gebied=GM9999")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pages_and_csv_hold_the_same_figures_with_all_their_digits(TestDatabase database) {
        Client client = prepared(database, "READ-PAGES");
        List<String> paged = new ArrayList<>();
        String next = "/v1/observations?indicator=READ-PAGES&limit=4";
        while (next != null) {
            Answer page = client.get(next);
            page.json().get("observations").values().forEach(each -> paged.add(line(each)));
            next = page.next().orElse(null);
        }

        Answer csv = client.get("/v1/observations?indicator=READ-PAGES", "Accept", "text/csv");
        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.text().lines().toList())
                .startsWith("indicator,gebied,period,value,status,missingReason")
                .endsWith(paged.toArray(String[]::new));
        assertThat(paged)
                .containsExactly(
                        "READ-PAGES,BU92010101,2020,1.5,FINAL,",
                        "READ-PAGES,BU92010101,2022,2.5,PROVISIONAL,",
                        "READ-PAGES,BU92010201,2020,,MISSING,NOT_PUBLISHED",
                        "READ-PAGES,BU92010201,2022,0.30000000000000004,ESTIMATED,",
                        "READ-PAGES,GM9201,2020,-7.0,FINAL,",
                        "READ-PAGES,GM9201,2022,1.0E-300,FINAL,");
    }

    @ParameterizedTest
    @EnumSource
    void a_revised_figure_reads_as_revised_and_a_refused_one_as_before(TestDatabase database) {
        Client client = prepared(database, "READ-REVISED");
        String corrected = "{\"indicator\":\"READ-REVISED\",\"gebied\":\"GM9201\",\"period\":\"2020\",\"value\":-8}";

        Answer refused = client.post("/v1/observations", corrected);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("final-value-needs-revision");
        Answer revised = client.post("/v1/observations?revision=true&reason=typing%20error", corrected);
        assertThat(revised.status()).as(revised.text()).isEqualTo(201);
        Answer again = client.post("/v1/observations?revision=true&reason=typing%20error", corrected);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.position()).isEqualTo(revised.position());

        JsonNode read = client.get(
                        "/v1/observations?indicator=READ-REVISED&gebied=GM9201&to=2020",
                        "Min-Event-Position",
                        Long.toString(revised.position()))
                .json()
                .get("observations");
        assertThat(read.size()).isEqualTo(1);
        assertThat(read.get(0).get("value").asDouble()).isEqualTo(-8);
    }

    @ParameterizedTest
    @EnumSource
    void a_csv_file_that_is_sent_back_changes_nothing_whatever_the_reasons_of_what_is_missing(TestDatabase database) {
        Client client = prepared(database, "READ-RETURN");
        Answer suppressed = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString("""
                        indicator,gebied,period,value,status,missingReason
                        READ-RETURN,GM9201,2023,,MISSING,SUPPRESSED
                        """));
        assertThat(suppressed.status()).as(suppressed.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(suppressed.position()));

        String file =
                client.get("/v1/observations?indicator=READ-RETURN&format=csv").text();
        Answer returned = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString(file));

        assertThat(returned.json().get("unchanged").asInt())
                .as(returned.text())
                .isEqualTo(file.lines().toList().size() - 1);
        Answer single = client.post(
                "/v1/observations", "{\"indicator\":\"READ-RETURN\",\"gebied\":\"GM9201\",\"period\":\"2023\"}");
        assertThat(single.status()).as(single.text()).isEqualTo(200);
    }

    private static Client prepared(TestDatabase database, String indicator) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", """
                [{"code":"GM9201","name":"Gemeente","type":"GEMEENTE"},
                 {"code":"BU92010101","name":"Buurt","type":"BUURT"},
                 {"code":"BU92010201","name":"Buurt","type":"BUURT"}]""");
        client.post("/v1/indicators", "{\"code\":\"" + indicator + "\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        Answer taken = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString(FIGURES.formatted(indicator)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().get("accepted").asInt()).isEqualTo(5);
        assertThat(taken.json().get("missing").asInt()).isEqualTo(1);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(taken.position()));
        return client;
    }

    private static List<String> keys(Client client, String narrowing) {
        Answer answer = client.get("/v1/observations?indicator=READ-NARROW" + narrowing);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("observations").values().stream()
                .map(each ->
                        each.get("gebied").asString() + " " + each.get("period").asString())
                .toList();
    }

    private static String line(JsonNode observation) {
        JsonNode value = observation.get("value");
        JsonNode reason = observation.get("missingReason");
        return String.join(
                ",",
                observation.get("indicator").asString(),
                observation.get("gebied").asString(),
                observation.get("period").asString(),
                value.isNull() ? "" : Double.toString(value.asDouble()),
                observation.get("status").asString(),
                reason == null ? "" : reason.asString());
    }
}
