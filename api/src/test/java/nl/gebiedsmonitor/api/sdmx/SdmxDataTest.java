package nl.gebiedsmonitor.api.sdmx;

import static nl.gebiedsmonitor.api.sdmx.SmallSeries.CSV;
import static nl.gebiedsmonitor.api.sdmx.SmallSeries.FLOW;
import static nl.gebiedsmonitor.api.sdmx.SmallSeries.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Data queries of SDMX REST 2, and what is answered to them. */
class SdmxDataTest {

    private static final String HEADER =
            "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,GEBIED,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS";

    private static final String BEGIN = "dataflow,NL_GEBIEDSMONITOR:OBSERVATIONS(1.0.0),I,";

    @ParameterizedTest
    @EnumSource
    void sdmx_csv_has_the_columns_of_the_field_guide_and_every_figure_with_all_its_digits(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-CSV");

        Answer answer = series.client().get(FLOW + "SDM-CSV,SDM-CSV-H,SDM-CSV-S", "Accept", CSV);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith(CSV);
        assertThat(answer.text().lines())
                .containsExactly(
                        HEADER,
                        BEGIN + "SDM-CSV,BU66010101,2018,2.0,score,A",
                        BEGIN + "SDM-CSV,BU66010101,2022,,score,M",
                        BEGIN + "SDM-CSV,BU66010102,2022,,score,O",
                        BEGIN + "SDM-CSV,GM6601,2014,1.5,score,A",
                        BEGIN + "SDM-CSV,GM6601,2018,0.30000000000000004,score,P",
                        BEGIN + "SDM-CSV,GM6601,2022,-7.0,score,E",
                        BEGIN + "SDM-CSV-H,GM6601,2024-S1,,,Q",
                        BEGIN + "SDM-CSV-H,GM6601,2024-S2,31.25,,A",
                        BEGIN + "SDM-CSV-S,GM6601,2023-08-01/P1Y,8.0,%,A",
                        BEGIN + "SDM-CSV-S,GM6601,2024-08-01/P1Y,9.0,%,A");
    }

    @ParameterizedTest
    @EnumSource
    void sdmx_json_is_valid_by_the_published_schema_and_holds_the_same_figures(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-JSON");
        String query = FLOW + "SDM-JSON,SDM-JSON-H,SDM-JSON-S";
        List<String> csv =
                series.client().get(query, "Accept", CSV).text().lines().skip(1).toList();

        for (String shape : List.of("", "?dimensionAtObservation=AllDimensions")) {
            Answer answer = series.client().get(query + shape);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith(JSON);
            PublishedSchema.DATA.assertValid(answer.text());
            assertThat(lines(answer.json().get("data"))).isEqualTo(csv);
        }
        assertThat(series.client().get(query).text()).doesNotContain("3.0,").contains("31.25");
    }

    /** Reads a message as a receiver does, by its indices into the structure. */
    private static List<String> lines(JsonNode data) {
        JsonNode structure = data.at("/structures/0");
        JsonNode dataSet = data.at("/dataSets/0");
        List<String> lines = new ArrayList<>();
        if (dataSet.has("series")) {
            dataSet.get("series").properties().forEach(series -> series.getValue()
                    .get("observations")
                    .properties()
                    .forEach(each -> lines.add(
                            line(structure, dataSet, series.getKey() + ":" + each.getKey(), each.getValue()))));
        } else {
            dataSet.get("observations")
                    .properties()
                    .forEach(each -> lines.add(line(structure, dataSet, each.getKey(), each.getValue())));
        }
        return lines;
    }

