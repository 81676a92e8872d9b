package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The published Leefbaarometer per PC4: 32,300 rows of seven indicators, 226,100 observations. */
final class Pc4File {

    private static final List<String> COLUMNS = List.of("lbm", "afw", "fys", "onv", "soc", "vrz", "won");

    /** One observation. */
    record Figure(
            String indicator,
            String gebied,
            int year,
            @Nullable Double value) {}

    private final byte[] bytes;
    private final List<NamedCsvRecord> rows;

    private Pc4File(byte[] bytes, List<NamedCsvRecord> rows) {
        this.bytes = bytes;
        this.rows = rows;
    }

    static Pc4File read(Path root) throws IOException {
        Path packed = root.resolve("api/src/test/resources/data/pc4-2002-2022.csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            byte[] bytes = in.readAllBytes();
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new String(bytes, UTF_8))) {
                return new Pc4File(bytes, reader.stream().toList());
            }
        }
    }

    /** Its text, unchanged, for a request. */
    BodyPublisher body() {
        return BodyPublishers.ofByteArray(bytes);
    }

    int observations() {
        return rows.size() * COLUMNS.size();
    }

    /** The indicators of one round; a round of its own is a series of its own. */
    static List<String> indicators(int round) {
        return COLUMNS.stream().map(column -> indicator(column, round)).toList();
    }

    private static String indicator(String column, int round) {
        return "R" + round + "-" + column.toUpperCase(java.util.Locale.ROOT);
    }

    /** The query that names the columns. */
    static String layout(int round) {
        return "gebiedColumn=PC4&periodColumn=jaar&indicators="
                + COLUMNS.stream()
                        .map(column -> column + ":" + indicator(column, round))
                        .collect(Collectors.joining(","));
    }

    /** The bulk registration of all its gebieden. */
    String gebieden() {
        return rows.stream()
                .map(row -> row.getField("PC4"))
                .distinct()
                .map(pc4 -> pc4 + "," + pc4 + ",PC4\n")
                .collect(Collectors.joining("", "code,name,type\n", ""));
    }

    /** All observations in the order of the read model's key, which is the order that a table takes them in fastest. */
    List<Figure> figures(int round) {
        List<Figure> figures = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            for (String column : COLUMNS) {
                String text = row.getField(column);
                figures.add(new Figure(
                        indicator(column, round),
                        row.getField("PC4"),
                        Integer.parseInt(row.getField("jaar")),
                        text.equals("NA") ? null : Double.valueOf(text)));
            }
        }
        figures.sort(Comparator.comparing(Figure::indicator)
                .thenComparing(Figure::gebied)
                .thenComparingInt(Figure::year));
        return figures;
    }
}
