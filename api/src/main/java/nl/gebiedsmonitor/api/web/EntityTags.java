package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Tags of answers with open figures (RFC 9110, 8.8.3), by which a reader that has an answer already gets 304. A tag is made
 * of the last event that could have changed the answer, and of the request; so it is known before anything is read. It is
 * weak, since the bytes differ by compression and by the position that a body may mention.
 */
final class EntityTags {

    private static final List<String> OPEN_FIGURES =
            List.of("/v1/observations", "/v1/leefbaarheid", "/v1/gebieden", "/sdmx/v2/data");

    /** An answer may look different after a release. */
    private static final String RELEASE =
            Objects.requireNonNullElse(EntityTags.class.getPackage().getImplementationVersion(), "unreleased");

    private EntityTags() {}

    /** Whether a request is for open figures; all other answers are never stored. */
    static boolean isFor(HttpServletRequest request) {
        String path = request.getRequestURI();
        return List.of("GET", "HEAD").contains(request.getMethod())
                && OPEN_FIGURES.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    /**
     * Tags an answer.
     *
     * @param state the position of the last event that could have changed it
     * @throws NotModified when the tag is among those that the reader has
     */
    static void tag(HttpServletRequest request, HttpServletResponse response, long state) {
        String tag = "W/\"" + state + "-" + digest(request) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (has(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            throw new NotModified();
        }
    }

    /** By weak comparison (RFC 9110, 13.1.2). */
    private static boolean has(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(",", -1)).map(String::strip).anyMatch(each -> opaque(each)
                        .equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String digest(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(
                            RELEASE,
                            request.getRequestURI(),
                            request.getQueryString(),
                            request.getHeader(HttpHeaders.ACCEPT),
                            request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
