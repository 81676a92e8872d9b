package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A reader may ask for some events only, and goes on from a cursor that has passed all others. */
class FeedFilterTest {

    private record Story(Client client, long begin, long end) {

        /** What is in the pages from the first event of the story to the last, as types and subjects. */
        List<String> read(String filter) {
            List<String> seen = new ArrayList<>();
            String next = "/v1/feed?limit=2&after=" + begin + "&" + filter;
            long cursor = begin;
            while (cursor < end) {
                Answer page = client.get(next);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
                for (JsonNode event : page.json()) {
                    if (event.get("position").asLong() <= end) {
                        seen.add(event.get("type").asString().replace("nl.gebiedsmonitor.", "") + " "
                                + event.get("subject").asString());
                    }
                }
                next = page.next().orElseThrow();
                cursor = Long.parseLong(next.replaceAll(".*after=(\\d+).*", "$1"));
            }
            return seen;
        }
    }

    private static String type(String event) {
        return event.substring(0, event.indexOf(' '));
    }

    private static Story tell(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer first = client.post("/v1/gebieden", "{\"code\":\"GM6201\",\"name\":\"Een\",\"type\":\"GEMEENTE\"}");
        client.post("/v1/gebieden", "{\"code\":\"BU62010001\",\"name\":\"Buurt\",\"type\":\"BUURT\"}");
        client.post("/v1/gebieden", "{\"code\":\"GM6202\",\"name\":\"Twee\",\"type\":\"GEMEENTE\"}");
        for (String indicator : List.of("FLT-A", "FLT-AB")) {
            client.post(
                    "/v1/indicators", "{\"code\":\"" + indicator + "\",\"nameNl\":\"Filter\",\"frequency\":\"YEAR\"}");
            for (String gebied : List.of("GM6201", "BU62010001", "GM6202")) {
                assertThat(client.post(
                                        "/v1/observations",
                                        "{\"indicator\":\"" + indicator + "\",\"gebied\":\"" + gebied
                                                + "\",\"period\":\"2024\",\"value\":1}")
                                .status())
                        .isEqualTo(201);
            }
        }
        Answer measure = client.post("/v1/measures", """
                {"id":"bij-de-les","gebied":"BU62010001","opgave":"ONDERWIJSACHTERSTANDEN","title":"Bij de les",
                 "plannedFrom":"2024-01-01","leadOrganisation":"Gemeente"}""");
        assertThat(measure.status()).as(measure.text()).isEqualTo(201);
        Answer last = client.post(
                "/v1/measures/bij-de-les/status-changes", "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\"}");
        assertThat(last.status()).as(last.text()).isIn(200, 201);
        return new Story(client, first.position() - 1, last.position());
    }

    @ParameterizedTest
    @EnumSource
    void by_type_by_indicator_by_gebied_and_by_what_lies_within(TestDatabase database) {
        Story story = tell(database);
        assertThat(story.read("types=nl.gebiedsmonitor.indicator-defined"))
                .containsExactly("indicator-defined FLT-A", "indicator-defined FLT-AB");
        assertThat(story.read("types=measure-started&types=indicator-defined&indicator=FLT-AB"))
                .containsExactly("indicator-defined FLT-AB");
        assertThat(story.read("indicator=FLT-A"))
                .containsExactly(
                        "indicator-defined FLT-A",
                        "indicator-recorded FLT-A/GM6201",
                        "indicator-recorded FLT-A/GM6201",
                        "indicator-recorded FLT-A/GM6202");
        assertThat(story.read("gebied=GM6202"))
                .containsExactly(
                        "gebied-registered GM6202",
                        "indicator-recorded FLT-A/GM6202",
                        "indicator-recorded FLT-AB/GM6202");
        assertThat(story.read("within=GM6201").stream().map(FeedFilterTest::type))
                .containsExactly(
                        "gebied-registered",
                        "indicator-recorded",
                        "indicator-recorded",
                        "measure-registered",
                        "measure-started");
        assertThat(story.read("within=GM6201&gebied=GM6201").stream().map(FeedFilterTest::type))
                .containsExactly(
                        "gebied-registered",
                        "gebied-registered",
                        "indicator-recorded",
                        "indicator-recorded",
                        "indicator-recorded",
                        "indicator-recorded",
                        "measure-registered",
                        "measure-started");
        assertThat(story.read("gebied=GM6299")).isEmpty();
        assertThat(story.read("within=GM6299&indicator=FLT-A")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_filter_is_told_all_at_once(TestDatabase database) {
        Answer refused = Product.on(database)
                .client()
                .get("/v1/feed?after=-1&types=nonsense&indicator=%20x&gebied=Q&within=Q&limit=0");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").valueStream().map(error -> error.get("field")
                        .asString()))
                .containsExactlyInAnyOrder("after", "types", "indicator", "gebied", "within", "limit");
    }
}
