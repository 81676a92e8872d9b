package nl.gebiedsmonitor.api.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The life of an impact analysis over HTTP. */
class ImpactAnalysesTest {

    private static final String ANALYSES = "/v1/impact-analyses";

    private static final String PLAN = """
            {"title":"Taalklassen","gebied":"GM6701","baseYear":2025,"horizon":10,"cashFlows":[
             {"key":"investering","stakeholder":"Gemeente","effect":"Taalklassen","fromYear":0,"amount":-1000000,"source":"X"},
             {"key":"baten","stakeholder":"Bewoners","effect":"Minder taalachterstand","fromYear":1,"toYear":10,
              "amount":120000,"low":60000,"high":150000,"source":"X"}]}""";

    private static Client prepared(TestDatabase database) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", "{\"code\":\"GM6701\",\"name\":\"Een\",\"type\":\"GEMEENTE\"}");
        return client;
    }

    private static Answer register(Client client, String id) {
        return client.post(ANALYSES, "{\"id\":\"" + id + "\",\"plan\":" + PLAN + "}");
    }

    private static JsonNode results(Client client, String id, long position, String query) {
        Answer answer =
                client.get(ANALYSES + "/" + id + "/results" + query, "Min-Event-Position", Long.toString(position));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @ParameterizedTest
    @EnumSource
    void a_plan_is_valued_at_the_standard_rate_and_again_with_what_was_measured(TestDatabase database) {
        Client client = prepared(database);
        Answer registered = register(client, "mkba-leven");
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(register(client, "mkba-leven").status()).isEqualTo(200);

        JsonNode first = results(client, "mkba-leven", registered.position(), "");
        assertThat(first.at("/expected/netPresentValue").asDouble()).isEqualTo(63_945.96186422906, within(1e-6));
        assertThat(first.at("/expected/stakeholders").findValuesAsString("name"))
                .containsExactly("Gemeente", "Bewoners");
        assertThat(first.at("/bandwidth/draws").asInt()).isEqualTo(100_000);
        assertThat(first.has("realised")).isFalse();
        JsonNode analysis = client.get(ANALYSES + "/mkba-leven").json();
        assertThat(analysis.at("/plan/discountRate/rate").asDouble()).isEqualTo(0.0225);
        assertThat(analysis.at("/plan/discountRate/inForceSince").asString()).isEqualTo("2021-01-01");

        Answer measured = client.post(
                ANALYSES + "/mkba-leven/realisations",
                "{\"cashFlow\":\"baten\",\"year\":1,\"amount\":100000,\"priceLevel\":2025,\"source\":\"Jaarrekening\"}");
        assertThat(measured.status()).as(measured.text()).isEqualTo(201);
        JsonNode later = results(client, "mkba-leven", measured.position(), "?draws=500&seed=7");
        assertThat(later.at("/realised/netPresentValue").asDouble())
                .isEqualTo(63_945.96186422906 - 20_000 / 1.0225, within(1e-6));
        assertThat(later.get("expected")).isEqualTo(first.get("expected"));

        Answer revised = client.put(
                ANALYSES + "/mkba-leven/plan",
                "{\"reason\":\"Aanbesteding\",\"plan\":" + PLAN.replace("-1000000", "-1100000") + "}");
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
        assertThat(results(client, "mkba-leven", revised.position(), "")
                        .at("/expected/netPresentValue")
                        .asDouble())
                .isEqualTo(-36_054.03813577094, within(1e-6));
        assertThat(results(client, "mkba-leven", revised.position(), "?asOf=" + registered.position()))
                .isEqualTo(first);
        assertThat(client.get(ANALYSES + "/mkba-leven").json().get("lastReason").asString())
                .isEqualTo("Aanbesteding");
    }

    @ParameterizedTest
    @EnumSource
    void the_results_are_a_table_of_one_number_a_row(TestDatabase database) {
        Client client = prepared(database);
        long position = register(client, "mkba-csv").position();
        Answer csv =
                client.get(ANALYSES + "/mkba-csv/results?format=csv", "Min-Event-Position", Long.toString(position));
        List<String> lines = csv.text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("section,part,name,figure,value");
        assertThat(lines).contains("expected,total,,costs,1000000.0", "expected,year,0,cashFlow,-1000000.0");
        assertThat(lines).anyMatch(line -> line.startsWith("sensitivity,assumption,baten,low,"));
        assertThat(lines).anyMatch(line -> line.startsWith("bandwidth,total,,median,"));
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_wrong_with_a_plan_is_told_at_once(TestDatabase database) {
        Client client = prepared(database);
        Answer refused = client.post(ANALYSES, """
                {"id":"Niet Goed","plan":{"title":"","gebied":"Q","baseYear":1,"horizon":-4,
                 "discountRate":{"rate":2.25,"source":"Procenten","inForceSince":"gisteren"},"priceIndices":{"twee":1,"2019":null},
                 "cashFlows":[{"key":"a","effect":"E","fromYear":3,"toYear":2,"amount":1e13,"source":"X"},
                              {"key":"a","stakeholder":"S","effect":"E","amount":1,"low":2,"high":3,"source":"X"}]}}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .contains(
                        "id",
                        "plan.title",
                        "plan.gebied",
                        "plan.discountRate.rate",
                        "plan.discountRate.inForceSince",
                        "plan.priceIndices",
                        "plan.priceIndices.2019",
                        "plan.baseYear",
                        "plan.horizon",
                        "plan.cashFlows[0].amount",
                        "plan.cashFlows[0].stakeholder",
                        "plan.cashFlows[1].key",
                        "plan.cashFlows[1].fromYear");
        assertThat(client.get(ANALYSES + "/mkba-onbekend").status()).isEqualTo(404);
        assertThat(client.get(ANALYSES + "/mkba-onbekend/results?draws=1&seed=x&format=xml")
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("draws", "seed", "format");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_against_a_rule_is_refused_by_its_name(TestDatabase database) {
        Client client = prepared(database);
        register(client, "mkba-regels");
        assertThat(client.post(ANALYSES, "{\"id\":\"mkba-elders\",\"plan\":" + PLAN.replace("GM6701", "GM6799") + "}")
                        .json()
                        .get("rule")
                        .asString())
                .isEqualTo("gebied-known");
        assertThat(client.post(
                                ANALYSES + "/mkba-regels/realisations",
                                "{\"cashFlow\":\"niets\",\"year\":1,\"amount\":1,\"priceLevel\":2025,\"source\":\"X\"}")
                        .json()
                        .get("rule")
                        .asString())
                .isEqualTo("cash-flow-planned");
    }
}
