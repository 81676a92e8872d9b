package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who moved most between two periods, and who is of a kind that a model names. */
class ChangesAndTypologyTest {

    private static final String CHANGES = "/v1/leefbaarheid/changes?model=lfb-bewogen";
    private static final String TYPOLOGY = "/v1/leefbaarheid/typology?model=lfb-bewogen";

    private static final String MORE = """
            ,"minimumCoverage":0.5,
            "developmentClasses":{"cutPoints":[-0.5,0.5],"labels":["achteruitgang","gelijk","vooruitgang"]},
            "typology":[
             {"key":"kwetsbare-wijk","name":"Kwetsbare wijk","type":"WIJK","fromClass":1,"toClass":2,
              "minimumInhabitants":1000,"source":"Test"},
             {"key":"zwakke-wijk","name":"Zwakke wijk","type":"WIJK","fromClass":1,"toClass":2,"source":"Test"},
             {"key":"goede-buurt","name":"Goede buurt","type":"BUURT","fromClass":4,"toClass":4,"source":"Test"}]""";

    @ParameterizedTest
    @EnumSource
    void the_biggest_changes_come_first_and_each_is_the_exact_sum_of_its_dimensions(TestDatabase database) {
        Clerk clerk = prepared(database);

        JsonNode answer = clerk.json(CHANGES + "&type=BUURT");
        assertThat(answer.get("from").asString()).isEqualTo("2022");
        assertThat(answer.get("to").asString()).isEqualTo("2024");
        JsonNode changes = answer.get("changes");
        assertThat(changes.findValuesAsString("gebied"))
                .as("the biggest first whichever way it went, then by code")
                .containsExactly("BU97400202", "BU97400101", "BU97400102", "BU97400201");
        assertThat(changes.findValuesAsString("developmentLabel"))
                .containsExactly("vooruitgang", "achteruitgang", "achteruitgang", "gelijk");
        for (JsonNode mover : changes) {
            double sum = mover.at("/dimensions/a").asDouble()
                    + mover.at("/dimensions/b").asDouble();
            assertThat(mover.get("change").asDouble()).isEqualTo(sum);
            String alone = "/v1/gebieden/" + mover.get("gebied").asString() + "/leefbaarheid?model=lfb-bewogen";
            assertThat(clerk.json(alone + "&period=2024&against=2022")
                            .at("/scores/0/development/change")
                            .asDouble())
                    .isEqualTo(sum);
        }
        JsonNode first = changes.get(0);
        assertThat(first.get("change").asDouble()).isEqualTo((2.3 - 0.1) + (0.7 - 0.2));
        assertThat(first.at("/before/score").asDouble()).isEqualTo(4 + (0.1 + 0.2));
        assertThat(first.at("/after/score").asDouble()).isEqualTo(4 + (2.3 + 0.7));
        assertThat(first.at("/after/scoreClass").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void periods_type_and_gemeente_narrow_the_changes_and_nothing_follows_the_last_period(TestDatabase database) {
        Clerk clerk = prepared(database);

        JsonNode since2020 = clerk.json(CHANGES + "&type=BUURT&from=2020");
        assertThat(since2020.get("to").asString()).isEqualTo("2024");
        assertThat(since2020.get("changes").findValuesAsString("gebied")).containsExactly("BU97400101");
        assertThat(clerk.json(CHANGES + "&type=BUURT&to=2022").get("from").asString())
                .isEqualTo("2020");
        assertThat(clerk.json(CHANGES + "&type=BUURT&limit=1").get("changes")).hasSize(1);
        assertThat(clerk.json(CHANGES + "&type=BUURT&within=WK974001")
                        .get("changes")
                        .findValuesAsString("gebied"))
                .containsExactly("BU97400101", "BU97400102");
        assertThat(clerk.json(CHANGES + "&type=WIJK").get("changes").findValuesAsString("gebied"))
                .containsExactly("WK974001", "WK974002");
        JsonNode last = clerk.json(CHANGES + "&from=2024");
        assertThat(last.get("changes")).isEmpty();
        assertThat(last.has("to")).isFalse();
        Answer faulty = clerk.ask(CHANGES + "&from=2024&to=2022&type=x&within=x&limit=x&version=x");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("to", "type", "within", "limit", "version");
        assertThat(clerk.ask("/v1/leefbaarheid/changes?model=lfb-onbekend").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_wijk_is_kwetsbaar_by_the_score_that_is_made_and_by_how_many_live_there(TestDatabase database) {
        Clerk clerk = prepared(database);

        JsonNode answer = clerk.json(TYPOLOGY + "&within=GM9740");
        assertThat(answer.get("period").asString()).isEqualTo("2024");
        JsonNode vulnerable = kind(answer, "kwetsbare-wijk");
        assertThat(vulnerable.get("gebieden").findValuesAsString("gebied")).containsExactly("WK974001");
        JsonNode wijk = vulnerable.at("/gebieden/0");
        assertThat(wijk.get("inhabitants").asDouble()).isEqualTo(400 + 800);
        assertThat(wijk.get("scoreClass").asInt()).isEqualTo(2);
        assertThat(wijk.get("score"))
                .isEqualTo(clerk.json("/v1/gebieden/WK974001/leefbaarheid?model=lfb-bewogen" + "&period=2024")
                        .at("/scores/0/score"));
        assertThat(vulnerable.get("inhabitants").asDouble()).isEqualTo(1200);

        JsonNode weak = kind(answer, "zwakke-wijk");
        assertThat(weak.get("gebieden").findValuesAsString("gebied")).containsExactlyInAnyOrder("WK974001", "WK974003");
        assertThat(weak.has("inhabitants"))
                .as("how many live in WK974003 is not known")
                .isFalse();
        JsonNode good = kind(answer, "goede-buurt");
        assertThat(good.get("gebieden").findValuesAsString("gebied")).containsExactly("BU97400202");
        assertThat(good.get("inhabitants").asDouble()).isEqualTo(50);
        assertThat(kind(clerk.json(TYPOLOGY + "&within=GM9749"), "goede-buurt").get("gebieden"))
                .isEmpty();
        assertThat(kind(clerk.json(TYPOLOGY + "&period=2018"), "kwetsbare-wijk")
                        .get("inhabitants")
                        .asDouble())
                .isZero();
        assertThat(clerk.ask(TYPOLOGY + "&version=2").status()).isEqualTo(404);
    }

    private static Clerk prepared(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9740", "GM9749", "WK974001", "WK974002", "WK974003");
        clerk.register("BU97400101", "BU97400102", "BU97400201", "BU97400202", "BU97400301");
        clerk.define("LFB-INW", "\"aggregation\":\"SUM\"");
        for (String indicator : List.of("LFB-BEW-A", "LFB-BEW-B")) {
            clerk.define(indicator, "\"aggregation\":\"MEAN(LFB-INW)\"");
        }
        clerk.deliver(
                "LFB-INW", "BU97400101 2024 400", "BU97400102 2024 800", "BU97400201 2024 150", "BU97400202 2024 50");
        clerk.deliver(
                "LFB-BEW-A",
                "BU97400101 2020 1.5",
                "BU97400101 2022 0.3",
                "BU97400101 2024 -0.7",
                "BU97400102 2022 0.3",
                "BU97400102 2024 -0.7",
                "BU97400201 2022 0.1",
                "BU97400201 2024 0.2",
                "BU97400202 2022 0.1",
                "BU97400202 2024 2.3",
                "BU97400301 2024 -2");
        clerk.deliver(
                "LFB-BEW-B",
                "BU97400101 2020 0",
                "BU97400101 2022 0.1",
                "BU97400101 2024 0.1",
                "BU97400102 2022 0.1",
                "BU97400102 2024 0.1",
                "BU97400201 2022 0.3",
                "BU97400201 2024 0.1",
                "BU97400202 2022 0.2",
                "BU97400202 2024 0.7",
                "BU97400301 2024 0");
        clerk.post(
                "/v1/score-models",
                TestModel.of(
                        "lfb-bewogen",
                        1,
                        TestModel.dimension("a", "LFB-BEW-A", 1) + "," + TestModel.dimension("b", "LFB-BEW-B", 1),
                        MORE));
        return clerk;
    }

    private static JsonNode kind(JsonNode answer, String key) {
        return answer.get("typology")
                .valueStream()
                .filter(kind -> kind.at("/rule/key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
