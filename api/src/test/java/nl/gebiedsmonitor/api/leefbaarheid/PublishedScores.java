package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.gebiedsmonitor.api.product.Client;
import tools.jackson.databind.JsonNode;

/** The scores of the published postcode areas, as the product answers them once their figures are in. */
public final class PublishedScores {

    private static final List<String> DIMENSIONS = List.of("fys", "onv", "soc", "vrz", "won");

    private PublishedScores() {}

    /** Holds every score of every measurement year to the published one, and developments to their dimensions. */
    public static void assertPublished(Client client, long position, String file) {
        Map<String, List<NamedCsvRecord>> byYear = new HashMap<>();
        CsvReader.builder().ofNamedCsvRecord(file).stream()
                .filter(row -> !row.getField("lbm").equals("NA"))
                .forEach(row -> byYear.computeIfAbsent(row.getField("jaar"), _ -> new ArrayList<>())
                        .add(row));
        assertThat(byYear).hasSize(8);
        byYear.forEach((year, published) -> assertScores(client, position, year, published));
        assertDevelopments(client, position);
    }

    private static void assertScores(Client client, long position, String year, List<NamedCsvRecord> published) {
        Map<String, Double> scores = new HashMap<>();
        CsvReader.builder()
                .ofNamedCsvRecord(client.get(
                                "/v1/leefbaarheid?type=PC4&format=csv&period=" + year,
                                "Min-Event-Position",
                                Long.toString(position))
                        .text())
                .stream()
                .forEach(row -> scores.put(row.getField("gebied"), Double.valueOf(row.getField("score"))));
        assertThat(scores).hasSameSizeAs(published);
        for (NamedCsvRecord row : published) {
            assertThat(scores.get(row.getField("PC4")))
                    .as(row.getField("PC4") + " in " + year)
                    .isCloseTo(Double.parseDouble(row.getField("lbm")), within(1e-12));
        }
    }

    private static void assertDevelopments(Client client, long position) {
        JsonNode changes = client.get(
                        "/v1/leefbaarheid/changes?type=PC4&from=2014&to=2022&limit=1000",
                        "Min-Event-Position",
                        Long.toString(position))
                .json()
                .get("changes");
        assertThat(changes).hasSize(1000);
        double biggest = Double.MAX_VALUE;
        for (JsonNode mover : changes) {
            double sum = 0;
            for (String dimension : DIMENSIONS) {
                sum += mover.get("dimensions").get(dimension).asDouble();
            }
            double change = mover.get("change").asDouble();
            assertThat(change).isEqualTo(sum);
            assertThat(Math.abs(change)).isLessThanOrEqualTo(biggest);
            assertThat(change)
                    .isCloseTo(
                            mover.get("after").get("score").asDouble()
                                    - mover.get("before").get("score").asDouble(),
                            within(1e-12));
            biggest = Math.abs(change);
        }
        for (int i = 0; i < changes.size(); i += 50) {
            assertThatOneGebiedSaysTheSame(client, position, changes.get(i));
        }
    }

    private static void assertThatOneGebiedSaysTheSame(Client client, long position, JsonNode mover) {
        String address = "/v1/gebieden/" + mover.get("gebied").asString() + "/leefbaarheid?period=2022&against=2014";
        JsonNode scores = client.get(address, "Min-Event-Position", Long.toString(position))
                .json()
                .get("scores");
        assertThat(scores).hasSize(1);
        JsonNode development = scores.get(0).get("development");
        assertThat(development.get("since").asString()).isEqualTo("2014");
        double sum = 0;
        for (String dimension : DIMENSIONS) {
            JsonNode change = development.get("dimensions").get(dimension);
            assertThat(change.get("indicators")
                            .get("LBM-" + dimension.toUpperCase(Locale.ROOT))
                            .asDouble())
                    .isEqualTo(change.get("change").asDouble());
            sum += change.get("change").asDouble();
        }
        assertThat(development.get("change").asDouble())
                .isEqualTo(sum)
                .isEqualTo(mover.get("change").asDouble());
    }
}
