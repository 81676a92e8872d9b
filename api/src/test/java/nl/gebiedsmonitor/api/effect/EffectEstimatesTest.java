package nl.gebiedsmonitor.api.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.Published;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A researcher posts a panel of her own. */
class EffectEstimatesTest {

    private static final String COLUMNS = "&unitColumn=State&timeColumn=Year&valueColumn=PacksPerCapita";
    private static final String PANEL = """
            unit,time,value,treated
            a,1,1,0
            a,2,2,0
            a,3,9,1
            b,1,1,0
            b,2,3,0
            b,3,4,0
            c,1,2,0
            c,2,2,0
            c,3,4,0
            """;

    private final Client client = Product.on(TestDatabase.H2).client();

    @ParameterizedTest
    @CsvSource({
        "did, reference, -27.3491110836149, 17.286800, 4, 1e-10",
        "sc, reference, -19.619663470944, 10.615297, 3, 1e-10",
        "sdid, reference, -15.6038278727338, 9.370999, 2, 1e-10",
        "sc, exact, -19.5136297, , , 1e-7",
        "sdid, exact, -15.6053979, , , 1e-7"
    })
    void the_published_file_gives_the_published_numbers(
            String method, String solver, double estimate, Double standardError, Integer rank, double tolerance) {
        JsonNode found = published("method=" + method + "&solver=" + solver);
        assertThat(found.get("method").asString()).isEqualTo(method);
        assertThat(found.get("solver").asString()).isEqualTo(solver);
        assertThat(found.get("estimate").asDouble()).isCloseTo(estimate, within(tolerance));
        assertThat(found.get("controls").asInt()).isEqualTo(38);
        assertThat(found.get("treatedUnits").asInt()).isEqualTo(1);
        assertThat(found.get("prePeriods").asInt()).isEqualTo(19);
        assertThat(found.get("postPeriods").asInt()).isEqualTo(12);
        assertThat(found.get("seed").isNull()).isTrue();
        if (standardError != null) {
            double half = 1.959963984540054 * found.get("standardError").asDouble();
            assertThat(found.get("standardError").asDouble()).isCloseTo(standardError, within(1e-6));
            assertThat(found.get("pValue").asDouble()).isCloseTo(rank / 39.0, within(1e-12));
            assertThat(found.at("/confidenceInterval/0").asDouble()).isCloseTo(estimate - half, within(1e-9));
            assertThat(found.at("/confidenceInterval/1").asDouble()).isCloseTo(estimate + half, within(1e-9));
        }
    }

    @Test
    void the_weights_are_shares_of_named_units_and_periods() {
        JsonNode found = published("method=sdid&inference=none");
        assertThat(found.at("/unitWeights/0/unit").asString()).isEqualTo("Nevada");
        assertThat(sum(found.get("unitWeights"))).isCloseTo(1, within(1e-12));
        assertThat(sum(found.get("timeWeights"))).isCloseTo(1, within(1e-12));
        assertThat(found.at("/timeWeights/0/time").asString()).isEqualTo("1986");
        assertThat(published("method=sc&inference=none").get("timeWeights")).isEmpty();
    }

    @Test
    void seeded_draws_are_the_same_each_time() {
        String query = "method=sdid&inference=placebo&replications=200&seed=7";
        JsonNode found = published(query);
        assertThat(found.get("seed").asLong()).isEqualTo(7);
        assertThat(found.get("replications").asInt()).isEqualTo(200);
        assertThat(found.get("standardError").asDouble()).isCloseTo(8.4, within(2.1));
        assertThat(published(query)).isEqualTo(found);
    }

    @Test
    void a_number_without_inference_says_so() {
        JsonNode found = published("method=did&inference=none&replications=200&seed=1");
        for (String field : new String[] {"standardError", "confidenceInterval", "pValue", "seed", "replications"}) {
            assertThat(found.has(field)).as(field).isTrue();
            assertThat(found.get(field).isNull()).as(field).isTrue();
        }
        assertThat(found.get("warnings").toString()).contains("without its uncertainty");
    }

