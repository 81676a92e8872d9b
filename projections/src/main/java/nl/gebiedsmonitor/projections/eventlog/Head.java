package nl.gebiedsmonitor.projections.eventlog;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A position that only moves forward and can be waited for. */
public final class Head {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position;

    Head(long position) {
        this.position = position;
    }

    public long position() {
        return position;
    }

    void moveTo(long newPosition) {
        lock.lock();
        try {
            if (newPosition > position) {
                position = newPosition;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the position is at least the one wanted, and tells whether it is. */
    public boolean await(long wanted, Duration atMost) throws InterruptedException {
        if (position >= wanted) {
            return true;
        }
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
