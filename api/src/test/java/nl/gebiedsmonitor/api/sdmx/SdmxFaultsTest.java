package nl.gebiedsmonitor.api.sdmx;

import static nl.gebiedsmonitor.api.sdmx.SmallSeries.FLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What SDMX queries are refused for: by the status codes of SDMX REST 2, in the words of this product. */
class SdmxFaultsTest {

    @ParameterizedTest
    @EnumSource
    void everything_wrong_with_a_query_is_told_at_once(TestDatabase database) {
        Answer answer = Product.on(database)
                .client()
                .get(FLOW.replace("1.0.0", "1.x")
                        + "lbm.GM66?c[TIME_PERIOD]=ge:soon&c[GEBIED]=zz:GM6601&c[OBS_VALUE]=sw:1&firstNObservations=0"
                        + "&lastNObservations=two&dimensionAtObservation=COLOUR&attributes=some&measures=some"
                        + "&updatedAfter=yesterday&asOf=tomorrow&format=xml");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "version",
                        "key",
                        "c[TIME_PERIOD]",
                        "c[GEBIED]",
                        "c[OBS_VALUE]",
                        "firstNObservations",
                        "lastNObservations",
                        "dimensionAtObservation",
                        "attributes",
                        "measures",
                        "updatedAfter",
                        "asOf",
                        "format");
    }

    @ParameterizedTest
    @EnumSource
    void what_there_is_not_is_404_and_what_matches_nothing_204(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-NONE");
        Client client = series.client();

        for (String flow : List.of(
                FLOW.replace("OBSERVATIONS", "OTHER"),
                FLOW.replace("NL_GEBIEDSMONITOR", "ECB"),
                FLOW.replace("1.0.0", "2.0.0"))) {
            Answer absent = client.get(flow + "SDM-NONE");
            assertThat(absent.status()).as(absent.text()).isEqualTo(404);
            assertThat(absent.text()).contains("dataflow");
        }
        for (String nothing : List.of("SDM-NONE.BU66010102?c[OBS_STATUS]=A", "SDM-ABSENT", "SDM-NONE?c[INDICATOR]=X")) {
            Answer empty = client.get(FLOW + nothing);
            assertThat(empty.status()).as(empty.text()).isEqualTo(204);
            assertThat(empty.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_way_to_name_the_dataflow_that_sdmx_has_finds_it(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-NAME");
        String only = "?c[INDICATOR]=SDM-NAME";

        for (String version : List.of("1.0.0", "+", "~", "*", "latest", "1.0.0+", "1.0+.0", "1.*.0", "2.0.0,1.0.0")) {
            assertThat(series.client()
                            .get(FLOW.replace("1.0.0", version) + "*" + only)
                            .status())
                    .as(version)
                    .isEqualTo(200);
        }
        for (String path : List.of("", "/*", "/NL_GEBIEDSMONITOR/*", "/ECB,NL_GEBIEDSMONITOR/OBSERVATIONS")) {
            assertThat(series.client()
                            .get("/sdmx/v2/data/dataflow" + path + only)
                            .status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_form_that_is_not_made_is_406(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-FORM");
        Client client = series.client();

        for (String accept : List.of(
                "application/vnd.sdmx.data+xml;version=3.0.0",
                "application/vnd.sdmx.data+json;version=2.1.0",
                "application/vnd.sdmx.data+csv;version=1.0.0",
                "image/png",
                "nonsense")) {
            Answer refused = client.get(FLOW + "SDM-FORM", "Accept", accept);
            assertThat(refused.status()).as(accept).isEqualTo(406);
            assertThat(refused.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(refused.json().get("detail").asString()).contains(SmallSeries.JSON, SmallSeries.CSV);
        }
        for (String accept : List.of("application/vnd.sdmx.data+json;version=2+.0.0", "*/*", "application/json")) {
            assertThat(client.get(FLOW + "SDM-FORM", "Accept", accept).header("Content-Type"))
                    .as(accept)
                    .hasValueSatisfying(type -> assertThat(type).startsWith(SmallSeries.JSON));
        }
        for (String query : List.of("", "?format=csv")) {
            assertThat(client.get(FLOW + "SDM-FORM" + query, "Accept", "text/csv;q=0.9, application/xml")
                            .header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith(SmallSeries.CSV));
        }
        assertThat(client.get(FLOW + "SDM-FORM", "Accept", SmallSeries.CSV + ";labels=all")
                        .text())
                .contains("media-type-parameter");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_standard_has_and_is_not_made_is_501_and_what_nobody_has_400(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-UNMADE");
        Client client = series.client();

        for (String query : List.of(
                "dimensionAtObservation=GEBIED",
                "dimensionAtObservation=INDICATOR",
                "includeHistory=true",
                "c[UNIT_MEASURE]=score",
                "offset=1",
                "limit=1",
                "sort=series_key",
                "reportingYearStartDay=--07-01")) {
            Answer refused = client.get(FLOW + "SDM-UNMADE?" + query);
            assertThat(refused.status()).as(query + refused.text()).isEqualTo(501);
            assertThat(refused.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(refused.json().get("detail").asString()).contains("not made here");
            assertThat(fields(refused)).containsExactly(query.substring(0, query.indexOf('=')));
        }
        assertThat(fields(client.get(FLOW + "SDM-UNMADE?limit=1&offset=1&sort=*")))
                .containsExactlyInAnyOrder("limit", "offset", "sort");
        Answer usual = client.get(FLOW + "SDM-UNMADE?includeHistory=false");
        assertThat(usual.status()).as(usual.text()).isEqualTo(200);
        for (String query :
                List.of("c[COLOUR]=red", "startPeriod=2020", "limit=1&colour=red", "includeHistory=maybe")) {
            Answer unknown = client.get(FLOW + "SDM-UNMADE?" + query);
            assertThat(unknown.status()).as(query + unknown.text()).isEqualTo(400);
        }
        assertThat(fields(client.get(FLOW + "SDM-UNMADE?includeHistory=true&firstNObservations=0")))
                .containsExactly("firstNObservations");
    }

    private static List<String> fields(Answer answer) {
        return answer.json().get("errors").values().stream()
                .map(each -> each.get("field").asString())
                .toList();
    }
}
