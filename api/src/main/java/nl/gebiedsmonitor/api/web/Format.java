package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In what form an answer is written. */
public enum Format {
    JSON("application/json"),
    /** A JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** RFC 4180. */
    CSV("text/csv;charset=UTF-8"),
    /** A JSON-stat 2.0 dataset; no media type is registered for it, and this one says that it is JSON. */
    JSON_STAT("application/vnd.json-stat+json"),
    /** Apache Parquet, by its registered media type. */
    PARQUET("application/vnd.apache.parquet"),
    SDMX_CSV("application/vnd.sdmx.data+csv;version=2.0.0"),
    SDMX_JSON("application/vnd.sdmx.data+json;version=2.0.0"),
    /** RFC 7946. */
    GEOJSON("application/geo+json");

    /** A format that is accepted, by the range that names it most exactly. */
    private record Accepted(Format format, MediaType range, int place) {

        private static final Comparator<Accepted> BY_SPECIFICITY =
                Comparator.comparingInt(accepted -> accepted.specificity());

        /** RFC 9110 (12.5.1): by quality; what is left open goes by how exactly and how early it is named. */
        private static final Comparator<Accepted> BY_WISH = Comparator.<Accepted>comparingDouble(
                        accepted -> accepted.range().getQualityValue())
                .thenComparing(BY_SPECIFICITY)
                .thenComparing(Comparator.comparingInt(Accepted::place).reversed())
                .thenComparing(Comparator.comparing(Accepted::format).reversed());

        int specificity() {
            return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
        }
    }

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Whether it has names of things beside their codes, and so a language. */
    public boolean namesThings() {
        return this == JSON_STAT || this == SDMX_CSV || this == SDMX_JSON;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /**
     * The form that is asked for: by {@code format}, or otherwise the most wanted of what is accepted.
     *
     * @param accept the header Accept; one that cannot be read asks for nothing in particular
     * @param offered what there is, the first when nothing is asked for
     * @throws NotAcceptable when none of what there is is accepted
     */
    public static Format wanted(@Nullable String format, @Nullable String accept, Fields fields, Format... offered) {
        Vary.by(HttpHeaders.ACCEPT);
        if (format != null) {
            return Arrays.stream(offered)
                    .filter(each -> each.key().equals(format))
                    .findFirst()
                    .orElseGet(() -> {
                        fields.add(new Fault(null, "format", format, "format", "A format is " + list(offered) + "."));
                        return offered[0];
                    });
        }
        List<MediaType> ranges = accept == null ? List.of() : ranges(accept);
        if (ranges.isEmpty()) {
            return offered[0];
        }
        return Arrays.stream(offered)
                .flatMap(each -> each.in(ranges))
                .filter(accepted -> accepted.range().getQualityValue() > 0)
                .max(Accepted.BY_WISH)
                .orElseThrow(() -> new NotAcceptable("There is "
                        + Arrays.stream(offered).map(Format::essence).collect(joining(", "))
                        + " here; ask for one of these in Accept, or by the query key format."))
                .format();
    }

    /** The media type without parameters. */
    String essence() {
        return mediaType().getType() + "/" + mediaType().getSubtype();
    }

    private Stream<Accepted> in(List<MediaType> ranges) {
        return IntStream.range(0, ranges.size())
                .filter(place -> ranges.get(place).includes(mediaType()))
                .mapToObj(place -> new Accepted(this, ranges.get(place), place))
                .max(Accepted.BY_SPECIFICITY.thenComparing(
                        Comparator.comparingInt(Accepted::place).reversed()))
                .stream();
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String list(Format... offered) {
        List<String> keys = Arrays.stream(offered).map(Format::key).toList();
        int last = keys.size() - 1;
        return String.join(", ", keys.subList(0, last)) + " or " + keys.get(last);
    }

    private static List<MediaType> ranges(String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException malformed) {
            return List.of();
        }
    }
}