    private static String line(JsonNode structure, JsonNode dataSet, String key, JsonNode observation) {
        String[] places = key.split(":", -1);
        List<JsonNode> dimensions = new ArrayList<>();
        structure.at("/dimensions/series").values().forEach(dimensions::add);
        structure.at("/dimensions/observation").values().forEach(dimensions::add);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            JsonNode value = dimensions.get(i).get("values").get(Integer.parseInt(places[i]));
            cells.add(
                    value.has("id")
                            ? value.get("id").asString()
                            : value.get("value").asString());
        }
        JsonNode unit =
                dataSet.at("/dimensionGroupAttributes/" + places[0] + "::").get(0);
        cells.add(
                observation.get(0).isNull()
                        ? ""
                        : Double.toString(observation.get(0).asDouble()));
        cells.add(unit.isNull() ? "" : unit.asString());
        cells.add(structure
                .at("/attributes/observation/0/values/" + observation.get(1).asInt() + "/id")
                .asString());
        return BEGIN + String.join(",", cells);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_narrows_by_indicator_and_gebied_with_wildcards_and_lists(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-KEY");

        assertThat(series.rows("SDM-KEY.BU66010101")).containsExactly("BU66010101 2018 2.0 A", "BU66010101 2022  M");
        assertThat(series.rows("SDM-KEY.*?c[GEBIED]=BU66010101,BU66010102")).hasSize(3);
        assertThat(series.rows("SDM-KEY.BU66010102,SDM-KEY-S.GM6601"))
                .containsExactly("BU66010102 2022  O", "GM6601 2023-08-01/P1Y 8.0 A", "GM6601 2024-08-01/P1Y 9.0 A");
        assertThat(series.rows("*.BU66010102?c[INDICATOR]=SDM-KEY")).containsExactly("BU66010102 2022  O");
        assertThat(series.rows("*?c[INDICATOR]=sw:SDM-KEY-&c[GEBIED]=GM6601")).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void conditions_narrow_by_period_status_and_value(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-COND");

        assertThat(series.rows("SDM-COND.GM6601?c[TIME_PERIOD]=ge:2015+le:2022"))
                .containsExactly("GM6601 2018 0.30000000000000004 P", "GM6601 2022 -7.0 E");
        assertThat(series.rows("SDM-COND.GM6601?c%5BTIME_PERIOD%5D=ge:2018%2Blt:2022"))
                .containsExactly("GM6601 2018 0.30000000000000004 P");
        assertThat(series.rows("SDM-COND.GM6601?c[TIME_PERIOD]=2014,gt:2018")).hasSize(2);
        assertThat(series.rows("SDM-COND.GM6601?c[TIME_PERIOD]=ne:2018")).hasSize(2);
        assertThat(series.rows("SDM-COND-H?c[TIME_PERIOD]=2024-S2")).containsExactly("GM6601 2024-S2 31.25 A");
        assertThat(series.rows("SDM-COND-S?c[TIME_PERIOD]=2024-08-01/P1Y"))
                .containsExactly("GM6601 2024-08-01/P1Y 9.0 A");
        assertThat(series.rows("SDM-COND-S?c[TIME_PERIOD]=le:2024-07-31"))
                .containsExactly("GM6601 2023-08-01/P1Y 8.0 A");
        assertThat(series.rows("SDM-COND?c[OBS_STATUS]=M,O")).hasSize(2);
        assertThat(series.rows("SDM-COND?c[OBS_VALUE]=gt:0+lt:1.6"))
                .containsExactly("GM6601 2014 1.5 A", "GM6601 2018 0.30000000000000004 P");
        assertThat(series.rows("SDM-COND-H?c[OBS_VALUE]=le:5"))
                .as("a hidden figure does not answer to its value")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_and_the_last_observations_of_each_series_can_be_had_alone(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-ENDS");

        assertThat(series.rows("SDM-ENDS?lastNObservations=1"))
                .containsExactly("BU66010101 2022  M", "BU66010102 2022  O", "GM6601 2022 -7.0 E");
        assertThat(series.rows("SDM-ENDS.GM6601?firstNObservations=1&lastNObservations=1"))
                .containsExactly("GM6601 2014 1.5 A", "GM6601 2022 -7.0 E");
        assertThat(series.rows("SDM-ENDS.GM6601?firstNObservations=5")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_changed_since_a_moment_is_told_as_a_replacement_and_the_past_stays_readable(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-NEW");
        Client client = series.client();
        String since = "updatedAfter=" + series.position();
        Answer before = client.get(FLOW + "SDM-NEW", "Accept", CSV);
        assertThat(client.get(FLOW + "SDM-NEW?" + since).status()).isEqualTo(204);

        Answer revised = client.post(
                "/v1/observations?revision=true&reason=typing%20error",
                "{\"indicator\":\"SDM-NEW\",\"gebied\":\"GM6601\",\"period\":\"2014\",\"value\":-8}");
        assertThat(revised.status()).as(revised.text()).isEqualTo(201);
        series.awaitReadable(revised);

        Answer changed = client.get(FLOW + "SDM-NEW?" + since, "Accept", CSV);
        assertThat(changed.text().lines())
                .containsExactly(HEADER, BEGIN.replace(",I,", ",R,") + "SDM-NEW,GM6601,2014,-8.0,score,A");
        Answer json = client.get(FLOW + "SDM-NEW?" + since);
        PublishedSchema.DATA.assertValid(json.text());
        assertThat(json.json().at("/data/dataSets/0/action").asString()).isEqualTo("Replace");
        assertThat(client.get(FLOW + "SDM-NEW?asOf=" + series.position(), "Accept", CSV)
                        .text())
                .isEqualTo(before.text());
        assertThat(client.get(FLOW + "SDM-NEW?asOf=" + series.position() + "&updatedAfter=" + revised.position())
                        .text())
                .contains("updated-after");
        String pinned = FLOW + "SDM-NEW?asOf=" + revised.position();
        assertThat(client.get(pinned).text()).isEqualTo(client.get(pinned).text());
    }

    @ParameterizedTest
    @EnumSource
    void measures_attributes_labels_and_keys_are_as_they_are_asked_for(TestDatabase database) {
        SmallSeries series = SmallSeries.of(database, "SDM-SHOW");
        String query = FLOW + "SDM-SHOW.GM6601?c[TIME_PERIOD]=2014";

        assertThat(series.client()
                        .get(query + "&attributes=none", "Accept", CSV)
                        .text()
                        .lines()
                        .toList()
                        .getLast())
                .isEqualTo(BEGIN + "SDM-SHOW,GM6601,2014,1.5");
        assertThat(series.client()
                        .get(query + "&measures=none&attributes=OBS_STATUS", "Accept", CSV)
                        .text()
                        .lines())
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,GEBIED,TIME_PERIOD,OBS_STATUS",
                        BEGIN + "SDM-SHOW,GM6601,2014,A");
        Answer bare = series.client().get(query + "&measures=none&attributes=none");
        PublishedSchema.DATA.assertValid(bare.text());
        assertThat(bare.json().get("data").toString()).doesNotContain("1.5");

        Answer both = series.client()
                .get(query, "Accept", CSV + ";labels=both;keys=both;timeFormat=normalized", "Accept-Language", "en");
        assertThat(both.header("Content-Language")).hasValue("en");
        assertThat(both.text().lines().toList().getLast())
                .isEqualTo("dataflow,NL_GEBIEDSMONITOR:OBSERVATIONS(1.0.0): All indicators by area and period,I,"
                        + "SDM-SHOW.GM6601,SDM-SHOW.GM6601.2014-01-01,SDM-SHOW: Trial,\"GM6601: Gemeente, met komma\","
                        + "2014-01-01,1.5,score,A: Normal value");
        Answer names = series.client().get(query, "Accept", CSV + ";labels=name");
        assertThat(names.text().lines().toList().getFirst())
                .isEqualTo("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,INDICATOR,Indicator,GEBIED,Gebied,TIME_PERIOD,"
                        + "Periode,OBS_VALUE,Waarde,UNIT_MEASURE,Eenheid,OBS_STATUS,Status");
        assertThat(names.text().lines().toList().getLast())
                .endsWith(",I,SDM-SHOW,Proef,GM6601,\"Gemeente, met komma\",2014,,1.5,,score,,A,Definitief");
    }
}
