package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The scores of one gebied through the years, where it stands among others, and how it went. */
class ScoresOfOneGebiedTest {

    private static final String CLASSES = ",\"developmentClasses\":{\"cutPoints\":[-0.75,0.75],"
            + "\"labels\":[\"achteruitgang\",\"gelijk\",\"vooruitgang\"]}";

    @ParameterizedTest
    @EnumSource
    void a_buurt_has_a_rank_in_the_country_and_one_in_its_gemeente(TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-een");

        JsonNode scores = scores(clerk, "BU97300101", "lfb-een", "");
        assertThat(scores.findValuesAsString("period")).containsExactly("2020", "2022", "2024");
        JsonNode last = scores.get(2);
        assertThat(last.at("/rank/rank").asInt()).isEqualTo(2);
        assertThat(last.at("/rank/of").asInt()).isEqualTo(3);
        assertThat(last.at("/rankInGemeente/rank").asInt()).isEqualTo(1);
        assertThat(last.at("/rankInGemeente/of").asInt()).isEqualTo(2);
        assertThat(scores.get(0).has("rank")).isFalse();
        JsonNode then = scores(clerk, "BU97300101", "lfb-een", "&period=2020").get(0);
        assertThat(then.at("/rank/rank").asInt()).isEqualTo(1);
        assertThat(then.at("/rank/of").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_development_is_since_the_period_before_or_another_and_adds_up_exactly(TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-loop");

        JsonNode scores = scores(clerk, "BU97300101", "lfb-loop", "");
        assertThat(scores.get(0).has("development")).isFalse();
        assertDevelopment(scores.get(1), "2020", 0.1, 0.2 * 2, "gelijk");
        assertDevelopment(scores.get(2), "2022", 0.5 - 0.1, 1 - 0.2 * 2, "vooruitgang");
        JsonNode against = scores(clerk, "BU97300101", "lfb-loop", "&period=2024&against=2020");
        assertThat(against).hasSize(1);
        assertDevelopment(against.get(0), "2020", 0.5, 1, "vooruitgang");
        assertThat(scores(clerk, "BU97300101", "lfb-loop", "&period=2024&against=2018")
                        .get(0)
                        .has("development"))
                .isFalse();
        assertThat(clerk.ask("/v1/gebieden/BU97300101/leefbaarheid?model=lfb-loop&period=2020&against=2024")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void a_correction_writes_one_score_anew_and_the_ranks_of_all(TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-recht");
        String other = scores(clerk, "BU97310101", "lfb-recht", "&period=2024").toString();
        assertThat(other).contains("\"rank\":{\"rank\":1,\"of\":3");
        String before = scores(clerk, "BU97300101", "lfb-recht", "&period=2022").toString();

        clerk.correct("LFB-EEN-A", "BU97300101 2024 9");

        JsonNode corrected =
                scores(clerk, "BU97300101", "lfb-recht", "&period=2024").get(0);
        assertThat(corrected.get("deviation").asDouble()).isEqualTo(9 + 2 * 0.5);
        assertThat(corrected.at("/rank/rank").asInt()).isEqualTo(1);
        assertThat(corrected.at("/development/change").asDouble()).isEqualTo((9 - 0.1) + (1 - 0.2 * 2));
        assertThat(scores(clerk, "BU97300101", "lfb-recht", "&period=2022").toString())
                .isEqualTo(before);
        assertThat(scores(clerk, "BU97310101", "lfb-recht", "&period=2024").toString())
                .isEqualTo(other.replace("\"rank\":{\"rank\":1,\"of\":3", "\"rank\":{\"rank\":2,\"of\":3")
                        .replaceFirst("\"percentile\":[0-9.]+", "\"percentile\":50.0"));
        clerk.correct("LFB-EEN-A", "BU97300101 2024 0.5");
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_of_a_model_scores_beside_the_old_one_from_then_on(TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-versie");
        String old = scores(clerk, "BU97300101", "lfb-versie", "").toString();
        long before = clerk.position();

        clerk.post("/v1/score-models", model("lfb-versie", 2, 4));

        assertThat(scores(clerk, "BU97300101", "lfb-versie", "&period=2024")
                        .get(0)
                        .get("deviation")
                        .asDouble())
                .isEqualTo(0.5 + 4 * 0.5);
        assertThat(scores(clerk, "BU97300101", "lfb-versie", "&version=1").toString())
                .isEqualTo(old);
        assertThat(scores(clerk, "BU97300101", "lfb-versie", "&asOf=" + before).toString())
                .isEqualTo(old);
        assertThat(clerk.ask("/v1/gebieden/BU97300101/leefbaarheid?model=lfb-versie&version=2&asOf=" + before)
                        .status())
                .isEqualTo(404);
        clerk.correct("LFB-EEN-B", "BU97300101 2024 0.75");
        assertThat(scores(clerk, "BU97300101", "lfb-versie", "&period=2024&version=1")
                        .get(0)
                        .get("deviation")
                        .asDouble())
                .isEqualTo(0.5 + 2 * 0.75);
        assertThat(scores(clerk, "BU97300101", "lfb-versie", "&period=2024&version=2")
                        .get(0)
                        .get("deviation")
                        .asDouble())
                .isEqualTo(0.5 + 4 * 0.75);
        clerk.correct("LFB-EEN-B", "BU97300101 2024 0.5");
    }

    /** As of before 2014, when the Leefbaarometer publishes a deviation and no dimensions. */
    @ParameterizedTest
    @EnumSource
    void a_wijk_with_a_deviation_of_its_own_has_that_in_every_answer_though_its_buurten_have_dimensions(
            TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-afwijking");
        clerk.define("LFB-EEN-AFW");
        clerk.post(
                "/v1/score-models",
                TestModel.of(
                        "lfb-gepubliceerd",
                        1,
                        TestModel.dimension("a", "LFB-EEN-A", 1),
                        ",\"deviationIndicator\":\"LFB-EEN-AFW\""));
        clerk.deliver("LFB-EEN-AFW", "WK973101 2024 -0.75");

        JsonNode ranked = clerk.json("/v1/leefbaarheid?model=lfb-gepubliceerd&type=WIJK&period=2024&within=GM9731")
                .at("/leefbaarheid/0");
        JsonNode alone =
                scores(clerk, "WK973101", "lfb-gepubliceerd", "&period=2024").get(0);
        assertThat(ranked.get("basis").asString()).isEqualTo("DEVIATION");
        assertThat(ranked.get("score").asDouble()).isEqualTo(4 - 0.75);
        assertThat(alone.get("basis")).isEqualTo(ranked.get("basis"));
        assertThat(alone.get("score")).isEqualTo(ranked.get("score"));
        assertThat(alone.has("composition")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_not_found_and_all_faults_are_told_at_once(TestDatabase database) {
        Clerk clerk = prepared(database, "lfb-fout");

        assertThat(clerk.ask("/v1/gebieden/BU97309999/leefbaarheid?model=lfb-fout")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.ask("/v1/gebieden/BU97300101/leefbaarheid?model=lfb-onbekend")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.ask("/v1/leefbaarheid/aggregate?member=BU97300101&model=lfb-onbekend")
                        .status())
                .isEqualTo(404);
        assertThat(scores(clerk, "GM9732", "lfb-fout", "")).isEmpty();
        assertThat(clerk.ask("/v1/gebieden/XX/leefbaarheid?model=A&version=x&period=x&against=x&boundaries=x&asOf=x")
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("code", "model", "version", "period", "against", "boundaries", "asOf");
        assertThat(clerk.ask("/v1/leefbaarheid/aggregate?version=x&boundaries=x")
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("member", "version", "boundaries");
    }

    private static String model(String id, int version, double weight) {
        return TestModel.of(
                id,
                version,
                TestModel.dimension("a", "LFB-EEN-A", 1) + "," + TestModel.dimension("b", "LFB-EEN-B", weight),
                CLASSES);
    }

    private static Clerk prepared(TestDatabase database, String model) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9730", "GM9731", "GM9732", "WK973101", "BU97300101", "BU97300102", "BU97310101");
        clerk.define("LFB-EEN-A", "\"aggregation\":\"MEAN\"");
        clerk.define("LFB-EEN-B", "\"aggregation\":\"MEAN\"");
        clerk.deliver(
                "LFB-EEN-A",
                "BU97300101 2020 0",
                "BU97300101 2022 0.1",
                "BU97300101 2024 0.5",
                "BU97300102 2024 -3",
                "BU97310101 2024 5");
        clerk.deliver(
                "LFB-EEN-B",
                "BU97300101 2020 0",
                "BU97300101 2022 0.2",
                "BU97300101 2024 0.5",
                "BU97300102 2024 0",
                "BU97310101 2024 1");
        clerk.post("/v1/score-models", model(model, 1, 2));
        return clerk;
    }

    private static JsonNode scores(Clerk clerk, String gebied, String model, String more) {
        return clerk.json("/v1/gebieden/" + gebied + "/leefbaarheid?model=" + model + more)
                .get("scores");
    }

    private static void assertDevelopment(JsonNode score, String since, double a, double b, String label) {
        JsonNode development = score.get("development");
        assertThat(development.get("since").asString()).isEqualTo(since);
        assertThat(development.get("change").asDouble()).isEqualTo(a + b);
        assertThat(development.get("developmentLabel").asString()).isEqualTo(label);
        assertThat(development.at("/dimensions/a/change").asDouble()).isEqualTo(a);
        assertThat(development.at("/dimensions/b/change").asDouble()).isEqualTo(b);
        assertThat(development.at("/dimensions/b/indicators/LFB-EEN-B").asDouble())
                .isEqualTo(b);
    }
}
