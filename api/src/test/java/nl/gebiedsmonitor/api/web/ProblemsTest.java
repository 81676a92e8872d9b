package nl.gebiedsmonitor.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request is told as problem+json, in words, with the headers of every answer. */
class ProblemsTest {

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /v1/gebieden", "code name type parent compositionStatus"),
            Map.entry("PUT /v1/gebieden/GM9980/name", "name"),
            Map.entry("PUT /v1/gebieden/SV-PROBLEMS/members", "compositionStatus"),
            Map.entry("POST /v1/gebieden/GM9980/closure", "closedOn shareBasis"),
            Map.entry("POST /v1/indicators", "code nameNl nameEn unit frequency dimension polarity aggregation source"),
            Map.entry("PUT /v1/indicators/PROBLEMS?reason=x", "nameNl frequency"),
            Map.entry("POST /v1/indicators/PROBLEMS/retirement", "retiredOn reason"),
            Map.entry("POST /v1/observations", "indicator gebied period status missingReason"),
            Map.entry("POST /v1/score-models", "id name description source deviationIndicator aggregationWeight"),
            Map.entry("POST /v1/manifests", "slug title date"),
            Map.entry("POST /v1/manifests/problems/signatures", "gemeente office officeHolder signedOn"),
            Map.entry("POST /v1/manifests/problems/signatures/GM9980/withdrawal", "withdrawnOn reason"),
            Map.entry("POST /v1/manifests/problems/endorsements", "endorser office endorsedOn"),
            Map.entry("POST /v1/manifests/problems/withdrawal", "withdrawnOn reason"),
            Map.entry("POST /v1/measures", "id gebied opgave title description plannedFrom leadOrganisation"),
            Map.entry("PUT /v1/measures/problems/plan", "adjustedOn reason"),
            Map.entry("POST /v1/measures/problems/status-changes", "status date reason"));

    @ParameterizedTest
    @EnumSource
    void a_body_of_the_wrong_types_is_told_by_field(TestDatabase database) {
        Client client = Product.on(database).client();
        BODIES.forEach((endpoint, fields) -> {
            for (String field : fields.split(" ", -1)) {
                for (String wrong : List.of("7", "true", "[]", "{\"a\":1}", "\"\\u0000\"", "\"\\ud800\"")) {
                    Answer answer = send(client, endpoint, "{\"" + field + "\":" + wrong + "}");
                    assertProblem(answer, 400);
                    assertThat(fields(answer)).as(endpoint + " " + wrong).contains(field);
                }
            }
            assertProblem(send(client, endpoint, "{\"colour\":1}"), 400);
            assertThat(rules(send(client, endpoint, "{\"colour\":1}"))).contains("known-field");
            for (String wrong : List.of("", "{", "[", "nul", "null", "7", "\"a\"", "{\"a\":1,}", "{} {}", "\u0000")) {
                assertProblem(send(client, endpoint, wrong), 400);
            }
            assertProblem(send(client, endpoint, "[".repeat(100_000)), 400);
            assertProblem(send(client, endpoint, "{\"a\":" + "1".repeat(5000) + "}"), 400);
        });
    }

    @ParameterizedTest
    @EnumSource
    void numbers_are_numbers(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String wrong : List.of("\"\"", "\"1\"", "\"NaN\"", "true", "1e400", "NaN", "[1]")) {
            assertProblem(
                    client.post(
                            "/v1/observations",
                            "{\"indicator\":\"PROBLEMS\",\"gebied\":\"GM9980\",\"period\":\"2024\",\"value\":" + wrong
                                    + "}"),
                    400);
            assertProblem(
                    client.post(
                            "/v1/indicators",
                            "{\"code\":\"PROBLEMS\",\"nameNl\":\"x\",\"frequency\":\"YEAR\",\"min\":" + wrong + "}"),
                    400);
        }
        for (String wrong : List.of("\"2020\"", "2020.5", "99999999999", "1e3", "true")) {
            assertProblem(
                    client.put("/v1/gebieden/SV-X/members", "{\"members\":[\"1011\"],\"referenceYear\":" + wrong + "}"),
                    400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_with_a_body_is_told_at_once(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer measure = client.post(
                "/v1/measures", "{\"id\":\"A B\",\"gebied\":\"X\",\"opgave\":\"Y\",\"plannedFrom\":\"gisteren\"}");
        assertThat(fields(measure))
                .containsExactlyInAnyOrder("id", "gebied", "opgave", "plannedFrom", "title", "leadOrganisation");
        Answer indicator = client.post("/v1/indicators", "{}");
        assertThat(fields(indicator)).containsExactlyInAnyOrder("code", "nameNl", "frequency");
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_with_a_query_is_told_at_once(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer observations = client.get(
                "/v1/observations?indicator=a&gebied=b&type=C&within=d&from=e&to=f&cursor=g" + "&limit=0&format=h");
        assertProblem(observations, 400);
        assertThat(fields(observations))
                .containsExactlyInAnyOrder(
                        "indicator", "gebied", "type", "within", "from", "to", "cursor", "limit", "format");
        Answer delivery = client.post("/v1/deliveries?mode=half&dryRun=maybe&revision=ja", "{}");
        assertThat(fields(delivery)).containsExactlyInAnyOrder("mode", "dryRun", "revision");
        for (String query : List.of(
                "/v1/gebieden?limit=0",
                "/v1/gebieden?limit=1001",
                "/v1/gebieden?limit=-1",
                "/v1/gebieden?limit=abc",
                "/v1/gebieden?limit=1.0",
                "/v1/gebieden?limit=99999999999999999999",
                "/v1/gebieden?limit=",
                "/v1/gebieden?limit=1&limit=2",
                "/v1/gebieden?cursor=x",
                "/v1/gebieden?cursor=AAAA",
                "/v1/gebieden?q=%00",
                "/v1/gebieden?q=%C3%28",
                "/v1/gebieden?colour=red",
                "/v1/indicators?cursor=%20",
                "/v1/manifests?cursor=x",
                "/v1/measures?status=X",
                "/v1/feed?after=99999999",
                "/v1/feed?after=-1",
                "/v1/feed?after=99999999999999999999",
                "/v1/feed?limit=x",
                "/v1/observations?from=2024&to=2023",
                "/v1/observations?from=2024-13",
                "/v1/observations?gebied=",
                "/v1/observations?gebied=G%D0%9C0363",
                "/v1/observations?" + "a&".repeat(2000),
                "/v1/gebieden/GM99800",
                "/v1/indicators/a",
                "/v1/gebieden/GM9980/profile?x=1")) {
            assertProblem(client.get(query), 400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_404(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String path : List.of(
                "/",
                "/v1",
                "/v1/unknown",
                "/v2/gebieden",
                "/v1/gebieden/",
                "/v1/gebieden/GM9989",
                "/v1/gebieden/GM9989/profile",
                "/v1/gebieden/GM9989/members",
                "/v1/indicators/NONE",
                "/v1/manifests/none",
                "/v1/manifests/none/signatures",
                "/v1/manifests/none/signatures/GM9989",
                "/v1/measures/none",
                "/v1/deliveries/none",
                "/v1/deliveries/%E2%82%AC",
                "/WEB-INF/web.xml",
                "/error/none",
                "/actuator/env")) {
            assertProblem(client.get(path), 404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_changed_and_not_there_is_404_and_says_what_it_is(TestDatabase database) {
        Client client = Product.on(database).client();
        String realisation = "{\"cashFlow\":\"x\",\"year\":1,\"amount\":1,\"priceLevel\":2024,\"source\":\"x\"}";
        String withdrawal = "{\"withdrawnOn\":\"2024-01-01\",\"reason\":\"x\"}";
        Map<String, String> absent = Map.of(
                "PUT /v1/gebieden/GM9989/name {\"name\":\"x\"}",
                "gebied GM9989",
                "PUT /v1/gebieden/SV-NONE/members {\"members\":[\"1011\"],\"referenceYear\":2024}",
                "gebied SV-NONE",
                "POST /v1/gebieden/GM9989/closure {\"closedOn\":\"2024-01-01\"}",
                "gebied GM9989",
                "POST /v1/indicators/NONE/retirement {\"retiredOn\":\"2024-01-01\",\"reason\":\"x\"}",
                "indicator NONE",
                "POST /v1/manifests/none/withdrawal " + withdrawal,
                "manifest none",
                "POST /v1/manifests/none/signatures/GM9989/withdrawal " + withdrawal,
                "manifest none",
                "POST /v1/measures/none/status-changes {\"status\":\"RUNNING\",\"date\":\"2024-01-01\"}",
                "measure none",
                "POST /v1/impact-analyses/none/realisations " + realisation,
                "impact analysis none");
        absent.forEach((request, what) -> {
            String[] parts = request.split(" ", 3);
            Answer answer = send(client, parts[0] + " " + parts[1], parts[2]);
            assertProblem(answer, 404);
            assertThat(answer.json().get("detail").asString()).isEqualTo("There is no " + what + ".");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_method_that_is_not_there_is_405_and_says_which_are(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String path :
                List.of("/v1/gebieden", "/v1/observations", "/v1/feed", "/v1/deliveries", "/v1/measures/x")) {
            Answer answer = client.method("PATCH", path);
            assertProblem(answer, 405);
            assertThat(answer.header("Allow")).isPresent();
        }
        assertProblem(client.method("DELETE", "/v1/gebieden/GM9980"), 405);
        assertProblem(client.method("GET", "/v1/deliveries"), 405);
    }

    @ParameterizedTest
    @EnumSource
    void only_json_is_taken_and_made_whatever_else_the_libraries_could(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String type : List.of("application/yaml", "application/xml", "application/cbor")) {
            assertProblem(
                    client.post(
                            "/v1/indicators",
                            type,
                            BodyPublishers.ofString("code: NUL-1\nnameNl: \"a\\0b\"\nfrequency: YEAR\n")),
                    415);
            assertProblem(client.get("/v1/indicators", "Accept", type), 406);
        }
        assertThat(client.get("/v1/indicators/NUL-1").status()).isEqualTo(404);
        assertThat(client.get("/v1/feed", "Accept", "application/json").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_media_type_that_is_not_taken_is_415_and_one_that_is_not_made_406(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String type :
                List.of("application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "x/y")) {
            for (String path : List.of("/v1/gebieden", "/v1/deliveries", "/v1/observations", "/v1/measures")) {
                assertProblem(client.post(path, type, BodyPublishers.ofString("a=1")), 415);
            }
        }
        for (String type : List.of("text", "text/csv; charset=nothing", "a/b/c")) {
            assertThat(client.post("/v1/measures", type, BodyPublishers.ofString("a=1"))
                            .status())
                    .isBetween(400, 415);
        }
        assertProblem(
                client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString("x"), "Content-Encoding", "gzip"),
                415);
        for (String path : List.of("/v1/gebieden", "/v1/observations", "/v1/feed", "/v1/manifests")) {
            assertProblem(client.get(path, "Accept", "application/xml"), 406);
        }
        assertProblem(client.get("/v1/observations", "Accept", "not a type"), 406);
    }

    @ParameterizedTest
    @EnumSource
    void a_body_larger_than_its_endpoint_takes_is_413(TestDatabase database) {
        Client client = Product.on(database).client();
        String large = "{\"name\":\"" + "a".repeat(11_000_000) + "\"}";
        assertProblem(client.put("/v1/gebieden/GM9980/name", large), 413);
        assertProblem(
                client.post(
                        "/v1/indicators",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes(UTF_8)))),
                413);
    }

    private static Answer send(Client client, String endpoint, String body) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return endpoint.startsWith("PUT") ? client.put(path, body) : client.post(path, body);
    }

    static void assertProblem(Answer answer, int status) {
        String asked =
                answer.response().request().method() + " " + answer.response().uri() + " -> " + answer.text();
        assertThat(answer.status()).as(asked).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(asked).contains("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asString()).as(asked).isNotBlank();
        assertThat(answer.json().get("detail").asString()).as(asked).isNotBlank();
        assertThat(answer.text())
                .doesNotContainPattern("Exception|\\b(java|org|tools|nl)\\.[a-z]+\\.|(?i:select |insert into)|\\tat ");
        assertThat(answer.header("API-Version")).as(asked).contains("1.0.0");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security")).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
    }

    private static List<String> fields(Answer answer) {
        return each(answer, "field");
    }

    private static List<String> rules(Answer answer) {
        return each(answer, "rule");
    }

    private static List<String> each(Answer answer, String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode error : answer.json().path("errors")) {
            found.add(error.path(name).asString(""));
        }
        return found;
    }
}
