package nl.gebiedsmonitor.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * How fast figures go out in each format: the published PC4 file of 226,100 figures out of ten times as many, beside plain
 * JDBC that reads the same rows of the same table and writes them as bytes of CSV. And how much more memory the product
 * holds, garbage apart, while it writes all 2.2 million.
 */
final class ExportBenchmark {

    private static final int COPIES = 10;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final String JSON_STAT = "json-stat";
    private static final String ALL = "/v1/observations?format=";

    /** A format, and what is asked for it. */
    private record Export(String name, String path) {}

    private record Round(double seconds, long bytes) {}

    private ExportBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param args the root of the clone and, if it is to be quick, how many times the file is delivered instead of ten
     */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int copies = args.length > 1 ? Integer.parseInt(args[1]) : COPIES;
        Pc4File file = Pc4File.read(root);
        Path directory = ProductProcess.newDirectory();
        try (ProductProcess product = ProductProcess.start(root.resolve("api/target/gebiedsmonitor.jar"), directory);
                PlainTable plain = new PlainTable(directory)) {
            fill(file, copies, product, plain);
            throughput(file, product, plain);
            memory(copies, product);
        }
    }

    private static void fill(Pc4File file, int copies, ProductProcess product, PlainTable plain) throws SQLException {
        product.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(file.gebieden()));
        String position = "0";
        for (int copy = 1; copy <= copies; copy++) {
            for (String indicator : Pc4File.indicators(copy)) {
                product.postJson(
                        "/v1/indicators",
                        "{\"code\":\"%s\",\"nameNl\":\"%s\",\"frequency\":\"YEAR\"}".formatted(indicator, indicator));
            }
            position = product.post("/v1/deliveries?" + Pc4File.layout(copy), "text/csv", file.body())
                    .headers()
                    .firstValue("Event-Position")
                    .orElseThrow();
            plain.insert(file.figures(copy), copy);
        }
        product.getAtLeast(position, "/v1/indicators");
    }

    private static List<Export> exports() {
        String ofOne = ofOne();
        List<Export> exports = new ArrayList<>();
        for (String format : List.of("csv", "ndjson", JSON_STAT, "parquet", "sdmx-csv", "sdmx-json")) {
            exports.add(new Export(format, ALL + format + ofOne));
        }
        exports.add(new Export("csv for spreadsheets", ALL + "csv&decimal=comma" + ofOne));
        return exports;
    }

    private static String ofOne() {
        return Pc4File.indicators(1).stream()
                .map(indicator -> "&indicator=" + indicator)
                .collect(Collectors.joining());
    }

    private static void throughput(Pc4File file, ProductProcess product, PlainTable plain) throws Exception {
        List<Export> exports = exports();
        List<List<Round>> rounds = new ArrayList<>();
        exports.forEach(_ -> rounds.add(new ArrayList<>()));
        List<Round> limit = new ArrayList<>();
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            long position = 1_000_000L + round;
            Round raw = timed(() -> plain.write(Pc4File.indicators(1), position));
            if (round > 0) {
                limit.add(raw);
            }
            for (int i = 0; i < exports.size(); i++) {
                String path = exports.get(i).path();
                Round one = timed(() -> product.download(path));
                if (round > 0) {
                    rounds.get(i).add(one);
                }
            }
        }
        double raw = median(limit);
        System.out.printf(
                "%n%,d observations, medians of %d rounds; ratio to plain JDBC (CSV and NDJSON: at most 1.5 is asked)%n",
                file.observations(), ROUNDS);
        print("plain JDBC to bytes", limit, raw, file.observations());
        for (int i = 0; i < exports.size(); i++) {
            print(exports.get(i).name(), rounds.get(i), raw, file.observations());
        }
    }

    private static void memory(int copies, ProductProcess product) throws Exception {
        System.out.printf("%n%,d observations, memory held, garbage apart%n", 226_100 * copies);
        for (String format : List.of("csv", "ndjson", "parquet", "sdmx-csv", "sdmx-json")) {
            memory(format, ALL + format, product);
        }
        HttpResponse<String> cube = product.get(ALL + JSON_STAT);
        if (cube.statusCode() == 200) {
            memory(JSON_STAT, ALL + JSON_STAT, product);
        } else {
            System.out.printf("%-22s is refused: %s%n", JSON_STAT, cube.body());
            memory(JSON_STAT + " of 226,100", ALL + JSON_STAT + ofOne(), product);
        }
    }

    private static void memory(String name, String path, ProductProcess product) throws Exception {
        product.download(path);
        long before = product.liveHeap();
        CompletableFuture<Long> download = CompletableFuture.supplyAsync(() -> product.download(path));
        long most = 0;
        int samples = 0;
        while (!download.isDone()) {
            most = Math.max(most, product.liveHeap());
            samples++;
        }
        System.out.printf(
                "%-22s %,d bytes, grew by %4d MB at most of %d samples (at most 64 MB is asked)%n",
                name, download.get(), (most - before) >> 20, samples);
    }

    private static Round timed(Callable<Long> export) throws Exception {
        long start = System.nanoTime();
        long bytes = export.call();
        return new Round((System.nanoTime() - start) / 1e9, bytes);
    }

    private static void print(String name, List<Round> rounds, double limit, int observations) {
        double seconds = median(rounds);
        System.out.printf(
                "%-22s %7.3f s %,12.0f observations/s %,12d bytes   %5.2f%n",
                name, seconds, observations / seconds, rounds.getFirst().bytes(), seconds / limit);
    }

    private static double median(List<Round> rounds) {
        double[] seconds = rounds.stream().mapToDouble(Round::seconds).toArray();
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }
}
