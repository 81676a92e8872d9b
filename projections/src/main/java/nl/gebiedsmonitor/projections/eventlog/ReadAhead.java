package nl.gebiedsmonitor.projections.eventlog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for one projection, in chunks that fit a transaction. While one batch is being applied the next is read
 * and parsed in the background, so that the two costs overlap.
 */
final class ReadAhead {

    private static final int EVENTS_PER_BATCH = 50;

    /**
     * Some six hundred observations. A large transaction makes H2 pay twice for every row (docs/scaling.md).
     */
    private static final int BYTES_PER_CHUNK = 60_000;

    /**
     * Events to apply together.
     *
     * @param upTo where the projection is when it has applied them; beyond the last of them when what follows does not
     *     concern it
     */
    record Chunk(List<StoredEvent> events, long upTo) {}

    private record Batch(long after, List<StoredEvent> events, long upTo) {

        boolean mayBeFollowed() {
            return events.size() == EVENTS_PER_BATCH;
        }
    }

    private final EventLog log;
    private final LongSupplier readable;
    private final Set<String> types;
    private final boolean parsing;
    private Batch batch = new Batch(0, List.of(), -1);
    private int taken;
    private long place = -1;
    private @Nullable CompletableFuture<Batch> following;

    /** @param readable the position up to which the projection may go */
    ReadAhead(EventLog log, LongSupplier readable, Projection projection) {
        this.log = log;
        this.readable = readable;
        this.types = projection.eventTypes();
        this.parsing = projection.readsEveryEvent();
    }

    /** The events after a position; none, and the head, when there are none that concern the projection. */
    Chunk after(long position) {
        if (position != place || taken == batch.events().size()) {
            turnTo(position);
        }
        int first = taken;
        int bytes = 0;
        while (taken < batch.events().size() && bytes < BYTES_PER_CHUNK) {
            bytes += batch.events().get(taken++).size();
        }
        List<StoredEvent> events = batch.events().subList(first, taken);
        place = taken == batch.events().size() ? batch.upTo() : events.getLast().position();
        return new Chunk(events, place);
    }

    private void turnTo(long position) {
        CompletableFuture<Batch> prepared = following;
        following = null;
        Batch next = prepared == null ? null : join(prepared);
        batch = next != null && next.after() == position ? next : read(position);
        taken = 0;
        if (batch.mayBeFollowed()) {
            long upTo = batch.upTo();
            following = CompletableFuture.supplyAsync(() -> read(upTo));
        }
    }

    private static @Nullable Batch join(CompletableFuture<Batch> prepared) {
        try {
            return prepared.join();
        } catch (CompletionException failed) {
            return null;
        }
    }

    private Batch read(long after) {
        long head = readable.getAsLong();
        List<StoredEvent> events = head > after ? log.after(after, head, types, EVENTS_PER_BATCH) : List.of();
        if (parsing) {
            events.forEach(StoredEvent::isReadable);
        }
        long upTo = events.size() == EVENTS_PER_BATCH ? events.getLast().position() : Math.max(head, after);
        return new Batch(after, events, upTo);
    }
}
