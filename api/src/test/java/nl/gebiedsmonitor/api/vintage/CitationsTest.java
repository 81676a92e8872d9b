package nl.gebiedsmonitor.api.vintage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What was cited is answered with the same bytes for ever, whatever is written afterwards. */
class CitationsTest {

    private static final List<String> READS = List.of(
            "/v1/gebieden?within=GM9501",
            "/v1/gebieden?within=GM9501&limit=1",
            "/v1/gebieden?q=buurt%3Deen+%26+%C3%A9%C3%A9n",
            "/v1/gebieden/GM9501",
            "/v1/gebieden/BU95010102",
            "/v1/gebieden/SV-VIN/members",
            "/v1/gebieden/BU95010101/profile",
            "/v1/indicators?cursor=VklOLQ&limit=1",
            "/v1/indicators/VIN-CITED",
            "/v1/observations?indicator=VIN-CITED&within=GM9501",
            "/v1/observations?indicator=VIN-CITED&gebied=BU95010101&format=csv",
            "/v1/observations/history?indicator=VIN-CITED&gebied=BU95010101&period=2022",
            "/v1/vintages/compare?from=0&indicator=VIN-CITED",
            "/v1/vintages/compare?from=0&indicator=VIN-CITED&format=csv",
            "/v1/measures?gebied=SV-VIN",
            "/v1/measures/vin-cited",
            "/v1/manifests?cursor=dmluLQ&limit=1",
            "/v1/manifests/vin-cited",
            "/v1/manifests/vin-cited/signatures",
            "/v1/manifests/vin-cited/signatures/GM9501",
            "/v1/manifests/vin-cited/endorsements");

