package nl.gebiedsmonitor.api.vintage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A moment is one that was, written as a position or as a time with its zone; every answer names the one it stands at. */
class MomentsTest {

    private static final List<String> READS = List.of(
            "/v1/gebieden?",
            "/v1/gebieden/GM9510?",
            "/v1/gebieden/GM9510/members?",
            "/v1/gebieden/GM9510/profile?",
            "/v1/indicators?",
            "/v1/indicators/VIN-MOMENT?",
            "/v1/observations?",
            "/v1/observations?format=csv&",
            "/v1/observations/history?indicator=VIN-MOMENT&gebied=GM9510&period=2024&",
            "/v1/measures?",
            "/v1/measures/vin-moment?",
            "/v1/manifests?",
            "/v1/manifests/vin-moment?",
            "/v1/manifests/vin-moment/signatures?",
            "/v1/manifests/vin-moment/signatures/GM9510?",
            "/v1/manifests/vin-moment/endorsements?");

    @ParameterizedTest
    @EnumSource
    void what_is_no_moment_of_the_past_is_refused_by_every_read(TestDatabase database) {
        Client client = prepared(database);
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        for (String wrong : List.of(
                "-1",
                "1.5",
                "1e3",
                "0x1",
                "now",
                "99999999999999999999",
                "9223372036854775807",
                "1000000000",
                "2026-13-45",
                "2026-11-24",
                "2026-11-24T09:00:00",
                "2026-02-30T09:00:00Z",
                "%2B999999999-12-31T23:59:59Z",
                tomorrow,
                "%20",
                "")) {
            for (String read : READS) {
                assertRefused(client.get(read + "asOf=" + wrong), "asOf");
            }
            assertRefused(client.get("/v1/vintages/compare?from=" + wrong), "from");
            assertRefused(client.get("/v1/vintages/compare?from=0&to=" + wrong), "to");
        }
        for (String read : READS) {
            assertRefused(client.get(read + "asOf=1&asOf=1"), "asOf");
        }
        assertRefused(client.get("/v1/vintages/compare?from=1&from=1"), "from");
        assertRefused(client.get("/v1/vintages/compare?from=2&to=1"), "to");
        assertRefused(client.get("/v1/vintages/compare?from=1&to=2020-06-16T00:00:00Z"), "to");
        assertRefused(client.get("/v1/vintages/compare?from=1&asOf=1"), "asOf");
    }

    @ParameterizedTest
    @EnumSource
    void a_moment_before_everything_is_position_0_at_which_nothing_is_known(TestDatabase database) {
        Client client = prepared(database);
        for (String early :
                List.of("0", "1969-07-20T20:17:40Z", "-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z")) {
            Answer none = client.get("/v1/gebieden?asOf=" + early);
            assertThat(none.text()).as(early).isEqualTo("{\"gebieden\":[]}");
            assertThat(none.position()).isZero();
            assertThat(client.get("/v1/gebieden/GM9510?asOf=" + early).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_says_both_where_it_stands_and_where_the_next_page_is(TestDatabase database) {
        Client client = prepared(database);
        Answer page = client.get("/v1/gebieden?limit=1&q=a%3Db+%26+c");
        String link = page.header("Link").orElseThrow();
        assertThat(page.response().headers().allValues("Link")).hasSize(1);
        assertThat(link).contains("rel=\"next\"").contains("rel=\"cite-as\"").contains("asOf=" + page.position());
        assertThat(client.get(page.next().orElseThrow())
                        .json()
                        .at("/gebieden/0/code")
                        .asString())
                .isEqualTo("GM9511");

        Answer compared = client.get("/v1/vintages/compare?from=2020-06-16T00:00:00Z&limit=1");
        assertThat(compared.header("Link").orElseThrow())
                .contains("from=0&limit=1&to=" + compared.position() + ">; rel=\"cite-as\"")
                .contains("rel=\"next\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_long_question_is_answered_with_both_its_links(TestDatabase database) {
        Client client = prepared(database);
        Answer many = client.get("/v1/observations?indicator=VIN-MOMENT&limit=1&gebied=GM9510&gebied=GM9511"
                + "&gebied=BU95100101".repeat(400));
        assertThat(many.status()).isEqualTo(200);
        assertThat(client.get(many.next().orElseThrow())
                        .json()
                        .at("/observations/0/gebied")
                        .asString())
                .isEqualTo("GM9511");
        assertThat(client.get("/v1/gebieden?q=" + ",".repeat(7500)).status()).isEqualTo(200);
    }

    private static Client prepared(TestDatabase database) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", """
                [{"code":"GM9510","name":"a=b & c","type":"GEMEENTE"},{"code":"GM9511","name":"a=b & c","type":"GEMEENTE"}]""");
        client.post("/v1/indicators", "{\"code\":\"VIN-MOMENT\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        Answer last = client.post("/v1/deliveries", """
                {"observations":[{"indicator":"VIN-MOMENT","gebied":"GM9510","period":"2024","value":1},
                                 {"indicator":"VIN-MOMENT","gebied":"GM9511","period":"2024","value":1}]}""");
        assertThat(last.status()).as(last.text()).isBetween(200, 201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(last.position()));
        return client;
    }

    private static void assertRefused(Answer answer, String field) {
        String asked = answer.response().uri() + " " + answer.text();
        assertThat(answer.status()).as(asked).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asString()).as(asked).isEqualTo(field);
    }
}
