package nl.gebiedsmonitor.api.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.Published;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The published figures of the postcode areas that begin with 76 are found in SDMX-CSV and in SDMX-JSON. */
class PublishedFiguresTest {

    private static final List<String> COLUMNS = List.of("lbm", "afw", "fys", "onv", "soc", "vrz", "won");

    @ParameterizedTest
    @EnumSource
    void published_figures_come_back_in_both_forms(TestDatabase database) {
        Client client = Product.on(database).client();
        String file = new String(Published.file("pc4-2002-2022.csv"), UTF_8)
                .lines()
                .filter(line -> line.startsWith("76") || line.startsWith("PC4"))
                .collect(joining("\n", "", "\n"));
        Map<String, String> published = published(file);
        assertThat(published).hasSizeGreaterThan(1_000);
        deliver(client, file);
        String query = SmallSeries.FLOW + "*?c[INDICATOR]=sw:SDM-PC-&c[GEBIED]=sw:76";

        Map<String, String> csv = new HashMap<>();
        client.get(query, "Accept", SmallSeries.CSV).text().lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            csv.put(String.join(",", cells[3], cells[4], cells[5]), cells[6] + "," + cells[8]);
        });
        assertThat(csv).isEqualTo(published);

        Answer json = client.get(query);
        PublishedSchema.DATA.assertValid(json.text());
        assertThat(figures(json.json().get("data"))).isEqualTo(published);
    }

    private static void deliver(Client client, String file) {
        String gebieden = file.lines()
                .skip(1)
                .map(line -> line.substring(0, 4))
                .distinct()
                .map(pc4 -> pc4 + ",Postcode " + pc4 + ",PC4\n")
                .collect(joining("", "code,name,type\n", ""));
        client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(gebieden));
        for (String column : COLUMNS) {
            client.post(
                    "/v1/indicators",
                    "{\"code\":\"" + code(column) + "\",\"nameNl\":\"" + column + "\",\"frequency\":\"YEAR\"}");
        }
        String layout = "gebiedColumn=PC4&periodColumn=jaar&indicators="
                + COLUMNS.stream().map(column -> column + ":" + code(column)).collect(joining(","));
        Answer taken = client.post("/v1/deliveries?" + layout, "text/csv", BodyPublishers.ofString(file));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(taken.position()));
    }

    private static String code(String column) {
        return "SDM-PC-" + column.toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> published(String file) {
        Map<String, String> published = new HashMap<>();
        file.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < COLUMNS.size(); i++) {
                String text = cells[i + 2];
                published.put(
                        String.join(",", code(COLUMNS.get(i)), cells[0], cells[1]),
                        text.equals("NA") ? ",O" : Double.parseDouble(text) + ",A");
            }
        });
        return published;
    }

    private static Map<String, String> figures(JsonNode data) {
        JsonNode structure = data.at("/structures/0");
        Map<String, String> figures = new HashMap<>();
        data.at("/dataSets/0/series").properties().forEach(series -> series.getValue()
                .get("observations")
                .properties()
                .forEach(each -> {
                    String[] places = series.getKey().split(":", -1);
                    JsonNode value = each.getValue().get(0);
                    figures.put(
                            String.join(
                                    ",",
                                    structure
                                            .at("/dimensions/series/0/values/" + places[0] + "/id")
                                            .asString(),
                                    structure
                                            .at("/dimensions/series/1/values/" + places[1] + "/id")
                                            .asString(),
                                    structure
                                            .at("/dimensions/observation/0/values/" + each.getKey() + "/value")
                                            .asString()),
                            (value.isNull() ? "" : Double.toString(value.asDouble()))
                                    + ","
                                    + structure
                                            .at("/attributes/observation/0/values/"
                                                    + each.getValue().get(1).asInt() + "/id")
                                            .asString());
                }));
        return figures;
    }
}
