package nl.gebiedsmonitor.api.observation.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The published figures of all postcode areas, as every format has them. */
public final class PublishedFormats {

    private static final int SOME = 97;

    private PublishedFormats() {}

    /**
     * Reads all in each format.
     *
     * @param published the value and status by indicator, gebied and period, each joined by commas
     */
    public static void assertPublished(Client client, Map<String, String> published) throws IOException {
        assertThat(lines(client.bytes("/v1/observations?format=ndjson"))).isEqualTo(published);
        assertPacked(client);
        assertParquet(client, published);
        assertCube(client, published);
        assertThat(sdmx(client.bytes("/v1/observations?format=sdmx-csv"))).isEqualTo(published);
        assertThat(feed(client)).isEqualTo(published);
    }

    /** By the columns of the data structure, after those that say what a line is. */
    private static Map<String, String> sdmx(byte[] csv) {
        Map<String, String> statuses = Map.of("A", "FINAL", "O", "MISSING");
        Map<String, String> read = new HashMap<>();
        new String(csv, UTF_8).lines().skip(1).forEach(line -> {
            List<String> cells = List.of(line.split(",", -1));
            String value = cells.get(6).isEmpty() ? "" : Double.toString(Double.parseDouble(cells.get(6)));
            read.put(
                    String.join(",", cells.subList(3, 6)),
                    value + "," + statuses.getOrDefault(cells.getLast(), cells.getLast()));
        });
        return read;
    }

    /** By the SDK for CloudEvents. */
    private static Map<String, String> feed(Client client) {
        JsonFormat format = new JsonFormat();
        Map<String, String> read = new HashMap<>();
        Answer page = client.get("/v1/feed?types=indicator-recorded&limit=1000");
        for (JsonNode events = page.json(); !events.isEmpty(); events = page.json()) {
            for (JsonNode element : events) {
                CloudEvent event = format.deserialize(element.toString().getBytes(UTF_8));
                JsonNode data = Client.read(
                        new String(Objects.requireNonNull(event.getData()).toBytes(), UTF_8));
                String indicator = data.get("series").asString();
                for (JsonNode figure : data.get("observations")) {
                    JsonNode value = figure.path("value");
                    read.put(
                            indicator.substring(0, indicator.indexOf('/')) + ","
                                    + figure.get("gebied").asString() + ","
                                    + figure.get("period").asString(),
                            (value.isNumber() ? Double.toString(value.asDouble()) : "") + ","
                                    + figure.get("status").asString());
                }
            }
            page = client.get(page.next().orElseThrow());
        }
        return read;
    }

    private static Map<String, String> lines(byte[] ndjson) {
        Map<String, String> read = new HashMap<>();
        new String(ndjson, UTF_8).lines().map(Client::read).forEach(view -> {
            JsonNode value = view.get("value");
            read.put(
                    view.get("indicator").asString() + "," + view.get("gebied").asString() + ","
                            + view.get("period").asString(),
                    (value.isNull() ? "" : Double.toString(value.asDouble())) + ","
                            + view.get("status").asString());
        });
        return read;
    }

    private static void assertPacked(Client client) throws IOException {
        byte[] plain = client.bytes("/v1/observations?format=csv");
        byte[] packed = client.bytes("/v1/observations?format=csv", "Accept-Encoding", "gzip");
        assertThat(packed).hasSizeLessThan(plain.length / 2);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain);
        }
    }

    private static void assertParquet(Client client, Map<String, String> published) {
        Map<String, String> read = new HashMap<>();
        List<String> rows = ParquetReader.query(
                client.bytes("/v1/observations?format=parquet"),
                "select indicator, gebied, period, value, status from file");
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            String value = fields[3].isEmpty() ? "" : Double.toString(Double.parseDouble(fields[3]));
            read.put(fields[0] + "," + fields[1] + "," + fields[2], value + "," + fields[4]);
        }
        assertThat(read).isEqualTo(published);
    }

    private static void assertCube(Client client, Map<String, String> published) {
        String json = new String(client.bytes("/v1/observations?format=json-stat"), UTF_8);
        try (JsonStatReader cube = new JsonStatReader(json)) {
            assertThat(cube.codes("indicator")).hasSize(7);
            List<String> keys = published.keySet().stream().sorted().toList();
            for (int i = 0; i < keys.size(); i += SOME) {
                String[] key = keys.get(i).split(",", -1);
                Double value = cube.value(key[0], key[1], key[2]);
                String status = cube.status(key[0], key[1], key[2]);
                assertThat((value == null ? "" : value) + "," + word(status))
                        .as(keys.get(i))
                        .isEqualTo(published.get(keys.get(i)));
            }
        }
    }

    private static String word(@Nullable String status) {
        return status == null ? "FINAL" : status.equals("NOT_PUBLISHED") ? "MISSING" : status;
    }

    /** Readers that begin with every format, some to stop reading and some to go away, leave nothing behind. */
    public static void assertNothingIsLeftBehind(Client client) throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (String format : List.of("csv", "ndjson", "json-stat", "parquet")) {
                for (int i = 0; i < 4; i++) {
                    Socket reader = client.getAndStall("/v1/observations?format=" + format);
                    reader.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
                    assertThat(reader.getInputStream().read()).as(format).isEqualTo('H');
                    if (i % 2 == 0) {
                        reader.close();
                    } else {
                        stalled.add(reader);
                    }
                }
            }
            assertThat(client.get("/v1/observations?limit=1").status()).isEqualTo(200);
            assertThat(filesLeft()).isEmpty();
        } finally {
            for (Socket reader : stalled) {
                reader.close();
            }
        }
    }

    private static List<String> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toFile)
                    .map(File::getName)
                    .filter(name -> name.startsWith("gebiedsmonitor-parquet"))
                    .toList();
        }
    }
}
