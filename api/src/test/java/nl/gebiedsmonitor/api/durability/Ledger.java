package nl.gebiedsmonitor.api.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything that was acknowledged to anybody, and whether more is to be sent. */
final class Ledger {

    private final List<Acknowledged> entries = new ArrayList<>();
    private long position;
    private int repeated;
    private boolean closed;
    private @Nullable Throwable failure;

    synchronized void add(Acknowledged acknowledged) {
        entries.add(acknowledged);
        position = Math.max(position, acknowledged.position());
        notifyAll();
    }

    /** Counts a request that was sent again after its answer, and got the same. */
    synchronized void countRepeated() {
        repeated++;
    }

    synchronized List<Acknowledged> entries() {
        return List.copyOf(entries);
    }

    /** The largest position that was acknowledged. */
    synchronized long position() {
        return position;
    }

    synchronized int repeated() {
        return repeated;
    }

    /** Waits for so many acknowledgements more. */
    synchronized void awaitMore(int count, Duration atMost) throws InterruptedException {
        int wanted = entries.size() + count;
        long deadline = System.nanoTime() + atMost.toNanos();
        while (entries.size() < wanted) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (failure != null) {
                throw new AssertionError("A client found a fault", failure);
            }
            if (left <= 0) {
                throw new AssertionError("Only " + entries.size() + " of " + wanted + " acknowledgements came in time");
            }
            wait(left);
        }
    }

    /** Waits until a position is acknowledged, or this is closed. */
    synchronized void awaitPosition(long wanted) throws InterruptedException {
        while (position < wanted && !closed) {
            wait();
        }
    }

    /** Nobody starts another request. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void fail(Throwable found) {
        if (failure == null) {
            failure = found;
        }
        closed = true;
        notifyAll();
    }
}
