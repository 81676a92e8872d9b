package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Figures of gebieden taken together, by the aggregation of the indicator and by the boundaries of a year. */
class AggregatedFiguresTest {

    private static final String AGGREGATE = "/v1/observations/aggregate?indicator=";
    private static final String BOTH = "&gebied=BU97100101&gebied=BU97100102";

    @ParameterizedTest
    @EnumSource
    void each_aggregation_makes_its_own_figure_of_the_same_two_buurten(TestDatabase database) {
        Clerk clerk = prepared(database);

        JsonNode sum = only(clerk, AGGREGATE + "LFB-AGG-TEL" + BOTH);
        assertThat(sum.get("value").asDouble()).isEqualTo(6 + 3);
        assertComposition(sum, 1, "UNWEIGHTED");
        JsonNode mean = only(clerk, AGGREGATE + "LFB-AGG-CIJFER" + BOTH);
        assertThat(mean.get("value").asDouble()).isEqualTo((7.5 + 5.5) / 2);
        assertComposition(mean, 1, "UNWEIGHTED");
        JsonNode weighed = only(clerk, AGGREGATE + "LFB-AGG-WEEG" + BOTH);
        assertThat(weighed.get("value").asDouble()).isEqualTo((7.5 * 100 + 5.5 * 300) / 400);
        assertComposition(weighed, 1, "BY_WEIGHT");
        JsonNode rate = only(clerk, AGGREGATE + "LFB-AGG-AANDEEL" + BOTH);
        assertThat(rate.get("value").asDouble()).isEqualTo(100.0 * (6 + 3) / 400);
        assertThat(rate.get("status").asString()).isEqualTo("FINAL");
        assertComposition(rate, 1, "BY_WEIGHT");
        JsonNode none = only(clerk, AGGREGATE + "LFB-AGG-GEEN" + BOTH);
        assertThat(none.get("status").asString()).isEqualTo("MISSING");
        assertThat(none.get("missingReason").asString()).isEqualTo("NOT_APPLICABLE");
        assertThat(none.has("value")).isFalse();

        JsonNode answer = clerk.json(AGGREGATE + "LFB-AGG-AANDEEL" + BOTH);
        assertThat(answer.get("aggregation").asString()).isEqualTo("RATE(LFB-AGG-TEL,LFB-AGG-INW)");
        assertThat(answer.get("gebieden").toString()).isEqualTo("[\"BU97100101\",\"BU97100102\"]");
    }

