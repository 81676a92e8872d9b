package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long somebody wants to wait for a computation, in a header {@code Prefer} (RFC 7240): two seconds when it is not said. */
final class PreferredWait {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})\"?(?:$|[,;\\s])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASYNC =
            Pattern.compile("(?:^|[,;\\s])respond-async(?:$|[,;\\s])", Pattern.CASE_INSENSITIVE);

    /** The longest that anybody waits. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration USUAL = Duration.ofSeconds(2);

    private PreferredWait() {}

    /** {@code wait=30} in seconds, up to the longest, or {@code respond-async} for not at all. */
    static Duration of(@Nullable String prefer) {
        if (prefer == null) {
            return USUAL;
        }
        Matcher matcher = WAIT.matcher(prefer);
        if (matcher.find()) {
            return Duration.ofSeconds(Math.min(LONGEST.toSeconds(), Long.parseLong(matcher.group(1))));
        }
        return ASYNC.matcher(prefer).find() ? Duration.ZERO : USUAL;
    }
}
