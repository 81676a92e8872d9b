package nl.gebiedsmonitor.api.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A figure that is hidden is so in every answer, and in what is made of it. */
class HiddenFiguresTest {

    private static final Map<String, List<String>> PARTS = Map.of(
            "GM9752", List.of("WK975201", "WK975202", "BU97520301", "BU97520302"),
            "WK975201", List.of("BU97520101", "BU97520102", "BU97520103"),
            "WK975202", List.of("BU97520201", "BU97520202"));

    @ParameterizedTest
    @EnumSource
    void no_answer_tells_a_hidden_figure_and_all_did_before_the_threshold(TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9750");
        String told = String.join("\n", texts(guarded, guarded.reads()));
        assertThat(Guarded.TELLING).allMatch(number -> Guarded.tells(told, number));

        guarded.guard("5");

        for (String read : guarded.reads()) {
            Guarded.assertTellsNoneOf(
                    Guarded.TELLING, read, guarded.clerk.read(read).text());
            JsonNode citation = guarded.clerk.json("/v1/citations?query=" + URLEncoder.encode(read, UTF_8));
            Guarded.assertTellsNoneOf(Guarded.TELLING, read, citation.toString());
            Guarded.assertTellsNoneOf(
                    Guarded.TELLING,
                    read,
                    guarded.clerk.read(citation.get("url").asString()).text());
        }
        for (long from : List.of(0L, guarded.start, guarded.open, guarded.clerk.position())) {
            for (String comparison : guarded.comparisons(from)) {
                Guarded.assertTellsNoneOf(
                        Guarded.TELLING,
                        comparison,
                        guarded.clerk.read(comparison).text());
            }
        }
        assertThat(guarded.clerk
                        .read(guarded.comparisons(guarded.open).getLast())
                        .text()
                        .lines()
                        .toList())
                .as("what was hidden since is told, without what it was")
                .contains(guarded.indicator + ",BU97500101,2024,,MISSING,,MISSING,")
                .contains(guarded.share() + ",BU97500101,2024,,MISSING,,MISSING,")
                .hasSize(1 + guarded.hidden.size() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_hidden_is_said_to_be_suppressed_and_so_is_what_is_made_of_it(TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9751");
        guarded.guard("5");

        Map<String, JsonNode> figures = figures(guarded);
        assertThat(figures.keySet()).containsAll(guarded.hidden).containsAll(guarded.shown);
        for (String hidden : guarded.hidden) {
            assertSuppressed(figure(figures, hidden));
            assertSuppressed(guarded.clerk
                    .json("/v1/gebieden/" + hidden + "/leefbaarheid?model=" + guarded.model)
                    .at("/scores/0"));
        }
        for (String shown : guarded.shown) {
            assertThat(isShown(figures, shown)).as(shown).isTrue();
        }
        for (String indicator : List.of(guarded.indicator, guarded.share(), guarded.weighed())) {
            for (String list : List.of("SV-LFB-9751", "BU97510101&gebied=BU97510103")) {
                assertSuppressed(guarded.clerk
                        .json("/v1/observations/aggregate?minimumCoverage=0&indicator=" + indicator + "&gebied=" + list)
                        .at("/observations/0"));
            }
        }
        for (String path : List.of(
                "/v1/gebieden/SV-LFB-9751/leefbaarheid?model=",
                "/v1/gebieden/WK975103/leefbaarheid?model=",
                "/v1/leefbaarheid/aggregate?member=BU97510101&member=BU97510103&model=")) {
            assertSuppressed(guarded.clerk.json(path + guarded.model).at("/scores/0"));
        }
        assertThat(guarded.clerk
                        .json("/v1/leefbaarheid?type=BUURT&model=" + guarded.model)
                        .get("leefbaarheid")
                        .findValuesAsString("gebied"))
                .containsExactly("BU97510103");
    }

    @ParameterizedTest
    @EnumSource
    void no_total_that_is_shown_lacks_just_one_part_and_lists_of_parts_are_added_up_only_when_all_are_shown(
            TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9752");
        guarded.guard("5");

        Map<String, JsonNode> figures = figures(guarded);
        PARTS.forEach((total, parts) -> {
            assertThat(isShown(figures, total)).as(total).isTrue();
            assertThat(parts.stream().filter(part -> !isShown(figures, part)).count())
                    .as("hidden parts of " + total)
                    .isNotEqualTo(1);
            for (int i = 0; i < parts.size(); i++) {
                for (String other : parts.subList(i + 1, parts.size())) {
                    JsonNode together = guarded.clerk
                            .json("/v1/observations/aggregate?minimumCoverage=0&indicator=" + guarded.indicator
                                    + "&gebied=" + parts.get(i) + "&gebied=" + other)
                            .at("/observations/0");
                    assertThat(together.has("value"))
                            .as(parts.get(i) + " and " + other)
                            .isEqualTo(isShown(figures, parts.get(i)) && isShown(figures, other));
                }
            }
        });
    }

    private static boolean isShown(Map<String, JsonNode> figures, String gebied) {
        return figure(figures, gebied).get("value").isNumber();
    }

    private static JsonNode figure(Map<String, JsonNode> figures, String gebied) {
        return Objects.requireNonNull(figures.get(gebied), gebied);
    }

    private static List<String> texts(Guarded guarded, List<String> reads) {
        return reads.stream().map(read -> guarded.clerk.read(read).text()).toList();
    }

    private static Map<String, JsonNode> figures(Guarded guarded) {
        Map<String, JsonNode> figures = new HashMap<>();
        guarded.clerk
                .json("/v1/observations?indicator=" + guarded.indicator)
                .get("observations")
                .forEach(figure -> figures.put(figure.get("gebied").asString(), figure));
        return figures;
    }

    private static void assertSuppressed(JsonNode figure) {
        assertThat(figure.path("status").asString()).as(figure.toString()).isEqualTo("MISSING");
        assertThat(figure.path("missingReason").asString())
                .as(figure.toString())
                .isEqualTo("SUPPRESSED");
    }
}
