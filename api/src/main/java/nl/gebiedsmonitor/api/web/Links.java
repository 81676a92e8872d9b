package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Links to our own answers, all in one header. */
public final class Links {

    /** The attribute of a request with the query keys that pin its answer to where it stands. */
    static final String MOMENTS = "gebiedsmonitor.moments";

    private Links() {}

    /** Adds a link to the answer to the current request, beside those it has. */
    static void add(String address, String relation) {
        HttpServletResponse response = current().getResponse();
        if (response != null) {
            add(link(address, relation), response);
        }
    }

    private static void add(String link, HttpServletResponse response) {
        String others = response.getHeader(HttpHeaders.LINK);
        response.setHeader(HttpHeaders.LINK, others == null ? link : others + ", " + link);
    }

    static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    /**
     * Adds a link to what describes an answer.
     *
     * @param path of ours, with its query
     */
    public static void addDescription(String path, String mediaType, HttpServletResponse response) {
        String address = ServletUriComponentsBuilder.fromContextPath(current().getRequest())
                        .toUriString()
                + path;
        add(link(address, "describedby") + "; type=\"" + mediaType + "\"", response);
    }

    /** Whether the query of the current request has a key. */
    static boolean isAsked(String key) {
        return current().getRequest().getParameter(key) != null;
    }

    /** The address of the current request with some keys of its query replaced or added. */
    static String toThisRequest(Map<String, ?> replaced) {
        HttpServletRequest request = current().getRequest();
        Map<String, String[]> query = new LinkedHashMap<>(request.getParameterMap());
        replaced.forEach((key, value) -> query.put(key, new String[] {String.valueOf(value)}));
        return ServletUriComponentsBuilder.fromRequestUri(request).build(true).toUriString() + "?" + query(query);
    }

    /** What pins the answer to the current request to where it stands, when it stands at a moment. */
    static Map<String, ?> moments() {
        return current().getRequest().getAttribute(MOMENTS) instanceof Map<?, ?> moments
                ? moments.entrySet().stream()
                        .collect(toMap(moment -> String.valueOf(moment.getKey()), Map.Entry::getValue))
                : Map.of();
    }

    /** The query that is read as these keys and values, whatever signs are in them. */
    public static String query(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(joining("&"));
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static ServletRequestAttributes current() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
