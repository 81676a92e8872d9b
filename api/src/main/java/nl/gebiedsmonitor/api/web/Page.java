package nl.gebiedsmonitor.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Which page of a collection is asked for. A page is an object with one array, and a link to the next by an opaque
 * cursor.
 *
 * @param limit how many items it holds at most
 * @param after the parts of the place in the order after which it begins; null at the start
 */
public record Page(int limit, @Nullable List<String> after) {

    private static final int USUAL = 100;
    private static final int LARGEST = 1000;
    private static final String SEPARATOR = "\n";
    private static final String NEXT = "next";

    /**
     * Reads what is asked for.
     *
     * @param parts how many parts a place in the order has
     */
    public static Page read(@Nullable String cursor, int parts, @Nullable String limit, Fields fields) {
        return new Page(
                limit(limit, fields),
                fields.optional("cursor", cursor, text -> decode(text, parts)).orNull());
    }

    /** Reads how many items are asked for, 1 to 1,000. */
    public static int limit(@Nullable String text, Fields fields) {
        return fields.optional("limit", text, Page::limit).or(USUAL);
    }

    private static Integer limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException malformed) {
            // told below, with all that is not a limit
        }
        throw new InvalidValue("limit", text, "A page holds 1 to 1,000.");
    }

    /** How many items to look for, so that it shows whether there is a next page. */
    public int andOneMore() {
        return limit + 1;
    }

    /** The only part of the place in the order after which the page begins; null at the start. */
    public @Nullable String afterOne() {
        return after == null ? null : after.getFirst();
    }

    /**
     * Answers the page; a format that is named in the query goes before what is accepted.
     *
     * @param found one more than the limit when there is a next page
     * @param place the parts of the place of an item in the order, for the cursor
     */
    public <T> ResponseEntity<Map<String, List<T>>> answer(
            String name, List<T> found, Function<T, List<String>> place) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (Links.isAsked("format")) {
            answer.contentType(MediaType.APPLICATION_JSON);
        }
        if (found.size() <= limit) {
            return answer.body(Map.of(name, found));
        }
        List<T> page = found.subList(0, limit);
        Links.add(addressOfNext("cursor", encode(place.apply(page.getLast()))), NEXT);
        return answer.body(Map.of(name, page));
    }

    /**
     * The link to what comes next: this very request as of where it stands, asked for again with another place to begin
     * after.
     */
    public static String linkToNext(String key, Object place) {
        return Links.link(addressOfNext(key, place), NEXT);
    }

    private static String addressOfNext(String key, Object place) {
        Map<String, Object> query = new LinkedHashMap<>(Links.moments());
        query.put(key, place);
        return Links.toThisRequest(query);
    }

    private static List<String> decode(String cursor, int parts) {
        try {
            List<String> place = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (place.size() == parts
                    && encode(place).equals(cursor)
                    && place.stream().allMatch(PlainText::holds)) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, with all that is not a cursor
        }
        throw new InvalidValue("cursor", cursor, "A cursor is taken from the link to a next page, unchanged.");
    }

    private static String encode(List<String> place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8));
    }
}
