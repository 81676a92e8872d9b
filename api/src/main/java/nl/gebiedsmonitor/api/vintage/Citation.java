package nl.gebiedsmonitor.api.vintage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an answer as it was given.
 *
 * @param query what was asked, as it was given to be cited
 * @param asOf the position that the answer stands at; of a comparison the second
 * @param recordedAt when the event at that position was recorded; null at position 0, where nothing is known yet
 * @param url where the same bytes are answered for ever
 * @param sha256 of these bytes, in hexadecimal
 * @param bytes how many they are
 * @param text all of it in one line, to be printed
 */
record Citation(
        String query,
        long asOf,
        @Nullable Instant recordedAt,
        String url,
        @Nullable String mediaType,
        String sha256,
        long bytes,
        String text) {

    static Citation of(String query, long asOf, @Nullable Instant recordedAt, String url, DigestingResponse answer) {
        String when = recordedAt == null ? "" : " (" + recordedAt.truncatedTo(ChronoUnit.SECONDS) + ")";
        String sha256 = answer.sha256();
        return new Citation(
                query,
                asOf,
                recordedAt,
                url,
                answer.getContentType(),
                sha256,
                answer.length(),
                "Gebiedsmonitor, " + query + ", vintage " + asOf + when + ", <" + url + ">, SHA-256 " + sha256);
    }
}
