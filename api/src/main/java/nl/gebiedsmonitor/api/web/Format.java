package nl.gebiedsmonitor.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;
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
    GEOJSON("application/geo+json"),
    /** A picture that grows without loss. */
    SVG("image/svg+xml"),
    PNG("image/png");

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
     * @param accept the header Accept
     * @param offered what there is, the first when nothing is asked for
     * @throws NotAcceptable when none of what there is is accepted
     */
    public static Format wanted(@Nullable String format, @Nullable String accept, Fields fields, Format... offered) {
        Accept accepted = Accept.read(accept);
        if (format != null) {
            return Arrays.stream(offered)
                    .filter(each -> each.key().equals(format))
                    .findFirst()
                    .orElseGet(() -> {
                        fields.add(new Fault(null, "format", format, "format", "A format is " + list(offered) + "."));
                        return offered[0];
                    });
        }
        return accepted.choose(Arrays.stream(offered).map(Format::offer).toList(), ", or by the query key format")
                .form();
    }

    /** Whether it is among the media types that a range stands for; where both have a version, it is the same. */
    private boolean isIn(MediaType range) {
        String own = mediaType().getParameter("version");
        String asked = range.getParameter("version");
        return range.includes(mediaType()) && (own == null || asked == null || own.equals(asked));
    }

    private Accept.Offer<Format> offer() {
        return new Accept.Offer<>(this, essence(), this::isIn);
    }

    /** The media type without parameters. */
    String essence() {
        return mediaType().getType() + "/" + mediaType().getSubtype();
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String list(Format... offered) {
        List<String> keys = Arrays.stream(offered).map(Format::key).toList();
        int last = keys.size() - 1;
        return String.join(", ", keys.subList(0, last)) + " or " + keys.get(last);
    }
}
