package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A threshold hides and shows from the moment on that it is stated, in the feed also what was there before. */
class ThresholdsTest {

    /** Figures of another year, which come in when the threshold is there already. */
    private static final List<String> TELLING_OF_2025 = List.of("1.9375", "5.9375", "6.5625", "10.5625");

    @ParameterizedTest
    @EnumSource
    void a_threshold_hides_from_then_on_and_without_it_all_is_shown_again_and_as_of_any_moment_as_it_was_then(
            TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9753");
        Map<Long, List<String>> then = new LinkedHashMap<>();
        List<String> open = remember(guarded, then);

        guarded.guard("5");
        List<String> hidden = remember(guarded, then);
        guarded.guard("250");
        List<String> more = remember(guarded, then);
        guarded.unguard();
        List<String> again = remember(guarded, then);

        assertThat(hidden.getFirst()).isNotEqualTo(open.getFirst());
        assertThat(more.getFirst()).isNotEqualTo(hidden.getFirst()).doesNotContain("211.40625", "221.65625");
        for (int i = 0; i < open.size(); i++) {
            assertThat(again.get(i)).as(guarded.reads().get(i)).isEqualTo(open.get(i));
        }
        then.forEach((position, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                String read = guarded.reads().get(i);
                assertThat(guarded.clerk.read(read + "&asOf=" + position).text())
                        .as(read + " as of " + position)
                        .isEqualTo(texts.get(i));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_feed_hides_figures_that_came_before_the_threshold_and_after_it(TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9754");
        String open = String.join("\n", guarded.feed());
        assertThat(List.of("3.0625", "7.1875", "2.8125", "40.53125", "1.4375", "9.34375", "19.140625"))
                .allMatch(number -> Guarded.tells(open, number));

        guarded.guard("5");
        guarded.clerk.deliver(
                guarded.indicator,
                "BU97540101 2025 1.9375",
                "BU97540102 2025 6.5625",
                "BU97540103 2025 300.75",
                "WK975401 2025 309.25");

        String feed = String.join("\n", guarded.feed());
        Guarded.assertTellsNoneOf(Guarded.TELLING, "feed", feed);
        Guarded.assertTellsNoneOf(TELLING_OF_2025, "feed", feed);
        assertThat(feed).contains("211.40625", "300.75", "309.25", "275.78125", "SUPPRESSED");
        for (String read : guarded.reads()) {
            Guarded.assertTellsNoneOf(
                    TELLING_OF_2025, read, guarded.clerk.read(read).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_hidden_stays_so_when_a_large_figure_replaces_a_small_one_beside_it_or_the_source_is_another(
            TestDatabase database) {
        Guarded guarded = new Guarded(Product.on(database).client(), "9755");
        guarded.guard("5");
        long before = guarded.clerk.position();

        guarded.clerk.correct(
                guarded.indicator,
                "BU97550101 2024 2.6875",
                "BU97550201 2024 300.25",
                "WK975501 2024 221.28125",
                "WK975502 2024 340.78125",
                "GM9755 2024 572.84375");
        guarded.clerk.revise(
                guarded.indicator,
                "\"aggregation\":\"SUM\"",
                "\"disclosureThreshold\":5",
                "\"source\":\"Een andere bron\"");

        List<String> telling = new ArrayList<>(Guarded.TELLING);
        telling.addAll(List.of("2.6875", "300.25"));
        List<String> reads = new ArrayList<>(guarded.reads());
        for (long from : List.of(0L, guarded.open, before)) {
            reads.addAll(guarded.comparisons(from));
        }
        for (String read : reads) {
            Guarded.assertTellsNoneOf(telling, read, guarded.clerk.read(read).text());
        }
        Guarded.assertTellsNoneOf(telling, "feed", String.join("\n", guarded.feed()));
        JsonNode versions = guarded.clerk
                .json("/v1/observations/history?period=2024&gebied=BU97550201&indicator=" + guarded.indicator)
                .get("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("missingReason").asString()).isEqualTo("SUPPRESSED");
        assertThat(versions.get(1).get("missingReason").asString()).isEqualTo("SUPPRESSED");
    }

    private static List<String> remember(Guarded guarded, Map<Long, List<String>> then) {
        List<String> texts = guarded.reads().stream()
                .map(read -> guarded.clerk.read(read).text())
                .toList();
        then.put(guarded.clerk.position(), texts);
        return texts;
    }
}
