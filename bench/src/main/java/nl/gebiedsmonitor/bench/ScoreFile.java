package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.gebiedsmonitor.bench.Pc4File.Figure;

/**
 * A published file of the Leefbaarometer under the indicators of the shipped model, as often as wanted: each copy says the
 * same of other years.
 */
final class ScoreFile {

    private final String gebiedColumn;
    private final String type;
    private final List<String> header;
    private final List<String> columns;
    private final List<NamedCsvRecord> rows;
    private final List<String> years;

    private ScoreFile(String gebiedColumn, String type, List<String> columns, List<NamedCsvRecord> rows) {
        this.gebiedColumn = gebiedColumn;
        this.type = type;
        this.header = rows.getFirst().getHeader();
        this.columns = columns;
        this.rows = rows;
        this.years = rows.stream()
                .map(row -> row.getField("jaar"))
                .distinct()
                .sorted()
                .toList();
    }

    static ScoreFile pc4(Path root) throws IOException {
        return read(root, "pc4-2002-2022", "PC4", "PC4", List.of("lbm", "afw", "fys", "onv", "soc", "vrz", "won"));
    }

    static ScoreFile buurten(Path root) throws IOException {
        return read(root, "buurt-2024", "bu_code", "BUURT", List.of("afw", "fys", "onv", "soc", "vrz", "won"));
    }

    private static ScoreFile read(Path root, String name, String gebiedColumn, String type, List<String> columns)
            throws IOException {
        Path packed = root.resolve("api/src/test/resources/data/" + name + ".csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed));
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), UTF_8))) {
            return new ScoreFile(gebiedColumn, type, columns, reader.stream().toList());
        }
    }

    String gebieden() {
        return rows.stream()
                .map(row -> row.getField(gebiedColumn))
                .distinct()
                .map(code -> code + "," + code + "," + type + "\n")
                .collect(Collectors.joining("", "code,name,type\n", ""));
    }

    String layout() {
        return "gebiedColumn=" + gebiedColumn + "&periodColumn=jaar&indicators="
                + columns.stream()
                        .map(column -> column + ":" + indicator(column))
                        .collect(Collectors.joining(","));
    }

    /** The file as a copy of it is delivered; the first is the published one. */
    String text(int copy) {
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (NamedCsvRecord row : rows) {
            List<String> fields = new ArrayList<>();
            for (String column : header) {
                String field = row.getField(column);
                fields.add(column.equals("jaar") ? year(field, copy) : field.replace(",", " "));
            }
            text.append(String.join(",", fields)).append('\n');
        }
        return text.toString();
    }

    List<Figure> figures(int copies) {
        List<Figure> figures = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (NamedCsvRecord row : rows) {
                for (String column : columns) {
                    String value = row.getField(column);
                    figures.add(new Figure(
                            indicator(column),
                            row.getField(gebiedColumn),
                            Integer.parseInt(year(row.getField("jaar"), copy)),
                            value.equals("NA") ? null : Double.valueOf(value)));
                }
            }
        }
        figures.sort(Comparator.comparing(Figure::indicator)
                .thenComparing(Figure::gebied)
                .thenComparingInt(Figure::year));
        return figures;
    }

    private String year(String published, int copy) {
        return copy == 0 ? published : Integer.toString(1900 + (copy - 1) * years.size() + years.indexOf(published));
    }

    private static String indicator(String column) {
        return column.equals("lbm") ? "LBM" : "LBM-" + column.toUpperCase(Locale.ROOT);
    }
}
