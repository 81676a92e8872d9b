package nl.gebiedsmonitor.domain.effect;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long a computation may take, and whether it is still wanted: every solver looks at it while it iterates, on whichever
 * thread it runs.
 */
public final class Deadline {

    /** A computation that was stopped because its time was up. */
    public static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Passed() {
            super("The time for this computation is up");
        }
    }

    /** A computation that was stopped because nobody waits for it any more. */
    public static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("This computation was cancelled");
        }
    }

    private final long start;
    private final long nanos;
    private final BooleanSupplier cancelled;

    private Deadline(long start, long nanos, BooleanSupplier cancelled) {
        this.start = start;
        this.nanos = nanos;
        this.cancelled = cancelled;
    }

    /** A deadline so long from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime(), duration.toNanos(), () -> false);
    }

    /** No deadline. */
    public static Deadline none() {
        return new Deadline(System.nanoTime(), Long.MAX_VALUE, () -> false);
    }

    /**
     * The same deadline for a computation that can be cancelled.
     *
     * @param condition asked often, from any thread
     */
    public Deadline unless(BooleanSupplier condition) {
        return new Deadline(start, nanos, () -> cancelled.getAsBoolean() || condition.getAsBoolean());
    }

    /**
     * Goes on, unless there is a reason to stop.
     *
     * @throws Passed when the time is up
     * @throws Cancelled when it was cancelled
     */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
        if (System.nanoTime() - start > nanos) {
            throw new Passed();
        }
    }
}
