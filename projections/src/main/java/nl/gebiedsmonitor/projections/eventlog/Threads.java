package nl.gebiedsmonitor.projections.eventlog;

import java.time.Duration;

/** Ends and pauses threads without losing an interrupt. */
final class Threads {

    private Threads() {}

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
