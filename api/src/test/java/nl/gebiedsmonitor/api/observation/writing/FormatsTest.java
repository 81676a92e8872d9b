package nl.gebiedsmonitor.api.observation.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A few figures, the same in every format. */
class FormatsTest {

    private static final List<String> ROWS = List.of(
            "FMT-A,BU65010101,2022,0.1,FINAL,",
            "FMT-A,BU65010101,2023,-2.5E-10,PROVISIONAL,",
            "FMT-A,GM6501,2022,,MISSING,SUPPRESSED",
            "FMT-A,GM6501,2023,1.0E22,ESTIMATED,",
            "FMT-B,BU65010101,2022,7.0,FINAL,");

    private static final String QUESTION = "/v1/observations?indicator=FMT-A&indicator=FMT-B";

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/x-ndjson",
            "text/csv",
            "application/vnd.json-stat+json",
            "application/vnd.apache.parquet",
            "application/vnd.sdmx.data+csv",
            "application/vnd.sdmx.data+json");

    @ParameterizedTest
    @EnumSource
    void csv_ndjson_and_json_hold_the_same_figures(TestDatabase database) {
        Client client = prepared(database);

        Answer csv = client.get(QUESTION + "&format=csv");
        assertThat(csv.text())
                .isEqualTo(
                        "indicator,gebied,period,value,status,missingReason\r\n" + String.join("\r\n", ROWS) + "\r\n");
        List<JsonNode> lines = client.get(QUESTION + "&format=ndjson")
                .text()
                .lines()
                .map(Client::read)
                .toList();
        assertThat(lines).map(FormatsTest::row).isEqualTo(ROWS);
        JsonNode page = client.get(QUESTION).json().get("observations");
        assertThat(lines).isEqualTo(List.copyOf(page.values()));
    }

    @ParameterizedTest
    @EnumSource
    void csv_for_a_spreadsheet_set_to_dutch_has_semicolons_commas_and_a_byte_order_mark(TestDatabase database) {
        Client client = prepared(database);

        String csv =
                client.get(QUESTION + "&format=csv&separator=%3B&decimal=comma").text();
        assertThat(csv).startsWith("\uFEFFindicator;gebied;period;value;status;missingReason\r\n");
        assertThat(csv).contains("FMT-A;BU65010101;2022;0,1;FINAL;\r\n").contains(";-2,5E-10;");
        assertThat(client.get(QUESTION + "&format=csv&decimal=comma").text()).isEqualTo(csv);
        Answer returned = client.post("/v1/deliveries?decimal=comma", "text/csv", BodyPublishers.ofString(csv));
        assertThat(returned.json().get("unchanged").asInt()).as(returned.text()).isEqualTo(ROWS.size());

        assertFault(client.get(QUESTION + "&format=csv&decimal=comma&separator=,"), "separator");
        assertFault(client.get(QUESTION + "&format=csv&decimal=dot"), "decimal");
        assertFault(client.get(QUESTION + "&format=ndjson&separator=%3B"), "csv-only");
    }

    @ParameterizedTest
    @EnumSource
    void a_csv_file_links_to_what_its_columns_are(TestDatabase database) {
        Client client = prepared(database);

        Answer csv = client.get(QUESTION + "&format=csv&decimal=comma");
        assertThat(csv.header("Link").orElseThrow())
                .contains("/v1/observations/csv-metadata.json?separator=%3B&decimal=comma>;"
                        + " rel=\"describedby\"; type=\"application/csvm+json\"");
        Answer metadata = client.get("/v1/observations/csv-metadata.json?separator=%3B&decimal=comma");
        assertThat(metadata.header("Content-Type")).contains("application/csvm+json");
        JsonNode schema = metadata.json().get("tableSchema");
        assertThat(schema.get("columns").values())
                .map(column -> column.get("name").asString())
                .isEqualTo(List.of(csv.text()
                        .substring(1)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(";", -1)));
        assertThat(schema.get("primaryKey").values())
                .map(JsonNode::asString)
                .containsExactly("indicator", "gebied", "period");
        assertThat(metadata.json().at("/dialect/delimiter").asString()).isEqualTo(";");
        assertThat(schema.at("/columns/3/datatype/format/decimalChar").asString())
                .isEqualTo(",");
        assertThat(client.get("/v1/observations/csv-metadata.json")
                        .json()
                        .at("/tableSchema/columns/3/datatype")
                        .asString())
                .isEqualTo("double");
    }

    @ParameterizedTest
    @EnumSource
    void json_stat_is_read_by_its_toolkit_in_both_languages(TestDatabase database) {
        Client client = prepared(database);

        Answer dutch = client.get(QUESTION + "&format=json-stat");
        assertThat(dutch.header("Content-Language")).contains("nl");
        assertThat(dutch.header("Vary").orElseThrow()).contains("Accept", "Accept-Language");
        try (JsonStatReader cube = new JsonStatReader(dutch.text())) {
            assertThat(cube.cells()).isEqualTo(8);
            assertThat(cube.codes("gebied")).containsExactly("BU65010101", "GM6501");
            assertThat(List.of(cube.role("indicator"), cube.role("gebied"), cube.role("period")))
                    .containsExactly("metric", "geo", "time");
            assertThat(cube.label("indicator", "FMT-A")).isEqualTo("Eerste");
            assertThat(cube.label("gebied", "GM6501")).isEqualTo("Naam van GM6501");
            assertThat(cube.unit("FMT-A", "label").asString()).isEqualTo("score");
            assertThat(cube.unit("FMT-A", "decimals").asInt()).isEqualTo(2);
            assertThat(cube.value("FMT-A", "GM6501", "2023")).isEqualTo(1.0E22);
            assertThat(cube.status("FMT-A", "GM6501", "2023")).isEqualTo("ESTIMATED");
            assertThat(cube.value("FMT-A", "GM6501", "2022")).isNull();
            assertThat(cube.status("FMT-A", "GM6501", "2022")).isEqualTo("SUPPRESSED");
            assertThat(cube.status("FMT-A", "BU65010101", "2022")).isNull();
            assertThat(cube.value("FMT-B", "GM6501", "2023")).isNull();
        }
        Answer english =
                client.get(QUESTION, "Accept", "application/vnd.json-stat+json", "Accept-Language", "fr, en-GB;q=0.8");
        assertThat(english.header("Content-Language")).contains("en");
        assertThat(english.json().at("/extension/status/label/PROVISIONAL").asString())
                .isEqualTo("provisional");
        assertThat(english.json().at("/extension/position").asLong()).isEqualTo(english.position());
        try (JsonStatReader cube = new JsonStatReader(english.text())) {
            assertThat(cube.label()).isEqualTo("Observations");
            assertThat(cube.label("indicator", "FMT-A")).isEqualTo("First");
            assertThat(cube.label("indicator", "FMT-B")).isEqualTo("Tweede");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parquet_file_is_read_by_duckdb_with_its_types(TestDatabase database) {
        Client client = prepared(database);

        byte[] parquet = client.bytes(QUESTION + "&format=parquet");
        assertThat(ParquetReader.query(
                        parquet, "select indicator, gebied, period, value, status, missing_reason from file"))
                .isEqualTo(ROWS);
        assertThat(ParquetReader.query(parquet, "select column_name, column_type from (describe file)"))
                .containsExactly(
                        "indicator,VARCHAR",
                        "gebied,VARCHAR",
                        "period,VARCHAR",
                        "period_start,DATE",
                        "value,DOUBLE",
                        "status,VARCHAR",
                        "missing_reason,VARCHAR");
        assertThat(ParquetReader.query(parquet, "select distinct period_start from file order by 1"))
                .containsExactly("2022-01-01", "2023-01-01");
    }

    @ParameterizedTest
    @EnumSource
    void what_matches_nothing_is_empty_in_every_format(TestDatabase database) {
        Client client = prepared(database);
        String nothing = QUESTION + "&from=2050&format=";

        assertThat(client.get(nothing + "csv").text())
                .isEqualTo("indicator,gebied,period,value,status,missingReason\r\n");
        assertThat(client.get(nothing + "ndjson").text()).isEmpty();
        assertThat(client.get(nothing + "json").json().get("observations").size())
                .isZero();
        JsonNode cube = client.get(nothing + "json-stat").json();
        assertThat(cube.get("size").values()).map(JsonNode::asInt).containsExactly(0, 0, 0);
        assertThat(cube.get("value").size()).isZero();
        assertThat(ParquetReader.query(client.bytes(nothing + "parquet"), "select * from file"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_accepted_decides_by_quality_then_by_exactness_then_by_order(TestDatabase database) {
        Client client = prepared(database);

        for (String type : MEDIA_TYPES) {
            assertType(client, type, type);
            assertType(client, "application/xml, " + type + ";q=0.1", type);
        }
        assertType(client, "*/*", "application/json");
        assertType(client, "text/html, */*;q=0.8", "application/json");
        assertType(client, "text/csv, application/json", "text/csv");
        assertType(client, "application/json;q=0.5, text/csv", "text/csv");
        assertType(client, "*/*, text/csv", "text/csv");
        assertType(client, "application/json;q=0, application/*", "application/x-ndjson");
        assertThat(client.get(QUESTION + "&format=json", "Accept", "text/csv").header("Content-Type"))
                .contains("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void an_accept_that_nothing_satisfies_is_406_and_an_unknown_format_400(TestDatabase database) {
        Client client = prepared(database);

        for (String accept :
                List.of("application/xml", "text/html, image/*", "*/*;q=0", "application/sdmx+json;q=0.9")) {
            Answer refused = client.get(QUESTION, "Accept", accept);
            assertThat(refused.status()).as(accept).isEqualTo(406);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
            assertThat(refused.header("Cache-Control")).contains("no-store");
            assertThat(refused.json().get("detail").asString()).contains(MEDIA_TYPES);
        }
        assertFault(client.get(QUESTION + "&format=xlsx"), "format");
        assertFault(client.get("/v1/leefbaarheid?format=parquet"), "format");
    }

    @ParameterizedTest
    @EnumSource
    void a_cube_that_is_nearly_empty_or_very_large_is_refused_with_advice(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        String[] gebieden = new String[340];
        String[] figures = new String[340];
        for (int i = 0; i < gebieden.length; i++) {
            gebieden[i] = "BU6502%04d".formatted(i);
            figures[i] = gebieden[i] + " " + (1900 + i % 300) + "-" + "%02d".formatted(1 + i % 12) + " 1";
        }
        clerk.register(gebieden);
        clerk.post("/v1/indicators", "{\"code\":\"FMT-SPARSE\",\"nameNl\":\"Ijl\",\"frequency\":\"MONTH\"}");
        clerk.deliver("FMT-SPARSE", figures);

        assertFault(clerk.ask("/v1/observations?indicator=FMT-SPARSE&format=json-stat"), "cube-too-sparse");
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            String code = "FMT-WIDE-" + i;
            clerk.post("/v1/indicators", "{\"code\":\"" + code + "\",\"nameNl\":\"Wijd\",\"frequency\":\"MONTH\"}");
            clerk.deliver(code, figures[0]);
            others.append("&indicator=").append(code);
        }
        assertFault(clerk.ask("/v1/observations?indicator=FMT-SPARSE&format=json-stat" + others), "cube-too-large");
        Answer narrow = clerk.read("/v1/observations?indicator=FMT-SPARSE&format=json-stat&to=1910");
        assertThat(narrow.json().get("value").isObject()).isTrue();
    }

    private static void assertFault(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().get("errors").values())
                .map(error -> error.get("rule").asString())
                .contains(rule);
    }

    private static void assertType(Client client, String accept, String type) {
        assertThat(client.get(QUESTION, "Accept", accept).header("Content-Type").orElseThrow())
                .as(accept)
                .startsWith(type);
    }

    private static String row(JsonNode view) {
        JsonNode value = view.get("value");
        JsonNode reason = view.get("missingReason");
        return String.join(
                ",",
                view.get("indicator").asString(),
                view.get("gebied").asString(),
                view.get("period").asString(),
                value.isNull() ? "" : Double.toString(value.asDouble()),
                view.get("status").asString(),
                reason == null ? "" : reason.asString());
    }

    private static Client prepared(TestDatabase database) {
        Client client = Product.on(database).client();
        Clerk clerk = new Clerk(client);
        clerk.register("GM6501", "BU65010101");
        client.post("/v1/indicators", """
                {"code":"FMT-A","nameNl":"Eerste","nameEn":"First","frequency":"YEAR","unit":"score","decimals":2}""");
        client.post("/v1/indicators", """
                {"code":"FMT-B","nameNl":"Tweede","frequency":"YEAR"}""");
        Answer delivered = client.post(
                "/v1/deliveries",
                "text/csv",
                BodyPublishers.ofString(
                        "indicator,gebied,period,value,status,missingReason\n" + String.join("\n", ROWS) + "\n"));
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(delivered.position()));
        return client;
    }
}
