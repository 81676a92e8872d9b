package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SDMX among the formats of observations. */
class SdmxObservationsTest {

    private static final String OBSERVATIONS = "/v1/observations?indicator=SDM-OBS";

    @ParameterizedTest
    @EnumSource
    void the_figures_are_those_of_the_other_formats(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM6603", "GM6604");
        clerk.define("SDM-OBS");
        clerk.deliver("SDM-OBS", "GM6603 2022 0.1", "GM6603 2023 -2.5", "GM6604 2022 7");
        List<String> expected = clerk.read(OBSERVATIONS + "&format=csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(",FINAL")))
                .toList();

        Answer csv = clerk.read(OBSERVATIONS + "&format=sdmx-csv");
        assertThat(csv.header("Content-Type").orElseThrow()).isEqualTo("application/vnd.sdmx.data+csv;version=2.0.0");
        assertThat(csv.text().lines().skip(1).map(SdmxObservationsTest::figure)).isEqualTo(expected);

        Answer json = clerk.read(OBSERVATIONS + "&format=sdmx-json");
        PublishedSchema.DATA.assertValid(json.text());
        assertThat(json.json().at("/data/dataSets/0/series").size()).isEqualTo(2);
        assertThat(json.json()
                        .at("/data/dataSets/0/series/0:0/observations/1/0")
                        .asDouble())
                .isEqualTo(-2.5);

        long now = clerk.position();
        PublishedSchema.DATA.assertValid(clerk.read(OBSERVATIONS + "&format=sdmx-json&updatedAfter=" + now)
                .text());
        assertThat(clerk.read(OBSERVATIONS + "&format=sdmx-csv&updatedAfter=" + now)
                        .text()
                        .lines())
                .hasSize(1);
    }

    /** Indicator, gebied, period and value. */
    private static String figure(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return String.join(",", cells.subList(3, 7));
    }
}
