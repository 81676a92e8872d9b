package nl.gebiedsmonitor.api.vintage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A citation carries out a read of ours and nothing else, and tells what is wrong with it as the read does. */
class CitableReadsTest {

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_read_is_told_as_the_read_tells_it(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String wrong : List.of(
                "/v1/gebieden/GM9599",
                "/v1/gebieden/GM95",
                "/v1/gebieden?colour=red",
                "/v1/gebieden?limit=0&type=x",
                "/v1/gebieden?asOf=-1",
                "/v1/gebieden?asOf=99999999",
                "/v1/gebieden?asOf=1&asOf=2",
                "/v1/gebieden?asOf=",
                "/v1/gebieden?q=%00",
                "/v1/observations?format=xml",
                "/v1/observations/history?indicator=VIN-NONE&gebied=GM9599&period=2024",
                "/v1/vintages/compare",
                "/v1/vintages/compare?from=2&to=1",
                "/v1/manifests/none/signatures")) {
            Answer told = client.get(wrong);
            Answer passedOn = client.get(citing(wrong));
            assertThat(told.status()).as(wrong).isBetween(400, 404);
            assertThat(passedOn.status()).as(wrong).isEqualTo(told.status());
            assertThat(passedOn.text().replaceAll("the last is \\d+", ""))
                    .isEqualTo(told.text().replaceAll("the last is \\d+", ""));
            assertThat(passedOn.header("Content-Type")).isEqualTo(told.header("Content-Type"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_but_a_read_of_ours_is_cited(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String query : List.of(
                "http://example.org/v1/gebieden",
                "https://127.0.0.1/v1/gebieden",
                "//example.org/v1/gebieden",
                "/\\example.org",
                "v1/gebieden",
                "/gebieden",
                "/",
                "/v1",
                "/v1/",
                "/v1/gebieden/",
                "/v1//gebieden",
                "/v1/gebieden#top",
                "/v1/gebieden;a=b",
                "/v1/gebieden/../gebieden",
                "/v1/./gebieden",
                "/v1/..%2Factuator/health",
                "/v1/%67ebieden",
                "/v1/gebieden%3Flimit=1",
                "/v1/gebieden?q=%",
                "/v1/gebieden?q=%zz",
                "/v1/gebieden?q=a b",
                "/v1/gebieden\r\nX: y",
                "/v1/gebieden HTTP/1.1",
                "POST /v1/gebieden",
                "/v1/gebieden?q=é",
                "/v1/gebieden?=x",
                "/v1/gebieden?q=%C3%28",
                "/actuator/health",
                "/v1/openapi.json",
                "/v1/docs",
                "/error",
                "/v1/feed",
                "/v1/feed?asOf=1",
                "/v1/citations",
                "/v1/citations?query=/v1/gebieden",
                "/v1/deliveries",
                "/v1/deliveries/x",
                "/v1/effect-estimates",
                "/v1/gebieden/GM9501/name",
                "/v1/unknown?asOf=1",
                "/v1/" + "a/".repeat(1500) + "a",
                " ")) {
            Answer refused = client.get(citing(query));
            assertThat(refused.status()).as(query + " " + refused.text()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
            assertThat(refused.json().at("/errors/0/rule").asString()).isIn("citable", "query", "required");
        }
        assertThat(client.get("/v1/citations").status()).isEqualTo(400);
        assertThat(client.get("/v1/citations?query=/v1/gebieden&query=/v1/indicators")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/v1/citations?query=/v1/gebieden&limit=1")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("limit");
        assertThat(client.post("/v1/citations?query=/v1/gebieden", "{}").status())
                .isEqualTo(405);
    }

    private static String citing(String query) {
        return "/v1/citations?query=" + URLEncoder.encode(query, UTF_8);
    }
}
