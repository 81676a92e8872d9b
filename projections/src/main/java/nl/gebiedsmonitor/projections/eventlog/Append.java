package nl.gebiedsmonitor.projections.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait to be stored together.
 *
 * @param position that of the last of them, when they are durable
 */
record Append(List<NewEvent> events, @Nullable Acknowledgement acknowledgement, CompletableFuture<Long> position) {

    Append(List<NewEvent> events, @Nullable Acknowledgement acknowledgement) {
        this(events, acknowledgement, new CompletableFuture<>());
    }
}
