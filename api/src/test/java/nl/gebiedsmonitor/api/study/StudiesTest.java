package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The life of an effect study over HTTP, on the published figures of Proposition 99. */
class StudiesTest {

    private static final String STUDIES = "/v1/effect-studies/";
    private static final String ALL = "\"estimators\":[\"SDID\",\"SC\",\"DID\",\"CS\",\"ITS\",\"BEFORE_AFTER\"]";
    private static final String DID = "\"estimators\":[\"DID\"]";

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode result(JsonNode reading, String estimator) {
        return StreamSupport.stream(reading.get("results").spliterator(), false)
                .filter(result -> result.get("estimator").asString().equals(estimator))
                .findFirst()
                .orElseThrow();
    }

    private static void expect(JsonNode reading, String estimator, double estimate, double standardError) {
        JsonNode finding = result(reading, estimator).get("finding");
        assertThat(finding.get("estimate").asDouble()).as(estimator).isCloseTo(estimate, within(1e-6 * -estimate));
        assertThat(finding.get("standardError").asDouble()).as(estimator).isCloseTo(standardError, within(1e-5));
        assertThat(finding.at("/confidenceInterval/lower").asDouble()).isLessThan(estimate);
    }

    @ParameterizedTest
    @EnumSource
    void the_published_numbers_come_from_ordinary_figures(TestDatabase database) throws Exception {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-gepubliceerd", ALL);
        String address = proposition.read("stu-gepubliceerd");
        JsonNode reading = client.get(address).json();
        assertThat(reading.get("state").asString()).isEqualTo("COMPUTED");
        assertThat(reading.get("planned").asBoolean()).isFalse();
        assertThat(reading.get("figuresChanged").asBoolean()).isFalse();
        expect(reading, "DID", -27.3491110836149, 17.286800);
        expect(reading, "SC", -19.619663470944, 10.615297);
        expect(reading, "SDID", -15.6038278727338, 9.370999);
        assertThat(result(reading, "CS").at("/finding/estimate").asDouble()).isLessThan(0);
        assertThat(result(reading, "BEFORE_AFTER").at("/evidence/level").asInt())
                .isEqualTo(1);
        assertThat(result(reading, "BEFORE_AFTER").get("relevance").asString()).isEqualTo("NOT_ASSESSED");
        assertThat(result(reading, "SDID").at("/evidence/level").asInt()).isEqualTo(3);

        Answer protocol = client.get(STUDIES + "stu-gepubliceerd/protocol");
        assertThat(sha256(protocol.text()))
                .isEqualTo(reading.get("protocolHash").asString());
        Answer panel = client.get(address + "/panel?outcome=STU-PACKS&estimator=SDID");
        assertThat(sha256(panel.text()))
                .isEqualTo(result(reading, "SDID").get("panelHash").asString());
        Answer again =
                client.post("/v1/effect-estimates?method=sdid", "text/csv", BodyPublishers.ofString(panel.text()));
        assertThat(again.json().get("estimate").asDouble()).isCloseTo(-15.6038278727338, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void all_that_a_design_names_and_is_not_there_is_told_at_once(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99.delivered(client);
        String design = Proposition99.design(DID)
                .replace("STU-PACKS", "STU-GEEN")
                .replace("stu-proposition-99", "stu-geen")
                .replace("GM6801", "GM6899");
        Answer refused = client.post("/v1/effect-studies", "{\"id\":\"stu-onbekend\",\"design\":" + design + "}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().get("errors").findValuesAsString("rule"))
                .containsExactly("gebied-known", "measure-known", "indicator-defined");
        assertThat(client.get(STUDIES + "stu-onbekend").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void an_amendment_and_an_assessment_show_for_ever(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-gewijzigd", DID);
        String first = proposition.read("stu-gewijzigd");
        String path = STUDIES + "stu-gewijzigd";
        Answer refused = client.put(path + "/design", Proposition99.design("\"estimators\":[\"SC\"]"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("design-fixed");
        Answer amended = client.post(
                path + "/amendments",
                "{\"reason\":\"Niveaus\",\"design\":" + Proposition99.design("\"estimators\":[\"SC\"]") + "}");
        assertThat(amended.status()).as(amended.text()).isEqualTo(201);
        String second = proposition.read("stu-gewijzigd");
        Answer assessed = client.post(path + "/assessments", """
                {"reading":2,"kennisinstelling":"Stanford","conclusion":"Er is minder gerookt","evidenceLevel":4,
                 "levelReason":"Vergelijkbare staten","limitations":"Eén staat","publication":"https://doi.org/10.1198/jasa.2009.ap08746"}""");
        assertThat(assessed.status()).as(assessed.text()).isEqualTo(201);
        JsonNode study = client.get(path, "Min-Event-Position", Long.toString(assessed.position()))
                .json();
        assertThat(study.get("status").asString()).isEqualTo("READ");
        assertThat(study.at("/protocols/1/reason").asString()).isEqualTo("Niveaus");
        assertThat(study.at("/protocols/1/readings").asInt()).isEqualTo(1);
        assertThat(study.at("/protocols/0/design/estimation/estimators/0").asString())
                .isEqualTo("DID");
        assertThat(study.at("/assessments/0/assessment/evidenceLevel").asInt()).isEqualTo(4);
        assertThat(client.get(first).json().at("/results/0/estimator").asString())
                .isEqualTo("DID");
        assertThat(client.get(second).json().at("/results/0/estimator").asString())
                .isEqualTo("SC");
        assertThat(client.get(path + "/protocol?amendment=0").text()).contains("estimator: DID\n");
        assertThat(client.get(path + "/protocol").text()).contains("estimator: SC\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_long_reading_is_answered_with_its_progress_and_can_be_called_off(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.beginWith("stu-lang", Proposition99.longDesign(10_000));
        Answer asked = client.post(STUDIES + "stu-lang/readings", "{}", "Prefer", "respond-async");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.header("Retry-After")).isPresent();
        String address = asked.header("Location").orElseThrow();
        Answer computing = client.get(address, "Min-Event-Position", Long.toString(asked.position()));
        assertThat(computing.json().get("state").asString()).isEqualTo("COMPUTING");
        assertThat(computing.json().get("ahead").asInt()).isZero();
        assertThat(computing.json().get("progress").asDouble(0)).isBetween(0.0, 1.0);
        assertThat(computing.header("Retry-After")).isPresent();
        assertThat(client.post(STUDIES + "stu-lang/readings", "{}").text()).contains("one-reading-at-a-time");
        Answer cancelled = client.method("DELETE", address);
        assertThat(cancelled.json().get("cancelled").asBoolean()).isTrue();
        JsonNode reading = client.get(address, "Min-Event-Position", Long.toString(cancelled.position()))
                .json();
        assertThat(reading.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(client.get(address + "/results").status()).isEqualTo(409);
        assertThat(client.method("DELETE", address).json().get("cancelled").asBoolean())
                .isFalse();
        Answer unknown = client.method("DELETE", STUDIES + "stu-lang/readings/7");
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
        assertThat(unknown.text()).contains("reading 7 of stu-lang");
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_that_was_interrupted_is_computed_after_a_restart_to_the_same_result(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        String address;
        try (Product product = Product.start(arguments, "--gebiedsmonitor.sample-data=false")) {
            Proposition99 proposition = Proposition99.delivered(product.client());
            proposition.beginWith("stu-herstart", Proposition99.longDesign(1000));
            Answer asked = product.client().post(STUDIES + "stu-herstart/readings", "{}", "Prefer", "respond-async");
            address = asked.header("Location").orElseThrow();
        }
        try (Product product = Product.start(arguments, "--gebiedsmonitor.sample-data=false")) {
            Client client = product.client();
            JsonNode events = client.get("/v1/feed?types=nl.gebiedsmonitor.study-read&wait=60")
                    .json();
            assertThat(events).hasSize(1);
            JsonNode first = client.get(
                            address,
                            "Min-Event-Position",
                            events.get(0).get("position").asString())
                    .json();
            assertThat(first.get("state").asString()).isEqualTo("COMPUTED");
            Answer again = client.post(
                    STUDIES + "stu-herstart/readings",
                    "{\"asOf\":\"" + first.get("asOf").asLong() + "\"}",
                    "Prefer",
                    "wait=60");
            assertThat(again.status()).as(again.text()).isEqualTo(201);
            assertThat(again.json().get("results")).isEqualTo(first.get("results"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_follower_of_the_gebied_that_is_treated_in_the_end_hears_of_the_results(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        Answer designed = client.post(
                "/v1/effect-studies",
                "{\"id\":\"stu-anders\",\"design\":"
                        + Proposition99.design(DID)
                                .replace("GM6839", "GM6800X")
                                .replace("\"GM6838\"", "\"GM6839\"")
                                .replace("GM6800X", "GM6838")
                        + "}");
        assertThat(designed.status()).as(designed.text()).isEqualTo(201);
        client.put(STUDIES + "stu-anders/design", Proposition99.design(DID));
        client.post(STUDIES + "stu-anders/registration", "");
        client.post(STUDIES + "stu-anders/status-changes", "{\"status\":\"RUNNING\",\"date\":\"1989-01-01\"}");
        proposition.read("stu-anders");
        String feed = "/v1/feed?types=nl.gebiedsmonitor.study-read&after=" + designed.position() + "&gebied=";
        assertThat(client.get(feed + "GM6839").json().findValuesAsString("subject"))
                .anyMatch(subject -> subject.contains("stu-anders"));
        assertThat(client.get(feed + "GM6838").json().findValuesAsString("subject"))
                .noneMatch(subject -> subject.contains("stu-anders"));
    }

    @ParameterizedTest
    @EnumSource
    void a_finding_is_drawn_in_either_form_and_language(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-beeld", "\"estimators\":[\"SDID\",\"ITS\"]");
        String chart = proposition.read("stu-beeld") + "/chart";
        Answer dutch = client.get(chart);
        assertThat(dutch.status()).as(dutch.text()).isEqualTo(200);
        assertThat(dutch.header("Content-Type")).contains("image/svg+xml");
        assertThat(dutch.text()).contains("<svg", "Pakjes per inwoner", "California", "zonder maatregel");
        assertThat(client.get(chart + "?kind=GAP&estimator=ITS", "Accept-Language", "en")
                        .text())
                .contains("Interrupted time series");
        byte[] png = client.bytes(chart + "?kind=PLACEBOS&width=640&height=400&format=png");
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(client.get(chart + "?kind=PLACEBOS&estimator=ITS").text()).contains("chart-has-data");
        assertThat(client.get(chart + "?kind=TAART&width=9&height=veel").json().get("errors"))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void results_are_a_table_with_a_row_per_estimator(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99 proposition = Proposition99.delivered(client);
        proposition.begin("stu-tabel", "\"estimators\":[\"SDID\",\"BEFORE_AFTER\"]");
        String address = proposition.read("stu-tabel");
        List<String> lines =
                client.get(address + "/results?format=csv").text().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("outcome,estimator,estimate,standardError,lower,upper,pValue,relevance,evidenceLevel,"
                        + "controls,treatedUnits,prePeriods,postPeriods,inference,seed,concerns,refusal");
        assertThat(lines.get(1)).startsWith("STU-PACKS,SDID,-15.60382787");
        assertThat(lines.get(2)).startsWith("STU-PACKS,BEFORE_AFTER,").contains(",NOT_ASSESSED,1,");
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_with_a_design_is_told_at_once(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer refused = client.post("/v1/effect-studies", """
                {"id":"Niet Goed","design":{"title":"","question":"Q","outcomes":[{"indicator":"?","smallestEffect":-1}],
                 "treated":[{"gebied":"X","from":"gisteren"}],"periods":["2020"],
                 "donors":{"gebieden":["Y"],"rule":{"type":"WIJKEN"}},
                 "estimation":{"estimators":["OLS"],"replications":1},"plannedReadings":["morgen"]}}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .contains(
                        "id",
                        "design.title",
                        "design.kennisinstelling",
                        "design.outcomes[0].indicator",
                        "design.outcomes[0].smallestEffect",
                        "design.treated[0].gebied",
                        "design.treated[0].from",
                        "design.periods",
                        "design.donors.gebieden[0]",
                        "design.donors.rule.type",
                        "design.estimation.estimators[0]",
                        "design.estimation.replications",
                        "design.plannedReadings[0]");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_not_found_and_what_is_not_fixed_cannot_be_read(TestDatabase database) {
        Client client = Product.on(database).client();
        Proposition99.delivered(client);
        assertThat(client.get(STUDIES + "bestaat-niet").status()).isEqualTo(404);
        assertThat(client.post(STUDIES + "bestaat-niet/registration", "").status())
                .isEqualTo(404);
        assertThat(client.put(STUDIES + "bestaat-niet/design", Proposition99.design(DID))
                        .status())
                .isEqualTo(404);
        client.post("/v1/effect-studies", "{\"id\":\"stu-vroeg\",\"design\":" + Proposition99.design(DID) + "}");
        assertThat(client.get(STUDIES + "stu-vroeg/protocol").status()).isEqualTo(404);
        assertThat(client.post(STUDIES + "stu-vroeg/readings", "{}").text()).contains("study-status");
        assertThat(client.get(STUDIES + "stu-vroeg/readings/1").status()).isEqualTo(404);
        assertThat(client.get(STUDIES + "stu-vroeg/readings/een").status()).isEqualTo(400);
    }
}
