package nl.gebiedsmonitor.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Collections in pages: an object with one array, and a link to the next page by an opaque cursor. */
public final class Pages {

    /** How many a page holds when the reader does not say. */
    public static final String DEFAULT_LIMIT = "100";

    private static final int LARGEST = 1000;
    private static final String SEPARATOR = "\n";

    private Pages() {}

    /** Checks the limit a reader asks for, 1 to 1,000. */
    public static int limit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new InputRejected(
                    List.of(new Fault(null, "limit", Integer.toString(limit), "limit", "A page holds 1 to 1,000.")));
        }
        return limit;
    }

    /**
     * Answers a page.
     *
     * @param found one more than the limit when there is a next page
     * @param place the parts of the place of an item in the order, for the cursor
     */
    public static <T> ResponseEntity<Map<String, List<T>>> answer(
            String name, List<T> found, int limit, Function<T, List<String>> place) {
        if (found.size() <= limit) {
            return ResponseEntity.ok(Map.of(name, found));
        }
        List<T> page = found.subList(0, limit);
        String cursor = encode(place.apply(page.getLast()));
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .encode()
                .toUriString();
        return ResponseEntity.ok()
                .header("Link", "<" + next + ">; rel=\"next\"")
                .body(Map.of(name, page));
    }

    /** The parts of a place in the order, null from the start. */
    public static @Nullable List<String> place(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        try {
            List<String> place = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (place.size() == parts && encode(place).equals(cursor)) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, with all that is not a cursor
        }
        throw new InputRejected(List.of(new Fault(
                null, "cursor", cursor, "cursor", "A cursor is taken from the link to a next page, unchanged.")));
    }

    private static String encode(List<String> place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8));
    }
}
