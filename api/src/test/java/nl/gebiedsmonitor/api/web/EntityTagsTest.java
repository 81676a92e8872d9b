package nl.gebiedsmonitor.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader that has an answer already gets 304, and never when the answer has changed. */
class EntityTagsTest {

    private static final String DATA = "/sdmx/v2/data/dataflow/NL_GEBIEDSMONITOR/OBSERVATIONS/1.0.0/";

    private static final List<String> READS = List.of(
            "/v1/observations?indicator=FMT-TAG",
            "/v1/observations?indicator=FMT-TAG&format=csv",
            "/v1/observations?indicator=FMT-TAG&format=json-stat",
            "/v1/observations?within=SV-FMT-TAG&indicator=FMT-TAG",
            "/v1/observations/aggregate?indicator=FMT-TAG&gebied=SV-FMT-TAG",
            "/v1/observations/history?indicator=FMT-TAG&gebied=BU65100101&period=2022",
            "/v1/leefbaarheid?type=BUURT",
            "/v1/gebieden/BU65100101",
            "/v1/gebieden/SV-FMT-TAG/members",
            "/v1/gebieden/BU65100101/profile",
            "/v1/catalog",
            DATA + "FMT-TAG?format=csv",
            DATA + "FMT-TAG?format=json",
            "/sdmx/v2/structure/codelist/NL_GEBIEDSMONITOR?detail=full");

    @ParameterizedTest
    @EnumSource
    void what_is_had_is_not_sent_again_until_something_changes(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            Client client = product.client();
            Clerk clerk = new Clerk(client);
            clerk.register("GM6510", "BU65100101", "BU65100102", "BU65100103");
            clerk.define("FMT-TAG", "\"aggregation\":\"SUM\"");
            clerk.deliver("FMT-TAG", "BU65100101 2022 3", "BU65100102 2022 40", "BU65100103 2022 50");
            clerk.compose("SV-FMT-TAG", "BU65100101", "BU65100102");

            assertFresh(clerk, client, () -> clerk.correct("FMT-TAG", "BU65100101 2022 4"));
            assertFresh(clerk, client, () -> clerk.deliver("FMT-TAG", "BU65100101 2023 5"));
            assertFresh(clerk, client, () -> clerk.recompose("SV-FMT-TAG", "BU65100101", "BU65100103"));
            assertFresh(
                    clerk,
                    client,
                    () -> clerk.revise("FMT-TAG", "\"aggregation\":\"SUM\"", "\"disclosureThreshold\":10"));
            assertFresh(clerk, client, () -> clerk.revise("FMT-TAG", "\"aggregation\":\"SUM\""));
            assertFresh(clerk, client, () -> clerk.rename("BU65100101", "Anders"));
        }
    }

    /** All that is had is so still, until a change; then what differs is sent, and what does not may be either. */
    private static void assertFresh(Clerk clerk, Client client, Runnable change) {
        Map<String, Answer> had = new LinkedHashMap<>();
        for (String read : READS) {
            Answer answer = clerk.read(read);
            assertThat(answer.header("Cache-Control")).as(read).contains("no-cache");
            assertThat(answer.header("ETag").orElseThrow()).startsWith("W/\"");
            Answer again = client.get(
                    read, "If-None-Match", "\"other\", " + answer.header("ETag").orElseThrow());
            assertThat(again.status()).as(read).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
            assertThat(again.header("Cache-Control")).contains("no-cache");
            assertThat(again.header("Event-Position")).isPresent();
            Answer any = client.get(read, "If-None-Match", "*");
            assertThat(any.status()).as(read).isEqualTo(304);
            assertThat(any.text()).isEmpty();
            assertThat(any.header("ETag")).isEqualTo(answer.header("ETag"));
            had.put(read, answer);
        }
        change.run();
        int changed = 0;
        for (String read : READS) {
            Answer before = Objects.requireNonNull(had.get(read));
            Answer now = clerk.read(read);
            if (!withoutPosition(now).equals(withoutPosition(before))) {
                changed++;
                Answer asked = client.get(
                        read,
                        "If-None-Match",
                        before.header("ETag").orElseThrow(),
                        "Min-Event-Position",
                        Long.toString(clerk.position()));
                assertThat(asked.status()).as(read).isEqualTo(200);
                assertThat(asked.text()).isEqualTo(now.text());
            }
            Answer then = client.get(read + (read.contains("?") ? "&" : "?") + "asOf=" + before.position());
            assertThat(withoutPosition(then)).as(read).isEqualTo(withoutPosition(before));
        }
        assertThat(changed).isPositive();
    }

    private static String withoutPosition(Answer answer) {
        return answer.text()
                .replaceAll("\"position\":[0-9]+|\"(updated|prepared)\":\"[^\"]+\"|\"position-[0-9]+\"", "");
    }

    @ParameterizedTest
    @EnumSource
    void what_concerns_none_of_the_figures_leaves_them_as_they_are(TestDatabase database) {
        Client client = Product.on(database).client();
        Clerk clerk = new Clerk(client);
        clerk.register("GM6511");
        String read = "/v1/gebieden/GM6511";
        String tag = clerk.read(read).header("ETag").orElseThrow();
        clerk.define("FMT-TAG-OTHER");

        Answer unchanged =
                client.get(read, "If-None-Match", tag, "Min-Event-Position", Long.toString(clerk.position()));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(client.get(read, "If-None-Match", "nonsense").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void who_wants_nothing_that_there_is_is_told_what_there_is_not(TestDatabase database) {
        Client client = Product.on(database).client();
        Map<String, Integer> expected = Map.of(
                "/v1/gebieden/GM6599",
                404,
                "/v1/gebieden/GM6599/profile",
                404,
                "/v1/observations?limit=0",
                400,
                "/v1/observations?indicator=FMT-NONE&format=csv",
                304,
                DATA.replace("OBSERVATIONS", "OTHER"),
                404,
                DATA + "FMT-NONE",
                204,
                "/sdmx/v2/structure/codelist/ECB",
                404,
                "/v1/indicators",
                200);
        expected.forEach((path, status) -> {
            Answer answer = client.get(path, "If-None-Match", "*");
            assertThat(answer.status()).as(path + answer.text()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @EnumSource
    void another_query_format_or_language_has_another_tag(TestDatabase database) {
        Client client = Product.on(database).client();
        String read = "/v1/observations?indicator=FMT-NONE";
        assertThat(List.of(
                        tag(client.get(read)),
                        tag(client.get(read + "&limit=7")),
                        tag(client.get(read + "&format=csv")),
                        tag(client.get(read, "Accept", "text/csv")),
                        tag(client.get(read, "Accept", "application/vnd.json-stat+json", "Accept-Language", "nl")),
                        tag(client.get(read, "Accept", "application/vnd.json-stat+json", "Accept-Language", "en"))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_problem_and_whatever_is_no_open_figure_is_not_stored(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String path : List.of("/v1/gebieden/GM6599", "/v1/observations?limit=0", "/v1/manifests", "/v1/feed")) {
            Answer answer = client.get(path);
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.header("ETag")).as(path).isEmpty();
        }
    }

    private static String tag(Answer answer) {
        return answer.header("ETag").orElseThrow();
    }
}
