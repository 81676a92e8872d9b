package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Gebieden without figures of their own have scores by the shipped model, made of those of their members. */
class ComposedScoresTest {

    private static final double REFERENCE_LEVEL = 4.102264851143684;

    private static final String EAST = "BU97010101";
    private static final String NORTH = "BU97010102";
    private static final String WEST = "BU97010201";

    private static final String FOCUS = "/v1/gebieden/SV-LFB-EEN/leefbaarheid";

    @ParameterizedTest
    @EnumSource
    void a_focus_area_has_the_mean_of_its_members_by_inhabitants_and_tells_what_that_covers(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Clerk clerk = prepared(product.client());

            JsonNode weighed = score(clerk, FOCUS, "2024");
            assertThat(weighed.at("/dimensions/fys/value").asDouble()).isEqualTo((100 * 0.5 + 300 * 1.0) / 400);
            assertThat(weighed.get("deviation").asDouble()).isEqualTo(0.875 + 4 * 0.25);
            assertThat(weighed.get("score").asDouble()).isEqualTo(REFERENCE_LEVEL + 1.875);
            assertComposed(weighed, 1, "BY_WEIGHT", "[]");

            JsonNode unweighed = score(clerk, FOCUS, "2022");
            assertThat(unweighed.at("/dimensions/fys/value").asDouble()).isEqualTo((0.5 + 1.0) / 2);
            assertComposed(unweighed, 1, "UNWEIGHTED_NO_WEIGHTS", "[]");

            JsonNode covered = score(clerk, FOCUS, "2020");
            assertThat(covered.at("/dimensions/fys/value").asDouble()).isEqualTo(0.5);
            assertComposed(covered, 100.0 / 120, "BY_WEIGHT", "[\"" + WEST + "\"]");

            JsonNode missing = score(clerk, FOCUS, "2018");
            assertThat(missing.get("status").asString()).isEqualTo("MISSING");
            assertThat(missing.get("missingReason").asString()).isEqualTo("NOT_PUBLISHED");
            assertThat(missing.has("score")).isFalse();
            assertComposed(missing, 100.0 / 400, "BY_WEIGHT", "[\"" + WEST + "\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void wijk_gemeente_and_any_list_are_made_of_buurten_until_a_wijk_has_figures_of_its_own(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Clerk clerk = prepared(product.client());
            clerk.deliver("LBM-FYS", NORTH + " 2024 0.25");
            for (String dimension : List.of("LBM-ONV", "LBM-SOC", "LBM-VRZ", "LBM-WON")) {
                clerk.deliver(dimension, NORTH + " 2024 0.25");
            }
            clerk.deliver("INHABITANTS", NORTH + " 2024 100");

            assertThat(fys(clerk, "/v1/gebieden/WK970101/leefbaarheid")).isEqualTo((0.5 + 0.25) / 2);
            assertThat(fys(clerk, "/v1/gebieden/WK970102/leefbaarheid")).isEqualTo(1.0);
            assertThat(fys(clerk, "/v1/gebieden/GM9701/leefbaarheid")).isEqualTo((50 + 25 + 300) / 500.0);
            String together = "/v1/leefbaarheid/aggregate?member=" + EAST + "&member=" + WEST;
            JsonNode listed = score(clerk, together, "2024");
            JsonNode focus = score(clerk, FOCUS, "2024");
            for (String same : List.of("score", "scoreClass", "deviation", "dimensions", "status", "composition")) {
                assertThat(listed.get(same)).as(same).isEqualTo(focus.get(same));
            }
            assertThat(clerk.json(together).get("members").toString())
                    .isEqualTo("[\"%s\",\"%s\"]".formatted(EAST, WEST));
            assertThat(listed.has("gebied")).isFalse();

            clerk.deliver("LBM-FYS", "WK970101 2024 -2");
            for (String dimension : List.of("LBM-ONV", "LBM-SOC", "LBM-VRZ", "LBM-WON")) {
                clerk.deliver(dimension, "WK970101 2024 0.5");
            }
            JsonNode own = score(clerk, "/v1/gebieden/WK970101/leefbaarheid", "2024");
            assertThat(own.get("deviation").asDouble()).isEqualTo(-2 + 4 * 0.5);
            assertThat(own.has("composition")).isFalse();
            assertThat(fys(clerk, "/v1/gebieden/GM9701/leefbaarheid"))
                    .as("the figure of the wijk counts, not those of its buurten")
                    .isEqualTo((200 * -2 + 300 * 1.0) / 500.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_focus_area_composed_anew_has_another_score_from_then_on_and_as_of_before_the_one_it_had(
            TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Clerk clerk = prepared(product.client());
            long before = clerk.position();
            String old = clerk.read(FOCUS).text();

            clerk.recompose("SV-LFB-EEN", EAST);

            JsonNode now = score(clerk, FOCUS, "2024");
            assertThat(now.at("/dimensions/fys/value").asDouble()).isEqualTo(0.5);
            assertThat(clerk.read(FOCUS + "?asOf=" + clerk.position()).text())
                    .isEqualTo(clerk.read(FOCUS).text())
                    .isNotEqualTo(old);
            assertThat(clerk.read(FOCUS + "?asOf=" + before).text()).isEqualTo(old);
            assertThat(clerk.ask(FOCUS + "?asOf=0").status()).isEqualTo(404);
        }
    }

    /** Two wijken with figures of the first buurt in each, in four years with ever less of them. */
    private static Clerk prepared(Client client) {
        Clerk clerk = new Clerk(client);
        clerk.register("GM9701", "WK970101", "WK970102", EAST, NORTH, WEST);
        clerk.compose("SV-LFB-EEN", EAST, WEST);
        clerk.define("INHABITANTS", "\"aggregation\":\"SUM\"");
        clerk.deliver(
                "INHABITANTS",
                EAST + " 2024 100",
                WEST + " 2024 300",
                EAST + " 2020 100",
                WEST + " 2020 20",
                EAST + " 2018 100",
                WEST + " 2018 300");
        clerk.deliver("LBM-FYS", figures("0.5", "1.0"));
        for (String dimension : List.of("LBM-ONV", "LBM-SOC", "LBM-VRZ", "LBM-WON")) {
            clerk.deliver(dimension, figures("0.25", "0.25"));
        }
        return clerk;
    }

    private static String[] figures(String east, String west) {
        return new String[] {
            EAST + " 2018 " + east,
            EAST + " 2020 " + east,
            EAST + " 2022 " + east,
            EAST + " 2024 " + east,
            WEST + " 2022 " + west,
            WEST + " 2024 " + west
        };
    }

    private static double fys(Clerk clerk, String path) {
        return score(clerk, path, "2024").at("/dimensions/fys/value").asDouble();
    }

    private static JsonNode score(Clerk clerk, String path, String period) {
        JsonNode scores = clerk.json(path + (path.contains("?") ? "&" : "?") + "period=" + period)
                .get("scores");
        assertThat(scores).hasSize(1);
        return scores.get(0);
    }

    private static void assertComposed(JsonNode score, double coverage, String weighting, String uncovered) {
        for (String indicator : List.of("LBM-FYS", "LBM-ONV", "LBM-SOC", "LBM-VRZ", "LBM-WON")) {
            JsonNode composition = score.get("composition").get(indicator);
            assertThat(composition.get("coverage").asDouble()).isEqualTo(coverage);
            assertThat(composition.get("weighting").asString()).isEqualTo(weighting);
            assertThat(composition.get("uncovered").toString()).isEqualTo(uncovered);
        }
    }
}