    @ParameterizedTest
    @EnumSource
    void a_recorded_figure_comes_before_one_that_could_be_made_and_says_so(TestDatabase database) {
        Clerk clerk = prepared(database);

        JsonNode own = only(clerk, AGGREGATE + "LFB-AGG-GEEN&gebied=BU97100101");
        assertThat(own.get("value").asDouble()).isEqualTo(1.25);
        assertThat(own.has("composition")).isFalse();
        JsonNode made = only(clerk, AGGREGATE + "LFB-AGG-AANDEEL&gebied=WK971001&minimumCoverage=0.6");
        assertThat(made.get("value").asDouble()).isEqualTo(2.25);
        assertThat(made.has("composition")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_member_without_a_figure_is_named_and_may_be_too_much_to_lack(TestDatabase database) {
        Clerk clerk = prepared(database);
        String three = AGGREGATE + "LFB-AGG-WEEG" + BOTH + "&gebied=BU97100103";

        JsonNode missing = only(clerk, three);
        assertThat(missing.get("status").asString()).isEqualTo("MISSING");
        assertThat(missing.get("missingReason").asString()).isEqualTo("NOT_PUBLISHED");
        assertThat(missing.at("/composition/coverage").asDouble()).isEqualTo(400.0 / 600);
        assertThat(missing.at("/composition/uncovered").toString()).isEqualTo("[\"BU97100103\"]");
        JsonNode enough = only(clerk, three + "&minimumCoverage=0.6");
        assertThat(enough.get("value").asDouble()).isEqualTo(6.0);
        assertThat(clerk.json(three + "&from=2025").get("observations")).isEmpty();
        assertThat(clerk.json(three + "&from=2024&to=2024").get("observations")).hasSize(1);
    }

    /** Haaren was divided in 2021 over four gemeenten. */
    @ParameterizedTest
    @EnumSource
    void figures_of_before_a_division_are_put_on_later_boundaries_by_the_stated_shares(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9711", "GM9712", "GM9713", "GM9714", "GM9715");
        clerk.define("LFB-AGG-HAAREN", "\"aggregation\":\"SUM\"");
        clerk.deliver("LFB-AGG-HAAREN", "GM9711 2020 1000", "GM9712 2020 200", "GM9713 2020 300", "GM9712 2022 700");
        clerk.post("/v1/gebieden/GM9711/closure", """
                {"closedOn":"2021-01-01","successors":["GM9712","GM9713","GM9714","GM9715"],"shareBasis":"INHABITANTS",
                 "shares":{"GM9712":0.5,"GM9713":0.25,"GM9714":0.125,"GM9715":0.125}}""");

        String boundaries = AGGREGATE + "LFB-AGG-HAAREN&boundaries=2024&gebied=GM9712";
        JsonNode both = clerk.json(boundaries).get("observations");
        assertThat(both).hasSize(2);
        assertThat(both.get(0).get("value").asDouble()).isEqualTo(200 + 0.5 * 1000);
        assertThat(both.get(0).get("status").asString()).isEqualTo("ESTIMATED");
        assertThat(both.get(1).get("value").asDouble()).isEqualTo(700);
        assertThat(both.get(1).get("status").asString()).isEqualTo("FINAL");
        JsonNode two = only(clerk, boundaries + "&gebied=GM9713&to=2020");
        assertThat(two.get("value").asDouble()).isEqualTo(200 + 300 + (0.5 + 0.25) * 1000);
        assertThat(two.get("status").asString()).isEqualTo("ESTIMATED");
        JsonNode then = only(clerk, AGGREGATE + "LFB-AGG-HAAREN&gebied=GM9712&to=2020");
        assertThat(then.get("value").asDouble()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void without_stated_shares_the_answer_tells_the_break(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9716", "GM9717", "GM9718");
        clerk.define("LFB-AGG-BREUK", "\"aggregation\":\"SUM\"");
        clerk.deliver("LFB-AGG-BREUK", "GM9716 2020 1000", "GM9717 2020 200");
        clerk.post("/v1/gebieden/GM9716/closure", """
                {"closedOn":"2021-01-01","successors":["GM9717","GM9718"]}""");

        JsonNode broken = only(clerk, AGGREGATE + "LFB-AGG-BREUK&boundaries=2024&gebied=GM9717");
        assertThat(broken.get("status").asString()).isEqualTo("MISSING");
        assertThat(broken.get("missingReason").asString()).isEqualTo("NOT_PUBLISHED");
        assertThat(broken.at("/composition/breaks/GM9717").asString()).contains("GM9716");
        assertThat(broken.at("/composition/uncovered").toString()).isEqualTo("[\"GM9717\"]");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_indicator_is_not_found_and_all_faults_are_told_at_once(TestDatabase database) {
        Clerk clerk = prepared(database);

        assertThat(clerk.ask(AGGREGATE + "LFB-AGG-ONBEKEND&gebied=GM9710").status())
                .isEqualTo(404);
        Answer unknown = clerk.ask(AGGREGATE + "LFB-AGG-INW&gebied=GM9719&gebied=GM9710&gebied=BU97199999");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("errors").findValuesAsString("rule"))
                .containsExactly("gebied-known", "gebied-known");
        assertThat(clerk.ask("/v1/leefbaarheid/aggregate?member=GM9719&member=GM9710")
                        .text())
                .contains("GM9719 is not registered as a gebied")
                .doesNotContain("GM9710 is not");
        Answer faulty = clerk.ask(
                AGGREGATE + "lfb&gebied=XX&from=2024&to=2020&boundaries=20x4&minimumCoverage=2&asOf=gisteren");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("indicator", "gebied", "to", "boundaries", "minimumCoverage", "asOf");
        Answer empty = clerk.ask("/v1/observations/aggregate");
        assertThat(empty.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("indicator", "gebied");
    }

    private static Clerk prepared(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9710", "WK971001", "BU97100101", "BU97100102", "BU97100103");
        clerk.define("LFB-AGG-INW", "\"aggregation\":\"SUM\"");
        clerk.define("LFB-AGG-TEL", "\"aggregation\":\"SUM\"");
        clerk.define("LFB-AGG-CIJFER", "\"aggregation\":\"MEAN\"");
        clerk.define("LFB-AGG-WEEG", "\"aggregation\":\"MEAN(LFB-AGG-INW)\"");
        clerk.define(
                "LFB-AGG-AANDEEL",
                "\"aggregation\":\"RATE(LFB-AGG-TEL,LFB-AGG-INW)\"",
                "\"unit\":\"% van de inwoners\"");
        clerk.define("LFB-AGG-GEEN", "\"aggregation\":\"NONE\"");
        clerk.deliver("LFB-AGG-INW", "BU97100101 2024 100", "BU97100102 2024 300");
        clerk.deliver("LFB-AGG-TEL", "BU97100101 2024 6", "BU97100102 2024 3");
        clerk.deliver("LFB-AGG-CIJFER", "BU97100101 2024 7.5", "BU97100102 2024 5.5");
        clerk.deliver("LFB-AGG-WEEG", "BU97100101 2024 7.5", "BU97100102 2024 5.5");
        clerk.deliver("LFB-AGG-GEEN", "BU97100101 2024 1.25", "BU97100102 2024 2.5");
        return clerk;
    }

    private static JsonNode only(Clerk clerk, String path) {
        JsonNode observations = clerk.json(path).get("observations");
        assertThat(observations).hasSize(1);
        return observations.get(0);
    }

    private static void assertComposition(JsonNode figure, double coverage, String weighting) {
        assertThat(figure.at("/composition/coverage").asDouble()).isEqualTo(coverage);
        assertThat(figure.at("/composition/weighting").asString()).isEqualTo(weighting);
    }
}
