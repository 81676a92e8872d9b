package nl.gebiedsmonitor.api.sdmx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.gebiedsmonitor.api.web.Accept;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * In what form data are written.
 *
 * @param csv as SDMX-CSV; as SDMX-JSON otherwise
 * @param layout how SDMX-CSV is laid out
 */
record DataForm(boolean csv, CsvForm layout) {

    /** SDMX-JSON for data. */
    static final String JSON = "application/vnd.sdmx.data+json";

    /** SDMX-CSV for data. */
    static final String CSV = "application/vnd.sdmx.data+csv";

    /** The version of both formats that is written. */
    static final String VERSION = "2.0.0";

    private static final List<String> LABELS = List.of("id", "name", "both");
    private static final List<String> KEYS = List.of("none", "obs", "series", "both");
    private static final List<String> TIMES = List.of("original", "normalized");

    private static final List<Accept.Offer<Format>> OFFERS = List.of(
            offer(Format.SDMX_JSON, Format.SDMX_JSON.mediaType().toString(), JSON, MediaType.APPLICATION_JSON_VALUE),
            offer(Format.SDMX_CSV, Format.SDMX_CSV.mediaType().toString(), CSV, "text/csv"));

    String contentType() {
        return (csv ? Format.SDMX_CSV : Format.SDMX_JSON).mediaType().toString();
    }

    /**
     * Reads what is asked for: by {@code format}, which is {@code json} or {@code csv}, or else by the header Accept.
     *
     * @throws nl.gebiedsmonitor.api.web.NotAcceptable when neither form is accepted
     */
    static DataForm wanted(@Nullable String format, @Nullable String accept, Fields fields) {
        Accept accepted = Accept.read(accept);
        if (format != null) {
            Boolean csv = fields.optional("format", format, DataForm::isCsv).or(false);
            return new DataForm(csv, CsvForm.PLAIN);
        }
        Accept.Choice<Format> choice = accepted.choose(OFFERS, ", or by the query key format");
        boolean csv = choice.form() == Format.SDMX_CSV;
        return new DataForm(csv, csv ? layout(choice.range().getParameters(), fields) : CsvForm.PLAIN);
    }

    /** A form that is asked for by a media type of SDMX, in a version that admits ours, or by a general one. */
    static <T> Accept.Offer<T> offer(T form, String type, String ours, String general) {
        return new Accept.Offer<>(
                form,
                type,
                range -> (range.includes(MediaType.valueOf(ours)) && isOfVersion(range.getParameter("version")))
                        || range.includes(MediaType.valueOf(general)));
    }

    private static boolean isCsv(String format) {
        return switch (format) {
            case "csv", "csvdata" -> true;
            case "json", "jsondata" -> false;
            default -> throw new InvalidValue("format", format, "A format is json or csv.");
        };
    }

    /** Whether a version that is accepted, such as {@code 2.0.0} or {@code 2+.0.0}, is the one that is written. */
    private static boolean isOfVersion(@Nullable String version) {
        try {
            return version == null || new VersionQuery(version).admits(VERSION);
        } catch (InvalidValue malformed) {
            return false;
        }
    }

    private static CsvForm layout(Map<String, String> parameters, Fields fields) {
        String labels = oneOf("labels", LABELS, parameters, fields);
        String keys = oneOf("keys", KEYS, parameters, fields);
        return new CsvForm(
                labels.equals("name"),
                labels.equals("both"),
                keys.equals("series") || keys.equals("both"),
                keys.equals("obs") || keys.equals("both"),
                oneOf("timeFormat", TIMES, parameters, fields).equals("normalized"));
    }

    private static String oneOf(String name, List<String> choices, Map<String, String> parameters, Fields fields) {
        Optional<String> given = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
        if (given.isPresent() && !choices.contains(given.get())) {
            fields.add(new Fault(
                    null,
                    "Accept",
                    given.get(),
                    "media-type-parameter",
                    "The parameter " + name + " is one of " + choices + "."));
        }
        return given.orElse(choices.getFirst());
    }
}