    @ParameterizedTest
    @EnumSource
    void every_cited_answer_stays_as_it_was_whatever_is_written_afterwards(TestDatabase database) {
        Client client = Product.on(database).client();
        writeMuch(client);
        List<JsonNode> citations = new ArrayList<>();
        for (String read : READS) {
            citations.add(cite(client, read));
        }
        List<String> before =
                READS.stream().map(read -> client.get(read).text()).toList();

        changeMuch(client);

        for (int i = 0; i < READS.size(); i++) {
            JsonNode citation = citations.get(i);
            Answer permanent = client.get(citation.get("url").asString());
            assertThat(permanent.text()).as(READS.get(i)).isEqualTo(before.get(i));
            assertThat(sha256(permanent.text()))
                    .isEqualTo(citation.get("sha256").asString());
            assertThat(permanent.text().getBytes(UTF_8))
                    .hasSize(citation.get("bytes").asInt());
            assertThat(permanent.header("Content-Type"))
                    .contains(citation.get("mediaType").asString());
            assertThat(permanent.position()).isEqualTo(citation.get("asOf").asLong());
            assertThat(client.get(READS.get(i)).text()).as(READS.get(i)).isNotEqualTo(before.get(i));
            assertThat(cite(
                                    client,
                                    READS.get(i)
                                            + (READS.get(i).contains("?") ? "&" : "?")
                                            + asOf(citation, READS.get(i)))
                            .get("sha256"))
                    .isEqualTo(citation.get("sha256"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_citation_names_its_moment_and_its_bytes_in_one_line(TestDatabase database) {
        Client client = Product.on(database).client();
        long position = post(client, "/v1/gebieden", "{\"code\":\"GM9502\",\"name\":\"Eén\",\"type\":\"GEMEENTE\"}");

        JsonNode citation = cite(client, "/v1/gebieden/GM9502?asOf=" + position);

        String recordedAt = citation.get("recordedAt").asString();
        String url = citation.get("url").asString();
        assertThat(citation.get("query").asString()).isEqualTo("/v1/gebieden/GM9502?asOf=" + position);
        assertThat(citation.get("asOf").asLong()).isEqualTo(position);
        assertThat(url).startsWith("http://127.0.0.1:").endsWith("/v1/gebieden/GM9502?asOf=" + position);
        assertThat(recordedAt).matches("20[0-9-]+T[0-9:]+(\\.[0-9]+)?Z");
        assertThat(citation.get("text").asString())
                .isEqualTo("Gebiedsmonitor, /v1/gebieden/GM9502?asOf=" + position + ", vintage " + position + " ("
                        + recordedAt.replaceAll("\\.[0-9]+", "") + "), <" + url + ">, SHA-256 "
                        + citation.get("sha256").asString());
        assertThat(client.get(url).json().get("name").asString()).isEqualTo("Eén");
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_whose_form_is_left_open_is_cited_as_json_whatever_is_accepted_later(TestDatabase database) {
        Client client = Product.on(database).client();
        JsonNode citation = cite(client, "/v1/observations?indicator=VIN-NONE");
        assertThat(cite(client, "/v1/gebieden?q=" + "%41".repeat(1500))
                        .get("bytes")
                        .asInt())
                .isEqualTo("{\"gebieden\":[]}".length());

        Answer asCsv = client.get(citation.get("url").asString(), "Accept", "text/csv, */*;q=0.1");

        assertThat(sha256(asCsv.text())).isEqualTo(citation.get("sha256").asString());
        assertThat(asCsv.text()).isEqualTo("{\"observations\":[]}");
    }

    private static String asOf(JsonNode citation, String read) {
        return (read.startsWith("/v1/vintages") ? "to=" : "asOf=")
                + citation.get("asOf").asLong();
    }

    private static void writeMuch(Client client) {
        post(client, "/v1/gebieden", """
                [{"code":"GM9501","name":"Gemeente","type":"GEMEENTE"},
                 {"code":"BU95010101","name":"Buurt=een & één","type":"BUURT"},
                 {"code":"BU95010102","name":"Buurt","type":"BUURT"},
                 {"code":"SV-VIN","name":"Focus","type":"FOCUS","members":["BU95010101"],"referenceYear":2024}]""");
        post(client, "/v1/indicators", "{\"code\":\"VIN-CITED\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        record(client, "2021", "1.5", "");
        record(client, "2022", "2.5", "");
        record(client, "2022", "2.25", "?revision=true&reason=correctie");
        post(client, "/v1/measures", """
                {"id":"vin-cited","gebied":"SV-VIN","opgave":"SCHULDHULPVERLENING","title":"Budgetbeheer",
                 "plannedFrom":"2024-01-01","leadOrganisation":"Gemeente"}""");
        post(client, "/v1/measures/vin-cited/status-changes", "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\"}");
        post(client, "/v1/manifests", """
                {"slug":"vin-cited","title":"Proef","date":"2020-06-16","opgaven":["SCHULDHULPVERLENING"],
                 "focusAreas":["SV-VIN"]}""");
        post(client, "/v1/manifests/vin-cited/signatures", """
                {"gemeente":"GM9501","office":"burgemeester","officeHolder":"Voorbeeld","signedOn":"2020-06-16"}""");
        post(client, "/v1/manifests/vin-cited/endorsements", """
                {"endorser":"Een corporatie","endorsedOn":"2020-06-17"}""");
    }

    private static void changeMuch(Client client) {
        put(client, "/v1/gebieden/GM9501/name", "{\"name\":\"Andere naam\"}");
        put(client, "/v1/gebieden/BU95010101/name", "{\"name\":\"Ook anders\"}");
        put(client, "/v1/gebieden/SV-VIN/members", "{\"members\":[\"BU95010102\"],\"referenceYear\":2025}");
        post(client, "/v1/gebieden/BU95010102/closure", """
                {"closedOn":"2025-01-01","successors":["BU95010101"]}""");
        post(client, "/v1/gebieden", "{\"code\":\"BU95010100\",\"name\":\"Nieuw\",\"type\":\"BUURT\"}");
        put(client, "/v1/indicators/VIN-CITED?reason=scherper", """
                {"code":"VIN-CITED","nameNl":"Scherper","frequency":"YEAR","unit":"punten"}""");
        record(client, "2021", "1", "?revision=true&reason=correctie");
        record(client, "2022", "2.5", "?revision=true&reason=correctie");
        record(client, "2023", "3.5", "");
        post(client, "/v1/measures/vin-cited/status-changes", """
                {"status":"STOPPED","date":"2024-06-01","reason":"Geen geld"}""");
        post(client, "/v1/measures", """
                {"id":"vin-cited-2","gebied":"SV-VIN","opgave":"SCHULDHULPVERLENING","title":"Nog een",
                 "plannedFrom":"2024-01-01","leadOrganisation":"Gemeente"}""");
        post(client, "/v1/manifests/vin-cited/signatures/GM9501/withdrawal", """
                {"withdrawnOn":"2021-01-01","reason":"Nieuw college"}""");
        post(client, "/v1/manifests/vin-cited/endorsements", """
                {"endorser":"Nog een corporatie","endorsedOn":"2020-06-18"}""");
        post(client, "/v1/manifests/vin-cited/withdrawal", """
                {"withdrawnOn":"2021-01-02","reason":"Klaar"}""");
    }

    private static void record(Client client, String period, String value, String revision) {
        post(
                client,
                "/v1/observations" + revision,
                "{\"indicator\":\"VIN-CITED\",\"gebied\":\"BU95010101\",\"period\":\"" + period + "\",\"value\":"
                        + value + "}");
    }

    private static long post(Client client, String path, String json) {
        return waitedFor(client, client.post(path, json));
    }

    private static void put(Client client, String path, String json) {
        waitedFor(client, client.put(path, json));
    }

    private static long waitedFor(Client client, Answer written) {
        assertThat(written.status()).as(written.text()).isBetween(200, 201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(written.position()));
        return written.position();
    }

    private static JsonNode cite(Client client, String query) {
        Answer answer = client.get(citing(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String citing(String query) {
        return "/v1/citations?query=" + URLEncoder.encode(query, UTF_8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
