package nl.gebiedsmonitor.projections.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Appends from threads of their own, and knows when all of them wait for the log. */
final class Writers {

    private final List<Thread> threads = new ArrayList<>();

    CompletableFuture<Long> append(TestLog log, @Nullable Acknowledgement acknowledgement, NewEvent... events) {
        return run(() -> log.log().appender().append(List.of(events), acknowledgement));
    }

    <T> CompletableFuture<T> run(Supplier<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        outcome.orTimeout(TestLog.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                outcome.complete(work.get());
            } catch (RuntimeException failed) {
                outcome.completeExceptionally(failed);
            }
        }));
        return outcome;
    }

    /** Returns when every thread is parked, waiting for its answer. */
    void awaitWaiting() {
        long deadline = System.nanoTime() + TestLog.PATIENCE.toNanos();
        while (!threads.stream().allMatch(Writers::isWaiting)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The writers do not come to rest");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
