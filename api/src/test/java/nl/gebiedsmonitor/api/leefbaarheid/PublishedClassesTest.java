package nl.gebiedsmonitor.api.leefbaarheid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.Published;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published Leefbaarometer of 2024 goes in as it is and comes back with every class that was published with it. */
class PublishedClassesTest {

    private static final String HEADER = "gebied,period,score,scoreClass,deviation,deviationClass,"
            + "fys,fysClass,onv,onvClass,soc,socClass,vrz,vrzClass,won,wonClass";

    private static final List<String> CLASSES =
            List.of("scoreClass", "deviationClass", "fysClass", "onvClass", "socClass", "vrzClass", "wonClass");

    private static final List<String> PUBLISHED = List.of("kscore", "kafw", "kfys", "konv", "ksoc", "kvrz", "kwon");

    @ParameterizedTest
    @EnumSource
    void every_published_class_comes_back(TestDatabase database) {
        try (Product product =
                Product.start(database, "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.patience=60s")) {
            Client client = product.client();
            int classes = classesOf(client, "buurt-2024.csv", "bu_code", "bu_naam", "BUURT")
                    + classesOf(client, "gemeente-2024.csv", "gm_code", "gm_naam", "GEMEENTE");
            assertThat(classes).isEqualTo(74_641);
        }
    }

    /** Delivers a file and compares; answers how many classes there were. */
    private static int classesOf(Client client, String name, String code, String label, String type) {
        String file = new String(Published.file(name), UTF_8);
        List<NamedCsvRecord> published =
                CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        String gebieden = published.stream()
                .map(row -> row.getField(code) + ",\"" + row.getField(label) + "\"," + type + "\n")
                .collect(joining("", "code,name,type\n", ""));
        assertThat(client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(gebieden))
                        .status())
                .isEqualTo(201);
        Answer delivered = client.post(
                "/v1/deliveries?gebiedColumn=" + code + "&periodColumn=jaar"
                        + "&indicators=afw:LBM-AFW,fys:LBM-FYS,onv:LBM-ONV,soc:LBM-SOC,vrz:LBM-VRZ,won:LBM-WON",
                "text/csv",
                BodyPublishers.ofString(file));
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(201);
        String scores = client.get(
                        "/v1/leefbaarheid?type=" + type + "&period=2024&format=csv",
                        "Min-Event-Position",
                        Long.toString(delivered.position()))
                .text();
        assertThat(scores).startsWith(HEADER);
        Map<String, List<String>> scored = new TreeMap<>();
        CsvReader.builder().ofNamedCsvRecord(scores).stream()
                .forEach(row -> scored.put(
                        row.getField("gebied"),
                        CLASSES.stream().map(row::getField).toList()));
        Map<String, List<String>> expected = new TreeMap<>();
        published.forEach(row -> expected.put(
                row.getField(code), PUBLISHED.stream().map(row::getField).toList()));
        assertThat(scored).isEqualTo(expected);
        return expected.values().stream().mapToInt(List::size).sum();
    }
}
