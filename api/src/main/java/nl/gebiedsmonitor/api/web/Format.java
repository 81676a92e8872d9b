package nl.gebiedsmonitor.api.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In what form an answer is written. */
public enum Format {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    /** RFC 7946. */
    GEOJSON("application/geo+json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /**
     * The form that is asked for: by {@code format}, or otherwise the most wanted of what is accepted.
     *
     * @param accept the header Accept; one that cannot be read asks for nothing in particular
     * @param offered what there is, the first when nothing is asked for
     */
    public static Format wanted(@Nullable String format, @Nullable String accept, Fields fields, Format... offered) {
        if (format != null) {
            return Arrays.stream(offered)
                    .filter(each -> each.key().equals(format))
                    .findFirst()
                    .orElseGet(() -> {
                        fields.add(new Fault(null, "format", format, "format", "A format is " + list(offered) + "."));
                        return offered[0];
                    });
        }
        return accept == null
                ? offered[0]
                : acceptable(accept).stream()
                        .flatMap(type -> Arrays.stream(offered).filter(each -> type.isCompatibleWith(each.mediaType())))
                        .findFirst()
                        .orElse(offered[0]);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String list(Format... offered) {
        List<String> keys = Arrays.stream(offered).map(Format::key).toList();
        int last = keys.size() - 1;
        return String.join(", ", keys.subList(0, last)) + " or " + keys.get(last);
    }

    private static List<MediaType> acceptable(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException malformed) {
            return List.of();
        }
    }
}
