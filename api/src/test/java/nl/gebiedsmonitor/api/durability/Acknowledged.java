package nl.gebiedsmonitor.api.durability;

import java.time.Instant;
import java.util.Optional;
import nl.gebiedsmonitor.api.product.Client.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param text the answer, byte for byte
 * @param resent when it was sent for the last time, if that was not the first
 */
record Acknowledged(
        Request request,
        int status,
        String text,
        Optional<String> location,
        long position,
        @Nullable Instant resent) {

    static Acknowledged of(Request request, Answer answer, @Nullable Instant resent) {
        return new Acknowledged(
                request, answer.status(), answer.text(), answer.header("Location"), answer.position(), resent);
    }

    boolean isAnsweredBy(Answer answer) {
        return answer.status() == status
                && answer.text().equals(text)
                && answer.header("Location").equals(location)
                && answer.position() == position;
    }
}
