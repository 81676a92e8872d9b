package nl.gebiedsmonitor.api.sdmx;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * In what form data are written.
 *
 * @param csv as SDMX-CSV; as SDMX-JSON otherwise
 * @param layout how SDMX-CSV is laid out
 */
record DataForm(boolean csv, CsvLayout layout) {

    /** SDMX-JSON for data. */
    static final String JSON = "application/vnd.sdmx.data+json";

    /** SDMX-CSV for data. */
    static final String CSV = "application/vnd.sdmx.data+csv";

    /** The version of both formats that is written. */
    static final String VERSION = "2.0.0";

    private static final List<String> LABELS = List.of("id", "name", "both");
    private static final List<String> KEYS = List.of("none", "obs", "series", "both");
    private static final List<String> TIMES = List.of("original", "normalized");

    String contentType() {
        return (csv ? Format.SDMX_CSV : Format.SDMX_JSON).mediaType().toString();
    }

    /**
     * Reads what is asked for: by {@code format}, which is {@code json} or {@code csv}, or else by the header Accept.
     *
     * @throws HttpMediaTypeNotAcceptableException when neither form is accepted
     */
    static DataForm wanted(@Nullable String format, @Nullable String accept, Fields fields)
            throws HttpMediaTypeNotAcceptableException {
        if (format != null) {
            Boolean csv = fields.optional("format", format, DataForm::isCsv).or(false);
            return new DataForm(csv, CsvLayout.PLAIN);
        }
        if (accept == null) {
            return new DataForm(false, CsvLayout.PLAIN);
        }
        for (MediaType type : acceptable(accept)) {
            if (isOf(type, JSON, MediaType.APPLICATION_JSON_VALUE)) {
                return new DataForm(false, CsvLayout.PLAIN);
            }
            if (isOf(type, CSV, "text/csv")) {
                return new DataForm(true, layout(type.getParameters(), fields));
            }
        }
        throw notAcceptable();
    }

    private static boolean isCsv(String format) {
        return switch (format) {
            case "csv", "csvdata" -> true;
            case "json", "jsondata" -> false;
            default -> throw new InvalidValue("format", format, "A format is json or csv.");
        };
    }

    private static List<MediaType> acceptable(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable();
        }
    }

    private static boolean isOf(MediaType type, String ours, String general) {
        return (type.isCompatibleWith(MediaType.valueOf(ours)) && isOfVersion(type.getParameter("version")))
                || type.isCompatibleWith(MediaType.valueOf(general));
    }

    /** Whether a version that is accepted, such as {@code 2.0.0} or {@code 2+.0.0}, is the one that is written. */
    static boolean isOfVersion(@Nullable String version) {
        try {
            return version == null || new VersionQuery(version).admits(VERSION);
        } catch (InvalidValue malformed) {
            return false;
        }
    }

    private static HttpMediaTypeNotAcceptableException notAcceptable() {
        return new HttpMediaTypeNotAcceptableException(
                List.of(Format.SDMX_JSON.mediaType(), Format.SDMX_CSV.mediaType()));
    }

    private static CsvLayout layout(Map<String, String> parameters, Fields fields) {
        String labels = oneOf("labels", LABELS, parameters, fields);
        String keys = oneOf("keys", KEYS, parameters, fields);
        return new CsvLayout(
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
