package nl.gebiedsmonitor.domain.effect;

import java.time.Duration;

/** How long a computation may take: every solver looks at it while it iterates, on whichever thread it runs. */
public final class Deadline {

    /** A computation that was stopped because its time was up. */
    public static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Passed() {
            super("The time for this computation is up");
        }
    }

    private final long start = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** A deadline so long from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(duration.toNanos());
    }

    /** No deadline. */
    public static Deadline none() {
        return new Deadline(Long.MAX_VALUE);
    }

    /** @throws Passed when the time is up */
    void check() {
        if (System.nanoTime() - start > nanos) {
            throw new Passed();
        }
    }
}