    @Test
    void nothing_is_stored() {
        String before = client.get("/v1/feed?limit=1000").text();
        Answer answer = post("?method=did", PANEL);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Event-Position")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(client.get("/v1/feed?limit=1000").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ","})
    void rows_may_stand_in_any_order_with_either_separator(String separator) {
        String shuffled = """
                treated,extra,value,unit,time
                0,x,4,b,3
                1,x,9,a,3
                0,x,1,a,1
                0,x,3,b,2
                0,x,2,a,2
                0,x,1,b,1
                0,x,2,c,1
                0,x,2,c,2
                0,x,4,c,3
                """;
        JsonNode found = post(
                        "?method=did", "\uFEFF" + shuffled.replace("\n", "\r\n").replace(",", separator))
                .json();
        assertThat(found.get("estimate").asDouble()).isCloseTo(5.5, within(1e-12));
        assertThat(found).isEqualTo(post("?method=did", PANEL).json());
    }

    @Test
    void a_decimal_comma_is_read_when_said() {
        String text = PANEL.replace(",", ";").replace(";9;", ";9,5;");
        assertThat(post("?method=did&decimal=comma", text)
                        .json()
                        .get("estimate")
                        .asDouble())
                .isCloseTo(6, within(1e-12));
        assertThat(post("?method=did", text).json().at("/errors/0/line").asInt())
                .isEqualTo(4);
    }

    @Test
    void all_faults_of_a_file_are_told_by_line() {
        Answer answer = post("?method=sdid", """
                unit,time,value,treated
                a,1,veel,0
                a,2,2,ja
                a,3,,1
                b,1,1,0
                b,2,NA,0
                b,1,4,0
                 c,1,1,0
                ,2,1,0
                d,1,1
                d,2,"1,0
                d,3,1e999,0
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                        .map(error -> error.path("line").asInt() + " "
                                + error.get("rule").asString()))
                .containsExactlyInAnyOrder(
                        "2 number",
                        "3 treated-0-or-1",
                        "4 balanced-panel",
                        "6 balanced-panel",
                        "7 cell-once",
                        "8 no-spaces",
                        "9 required",
                        "10 column-count",
                        "11 quote-closed",
                        "12 finite-number");
    }

    @Test
    void a_missing_cell_is_named_and_never_filled_in() {
        Answer answer = post("?method=sdid", PANEL.replace("b,2,3,0\n", ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo("balanced-panel");
        assertThat(answer.json().at("/errors/0/detail").asString()).contains("b in 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "unit,time,value,treated\n", "a;b\n1;2\n", "\uFEFF", "unit,unit,time,value,treated\n"})
    void a_file_without_header_or_rows_is_at_fault(String text) {
        Answer answer = post("?method=sdid", text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "a-1-0 a-2-0, treated-unit",
        "a-1-1 a-2-1 b-1-0 b-2-0, untreated-before",
        "a-1-0 a-2-1 b-1-0 b-2-1, control-unit",
        "a-1-1 b-1-0, two-periods",
        "a-1-0 a-2-0 a-3-1 b-1-0 b-2-1 b-3-1, treated-at-once",
        "a-1-0 a-2-1 a-3-0 b-1-0 b-2-0 b-3-0, treated-to-the-end"
    })
    void an_impossible_design_is_refused_with_the_reason(String cells, String rule) {
        String[] rows = cells.split(" ", -1);
        String text = IntStream.range(0, rows.length)
                .mapToObj(i -> {
                    String[] cell = rows[i].split("-", -1);
                    return cell[0] + "," + cell[1] + "," + i + "," + cell[2] + "\n";
                })
                .collect(Collectors.joining("", "unit,time,value,treated\n", ""));
        Answer answer = post("?method=sdid", text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/field").asString()).isNotBlank();
    }

    @Test
    void all_that_is_wrong_with_the_query_is_told_at_once() {
        Answer answer = post(
                "?method=magic&inference=hope&solver=best&replications=1&seed=x&decimal=dot&unitColumn=time", PANEL);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                        .map(error -> error.get("rule").asString()))
                .containsExactlyInAnyOrder(
                        "method", "inference", "solver", "replications", "seed", "decimal", "column-once");
        assertThat(post("", PANEL).json().at("/errors/0/field").asString()).isEqualTo("method");
        assertThat(post("?method=did&zaad=1", PANEL).json().at("/errors/0/rule").asString())
                .isEqualTo("query-key");
    }

    @Test
    void inference_that_the_panel_does_not_allow_is_refused() {
        for (String inference : new String[] {"jackknife", "bootstrap"}) {
            Answer answer = post("?method=sdid&inference=" + inference, PANEL);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo("two-treated-units");
        }
    }

    @Test
    void too_few_controls_for_a_rank_test_are_niet_toetsbaar() {
        JsonNode found = post("?method=did", PANEL).json();
        assertThat(found.get("pValue").isNull()).isTrue();
        assertThat(found.get("warnings").toString()).contains("niet toetsbaar");
    }

    @Test
    void more_rows_or_work_than_is_taken_is_too_large() {
        String rows = "unit,time,value,treated\n" + "a,1,1,0\n".repeat(1_000_001);
        assertThat(post("?method=did", rows).status()).isEqualTo(413);
        Answer work = post("?method=did&replications=10000", panel(12_000, 9));
        assertThat(work.status()).as(work.text()).isEqualTo(413);
        assertThat(work.json().get("detail").asString()).contains("replications");
    }

    @Test
    void a_computation_that_takes_too_long_is_stopped() {
        try (Product product = Product.start(
                TestDatabase.H2, "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.computation-time=1ms")) {
            Answer answer = product.client()
                    .post("/v1/effect-estimates?method=sdid", "text/csv", BodyPublishers.ofString(panel(2000, 12)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            assertThat(answer.json().get("detail").asString()).contains("stopped");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
    void only_csv_is_taken(String type) {
        assertThat(client.post("/v1/effect-estimates?method=did", type, BodyPublishers.ofString(PANEL))
                        .status())
                .isEqualTo(415);
    }

    private JsonNode published(String query) {
        Answer answer = client.post(
                "/v1/effect-estimates?" + query + COLUMNS,
                "text/csv",
                BodyPublishers.ofByteArray(Published.file("california-prop99.csv")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Answer post(String query, String text) {
        return client.post("/v1/effect-estimates" + query, "text/csv", BodyPublishers.ofString(text));
    }

    private static double sum(JsonNode weights) {
        return StreamSupport.stream(weights.spliterator(), false)
                .mapToDouble(each -> each.get("weight").asDouble())
                .sum();
    }

    /** Units with a wave and a trend of their own; the last is treated in the last period. */
    private static String panel(int units, int periods) {
        StringBuilder text = new StringBuilder("unit,time,value,treated\n");
        for (int unit = 0; unit < units; unit++) {
            for (int t = 0; t < periods; t++) {
                text.append(unit).append(',').append(t).append(',');
                text.append(Math.sin(unit * 7.3 + t * (1 + unit % 5))).append(',');
                text.append(unit == units - 1 && t == periods - 1 ? 1 : 0).append('\n');
            }
        }
        return text.toString();
    }
}
