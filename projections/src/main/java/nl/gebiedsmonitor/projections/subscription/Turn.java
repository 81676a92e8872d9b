package nl.gebiedsmonitor.projections.subscription;

import java.time.Instant;
import java.util.List;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import org.jspecify.annotations.Nullable;

/**
 * A subscription whose turn it is, and that no other process sends to meanwhile.
 *
 * @param underWay the batch that was sent and not taken; null when there is none
 * @param failures how often in a row that failed
 * @param failingSince when it failed first
 * @param dueAt since when it was due
 */
public record Turn(
        String id,
        String target,
        FeedFilter filter,
        long cursor,
        @Nullable UnderWay underWay,
        Secrets secrets,
        int failures,
        @Nullable Instant failingSince,
        Instant dueAt) {

    /** A batch that was sent and not taken. */
    public record UnderWay(String id, long to, int events) {}

    /**
     * What is signed with.
     *
     * @param valid the newest, and the one before it for a while; in base64
     */
    public record Secrets(List<String> valid) {

        /** Keeps them out of every log. */
        @Override
        public String toString() {
            return "Secrets[" + valid.size() + "]";
        }
    }
}
