package nl.gebiedsmonitor.api.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.api.leefbaarheid.PublishedScores;
import nl.gebiedsmonitor.api.observation.writing.PublishedFormats;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.Published;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.study.TourStudy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published Leefbaarometer of all postcode areas goes in unchanged and comes back with all its digits. */
class PublishedPc4Test {

    private static final List<String> COLUMNS = List.of("lbm", "afw", "fys", "onv", "soc", "vrz", "won");

    @ParameterizedTest
    @EnumSource
    void the_published_file_goes_in_unchanged_and_comes_back_with_all_its_digits(TestDatabase database)
            throws Exception {
        try (Product product =
                Product.start(database, "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.patience=60s")) {
            Client client = product.client();
            String file = new String(Published.file("pc4-2002-2022.csv"), UTF_8);
            define(client);
            register(client, file);

            Answer first = deliver(client, file);
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            assertThat(counts(first))
                    .isEqualTo(Map.of(
                            "accepted", 145525L, "missing", 80575L, "unchanged", 0L, "revised", 0L, "rejected", 0L));
            assertThat(client.get(first.header("Location").orElseThrow()).text())
                    .isEqualTo(first.text());

            Map<String, String> published = published(file);
            Map<String, String> read = read(client, first.position());
            assertThat(read).hasSize(226_100).isEqualTo(published);

            PublishedFormats.assertPublished(client, published);
            PublishedScores.assertPublished(client, first.position(), file);

            Answer again = deliver(client, file);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.position()).isEqualTo(first.position());
            assertThat(counts(again))
                    .isEqualTo(
                            Map.of("accepted", 0L, "missing", 0L, "unchanged", 226100L, "revised", 0L, "rejected", 0L));
            assertThat(client.get(again.header("Location").orElseThrow()).text())
                    .isEqualTo(again.text());
            TourStudy.assertFindsWhatTheReadmePrints(client);
            assertThatStalledReadersStopNobody(client);
            PublishedFormats.assertNothingIsLeftBehind(client);
        }
    }

    /** More readers than the database has connections ask for everything and then read nothing. */
    private static void assertThatStalledReadersStopNobody(Client client) throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                stalled.add(client.getAndStall("/v1/observations?format=csv"));
            }
            for (Socket each : stalled) {
                assertThat(each.getInputStream().read())
                        .as("the answer has begun")
                        .isEqualTo('H');
            }
            Answer written = client.post("/v1/gebieden", "{\"code\":\"GM9999\",\"name\":\"G\",\"type\":\"GEMEENTE\"}");
            assertThat(written.status()).as(written.text()).isEqualTo(201);
        } finally {
            for (Socket each : stalled) {
                each.close();
            }
        }
    }

    /** The score alone; every installation has the deviation and the dimensions. */
    private static void define(Client client) {
        assertThat(client.post("/v1/indicators", "{\"code\":\"LBM\",\"nameNl\":\"lbm\",\"frequency\":\"YEAR\"}")
                        .status())
                .isEqualTo(201);
    }

    private static String code(String column) {
        return column.equals("lbm") ? "LBM" : "LBM-" + column.toUpperCase(java.util.Locale.ROOT);
    }

    private static void register(Client client, String file) {
        String gebieden = file.lines()
                .skip(1)
                .map(line -> line.substring(0, 4))
                .distinct()
                .map(pc4 -> pc4 + ",Postcodegebied " + pc4 + ",PC4\n")
                .collect(Collectors.joining("", "code,name,type\n", ""));
        Answer bulk = client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(gebieden));
        assertThat(bulk.status()).as(bulk.text()).isEqualTo(201);
        assertThat(bulk.json().get("unchanged").asInt()).isZero();
        assertThat(client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(gebieden))
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(bulk.json().get("registered").asInt());
    }

    private static Answer deliver(Client client, String file) {
        return client.post("/v1/deliveries?" + Published.PC4_LAYOUT, "text/csv", BodyPublishers.ofString(file));
    }

    private static Map<String, Long> counts(Answer receipt) {
        return List.of("accepted", "missing", "unchanged", "revised", "rejected").stream()
                .collect(Collectors.toMap(
                        name -> name, name -> receipt.json().get(name).asLong()));
    }

    private static Map<String, String> published(String file) {
        Map<String, String> published = new HashMap<>();
        file.lines().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            for (int i = 0; i < COLUMNS.size(); i++) {
                String text = fields[i + 2];
                published.put(
                        code(COLUMNS.get(i)) + "," + fields[0] + "," + fields[1],
                        text.equals("NA") ? ",MISSING" : Double.parseDouble(text) + ",FINAL");
            }
        });
        return published;
    }

    /** Waits for the figures alone, not for the scores that are made of them, and then reads what is known by now. */
    private static Map<String, String> read(Client client, long position) {
        Map<String, String> read = new HashMap<>();
        Answer first = client.get("/v1/observations?limit=1&asOf=" + position);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        client.get("/v1/observations?format=csv").text().lines().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            String value = fields[3].isEmpty() ? "" : Double.toString(Double.parseDouble(fields[3]));
            read.put(fields[0] + "," + fields[1] + "," + fields[2], value + "," + fields[4]);
        });
        return read;
    }
}
