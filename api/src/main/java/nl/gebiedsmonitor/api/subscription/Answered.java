package nl.gebiedsmonitor.api.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request to a receiver.
 *
 * @param kind for counting
 * @param status what was answered; null when nothing was
 * @param words the same for people
 * @param retryAfter how long the receiver asks to be left alone; null when it does not
 */
record Answered(
        Kind kind,
        @Nullable Integer status,
        String words,
        @Nullable Duration retryAfter) {

    /** What can come of it. */
    enum Kind {
        DELIVERED,
        /** It wants no more. */
        GONE,
        REFUSED,
        TIMED_OUT,
        UNREACHABLE,
        /** It was not let finish, since this process ends. */
        BROKEN_OFF
    }

    static Answered without(Kind kind, String words) {
        return new Answered(kind, null, words, null);
    }

    static Answered of(int status, @Nullable Duration retryAfter) {
        String answered = "The receiver answered " + status;
        return switch (status / 100) {
            case 2 -> new Answered(Kind.DELIVERED, status, "Delivered.", null);
            case 3 ->
                new Answered(Kind.REFUSED, status, answered + ", a redirect; these are not followed.", retryAfter);
            default ->
                status == 410
                        ? new Answered(Kind.GONE, status, answered + ": it wants no more.", null)
                        : new Answered(Kind.REFUSED, status, answered + ".", retryAfter);
        };
    }

    boolean isDelivered() {
        return kind == Kind.DELIVERED;
    }
}
