package nl.gebiedsmonitor.api.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
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

    private static final List<String> OPEN_FIGURES = List.of(
            "/v1/observations",
            "/v1/leefbaarheid",
            "/v1/gebieden",
            "/v1/catalog",
            "/sdmx/v2/data",
            "/sdmx/v2/structure");

    /** Stands for every answer that there is. */
    private static final String ANY = "*";

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
     * @param settings those of this installation that an answer may show
     * @throws NotModified when the tag is among those that the reader has
     */
    static void tag(HttpServletRequest request, HttpServletResponse response, long state, String settings) {
        String tag = "W/\"" + state + "-" + digest(request, settings) + "\"";
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

    /** The response to one who wants nothing if there is anything: it ends with 304 where the answer would begin. */
    static HttpServletResponse unlessThere(HttpServletRequest request, HttpServletResponse response) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && known.strip().equals(ANY) && isFor(request) ? new UnlessThere(response) : response;
    }

    /** Only when an answer begins it is certain that there is one; until then it may turn out to be 404. */
    private static final class UnlessThere extends HttpServletResponseWrapper {

        UnlessThere(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            requireNone();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            requireNone();
            return super.getWriter();
        }

        private void requireNone() {
            if (getStatus() == SC_OK && containsHeader(HttpHeaders.ETAG)) {
                throw new NotModified();
            }
        }
    }

    private static String digest(HttpServletRequest request, String settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(
                            RELEASE,
                            settings,
                            request.getRequestURL().toString(),
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
