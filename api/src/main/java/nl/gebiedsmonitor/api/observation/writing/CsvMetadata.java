package nl.gebiedsmonitor.api.observation.writing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.tabular.CsvStyle;

/**
 * What the columns of a CSV file with observations are (W3C, Metadata Vocabulary for Tabular Data). A title is told in two
 * languages, and as the header of the file has it.
 *
 * @param url the file
 */
record CsvMetadata(
        @JsonProperty("@context") List<Object> context,
        String url,
        @JsonProperty("dc:title") Map<String, String> title,
        Dialect dialect,
        TableSchema tableSchema) {

    static final String PATH = "/v1/observations/csv-metadata.json";

    static final String MEDIA_TYPE = "application/csvm+json";

    /** The columns, in their order; a new one comes last. */
    static final List<String> COLUMNS = List.of("indicator", "gebied", "period", "value", "status", "missingReason");

    record Dialect(String delimiter, boolean header, String encoding, List<String> lineTerminators) {}

    record TableSchema(List<Column> columns, List<String> primaryKey) {}

    /** @param absent what stands for no value */
    record Column(
            String name,
            Map<String, List<String>> titles,
            Object datatype,
            boolean required,
            @JsonProperty("null") String absent) {

        static Column of(String name, String dutch, String english, Object datatype, boolean required) {
            return new Column(
                    name, Map.of("nl", List.of(name, dutch), "en", List.of(name, english)), datatype, required, "");
        }
    }

    /** Where the metadata of a file are that is written in a style. */
    static String address(CsvStyle style) {
        return style.equals(CsvStyle.PLAIN)
                ? PATH
                : PATH + "?separator=" + (style.separator() == ';' ? "%3B" : "%2C") + "&decimal="
                        + (style.decimalComma() ? "comma" : "point");
    }

    static CsvMetadata of(CsvStyle style, String url) {
        return new CsvMetadata(
                List.of("http://www.w3.org/ns/csvw", Map.of("@language", "nl")),
                url,
                Map.of("nl", "Waarnemingen", "en", "Observations"),
                new Dialect(String.valueOf(style.separator()), true, "utf-8", List.of("\r\n", "\n")),
                new TableSchema(
                        List.of(
                                Column.of("indicator", "Indicator", "Indicator", "string", true),
                                Column.of("gebied", "Gebied", "Area", "string", true),
                                Column.of("period", "Periode", "Period", "string", true),
                                Column.of("value", "Waarde", "Value", number(style), false),
                                Column.of(
                                        "status",
                                        "Status",
                                        "Status",
                                        words("FINAL|PROVISIONAL|ESTIMATED|MISSING"),
                                        true),
                                Column.of(
                                        "missingReason",
                                        "Reden van ontbreken",
                                        "Reason why missing",
                                        words("NOT_PUBLISHED|SUPPRESSED|NOT_APPLICABLE"),
                                        false)),
                        List.of("indicator", "gebied", "period")));
    }

    private static Object number(CsvStyle style) {
        return style.decimalComma() ? Map.of("base", "double", "format", Map.of("decimalChar", ",")) : "double";
    }

    private static Object words(String pattern) {
        return Map.of("base", "string", "format", pattern);
    }
}
