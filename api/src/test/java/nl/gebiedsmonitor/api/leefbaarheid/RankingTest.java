package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The scores of many gebieden in order, those of figures of their own and those that are made, in three formats. */
class RankingTest {

    private static final String RANKING = "/v1/leefbaarheid?model=lfb-rang";

    @ParameterizedTest
    @EnumSource
    void equal_scores_share_a_rank_and_each_percentile_counts_who_scores_lower(TestDatabase database) {
        Clerk clerk = prepared(database);

        assertThat(ranked(clerk, RANKING + "&type=BUURT"))
                .containsExactly(
                        "BU97210102 7.0 1/5 90.0",
                        "BU97200101 5.5 2/5 60.0",
                        "BU97200102 5.5 2/5 60.0",
                        "BU97210101 4.25 4/5 30.0",
                        "BU97200103 3.0 5/5 10.0");
        assertThat(ranked(clerk, RANKING + "&type=BUURT&within=GM9721"))
                .containsExactly("BU97210102 7.0 1/2 75.0", "BU97210101 4.25 2/2 25.0");
        assertThat(ranked(clerk, RANKING + "&type=BUURT&period=2022")).containsExactly("BU97200101 4.0 1/1 50.0");
        assertThat(ranked(clerk, RANKING + "&type=BUURT&period=2020")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_made_of_members_stands_among_what_has_figures_of_its_own(TestDatabase database) {
        Clerk clerk = prepared(database);

        List<String> wijken = ranked(clerk, RANKING + "&type=WIJK&within=GM9721");
        assertThat(wijken).containsExactly("WK972101 5.625 1/2 50.0", "WK972102 5.625 1/2 50.0");
        assertThat(ranked(clerk, RANKING + "&type=GEMEENTE").getFirst()).isEqualTo("GM9721 5.625 1/3 83.3");
        for (String type : List.of("BUURT", "WIJK", "GEMEENTE")) {
            for (JsonNode body : all(clerk, RANKING + "&type=" + type)) {
                String gebied = body.get("gebied").asString();
                JsonNode alone = clerk.json("/v1/gebieden/" + gebied + "/leefbaarheid?model=lfb-rang&period=2024")
                        .at("/scores/0");
                for (String same :
                        List.of("score", "deviation", "scoreLabel", "dimensions", "basis", "status", "rank")) {
                    assertThat(alone.get(same)).as(gebied + " " + same).isEqualTo(body.get(same));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_type_all_that_have_figures_of_their_own_come_in_order_without_ranks(TestDatabase database) {
        Clerk clerk = prepared(database);

        List<JsonNode> all = all(clerk, RANKING);
        assertThat(all).hasSize(7).noneMatch(body -> body.has("rank"));
        assertThat(all.stream().map(body -> body.get("score").asDouble()).toList())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(all.stream().map(body -> body.get("gebied").asString()).toList())
                .contains("WK972102", "GM1680")
                .doesNotContain("WK972101", "GM9721");
    }

    @ParameterizedTest
    @EnumSource
    void pages_hold_the_ranking_that_the_first_one_was_of_whatever_is_corrected_meanwhile(TestDatabase database) {
        Clerk clerk = prepared(database);
        String buurten = RANKING + "&type=BUURT";
        List<JsonNode> whole = all(clerk, buurten + "&limit=1000");

        Answer first = clerk.read(buurten + "&limit=2");
        List<JsonNode> paged = new ArrayList<>(items(first));
        clerk.correct("LFB-RANG-A", "BU97200101 2024 -50", "BU97200103 2024 50");
        Optional<String> next = first.next();
        while (next.isPresent()) {
            Answer page = clerk.read(next.get());
            paged.addAll(items(page));
            next = page.next();
        }
        clerk.correct("LFB-RANG-A", "BU97200101 2024 1", "BU97200103 2024 -1");

        assertThat(paged).isEqualTo(whole);
        assertThat(clerk.ask(buurten + "&cursor=QlU5OTk5OTk5OQox&asOf=" + clerk.position())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void a_csv_file_has_a_column_and_a_class_for_each_dimension(TestDatabase database) {
        Clerk clerk = prepared(database);

        Answer csv = clerk.read(RANKING + "&type=BUURT&format=csv");
        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.text().lines().toList())
                .containsExactly(
                        "gebied,period,score,scoreClass,deviation,deviationClass,a,aClass,b,bClass,status,rank,percentile,name",
                        "BU97210102,2024,7.0,4,3.0,2,2.0,2,1.0,2,FINAL,1,90.0,Naam van BU97210102",
                        "BU97200101,2024,5.5,4,1.5,2,1.0,2,0.5,2,FINAL,2,60.0,Naam van BU97200101",
                        "BU97200102,2024,5.5,4,1.5,2,0.5,2,1.0,2,FINAL,2,60.0,Naam van BU97200102",
                        "BU97210101,2024,4.25,3,0.25,2,0.0,2,0.25,2,FINAL,4,30.0,Naam van BU97210101",
                        "BU97200103,2024,3.0,2,-1.0,1,-1.0,1,0.0,2,FINAL,5,10.0,Naam van BU97200103");
    }

    @ParameterizedTest
    @EnumSource
    void geojson_has_the_outlines_that_are_known_and_says_whose_they_are(TestDatabase database) {
        Clerk clerk = prepared(database);

        Answer answer = clerk.read(RANKING + "&type=GEMEENTE&format=geojson");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/geo+json");
        JsonNode collection = answer.json();
        assertThat(collection.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(collection.get("attribution").asString()).contains("CBS", "Kadaster", "CC BY 4.0");
        List<String> seen = new ArrayList<>();
        for (JsonNode feature : collection.get("features")) {
            assertThat(feature.get("type").asString()).isEqualTo("Feature");
            assertThat(feature.at("/properties/score").isNumber()).isTrue();
            JsonNode geometry = feature.get("geometry");
            seen.add(feature.get("id").asString() + " "
                    + (geometry.isNull() ? null : geometry.get("type").asString()));
            if (!geometry.isNull()) {
                JsonNode corner = geometry.at("/coordinates/0/0");
                JsonNode point = corner.get(0).isNumber() ? corner : corner.get(0);
                assertThat(point.get(0).asDouble()).as("longitude").isBetween(3.0, 7.5);
                assertThat(point.get(1).asDouble()).as("latitude").isBetween(50.5, 54.0);
            }
        }
        assertThat(seen).hasSize(3).contains("GM9721 null").anyMatch(line -> line.matches("GM1680 (Multi)?Polygon"));
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_answered_is_a_problem_with_all_its_faults(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());

        assertThat(clerk.ask("/v1/leefbaarheid?model=lfb-onbekend").status()).isEqualTo(404);
        assertThat(clerk.ask("/v1/leefbaarheid?version=9").status()).isEqualTo(404);
        Answer xml = clerk.ask("/v1/leefbaarheid?format=xml");
        assertThat(xml.status()).isEqualTo(400);
        Answer faulty = clerk.ask("/v1/leefbaarheid?model=A&version=0&type=STAD&within=x&period=x&limit=0&cursor=x"
                + "&format=xml&asOf=x");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "model", "version", "type", "within", "period", "limit", "cursor", "format", "asOf");
    }

    /** Two gemeenten with buurten, one of them with a wijk that has figures of its own, and a gemeente on the map. */
    private static Clerk prepared(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9720", "GM9721", "GM1680", "WK972001", "WK972101", "WK972102");
        clerk.register("BU97200101", "BU97200102", "BU97200103", "BU97210101", "BU97210102");
        for (String indicator : List.of("LFB-RANG-A", "LFB-RANG-B")) {
            clerk.define(indicator, "\"aggregation\":\"MEAN\"");
        }
        clerk.deliver(
                "LFB-RANG-A",
                "BU97200101 2024 1",
                "BU97200102 2024 0.5",
                "BU97200103 2024 -1",
                "BU97210101 2024 0",
                "BU97210102 2024 2",
                "BU97200101 2022 0",
                "WK972102 2024 1",
                "GM1680 2024 -1");
        clerk.deliver(
                "LFB-RANG-B",
                "BU97200101 2024 1",
                "BU97200102 2024 2",
                "BU97200103 2024 0",
                "BU97210101 2024 0.5",
                "BU97210102 2024 2",
                "BU97200101 2022 0",
                "WK972102 2024 1.25",
                "GM1680 2024 -1");
        clerk.post(
                "/v1/score-models",
                TestModel.of(
                        "lfb-rang",
                        1,
                        TestModel.dimension("a", "LFB-RANG-A", 1) + "," + TestModel.dimension("b", "LFB-RANG-B", 0.5),
                        ""));
        return clerk;
    }

    /** Each as gebied, score, rank of how many, and percentile. */
    private static List<String> ranked(Clerk clerk, String path) {
        return all(clerk, path).stream()
                .map(body -> "%s %s %d/%d %s"
                        .formatted(
                                body.get("gebied").asString(),
                                body.get("score").asDouble(),
                                body.at("/rank/rank").asInt(),
                                body.at("/rank/of").asInt(),
                                Math.round(body.at("/rank/percentile").asDouble() * 10) / 10.0))
                .toList();
    }

    private static List<JsonNode> all(Clerk clerk, String path) {
        return items(clerk.read(path));
    }

    private static List<JsonNode> items(Answer answer) {
        return answer.json().get("leefbaarheid").valueStream().toList();
    }
}
