package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.gebiedsmonitor.domain.effect.Deadline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes one thing after another on a thread of its own. Each stands under a key until it is taken away, and tells how far
 * it is.
 *
 * @param <K> what tells the computations apart
 * @param <R> what they find
 */
final class ComputingDesk<K, R> {

    private static final Logger LOG = LoggerFactory.getLogger(ComputingDesk.class);

    private static final int CLOSING_SECONDS = 10;

    /** One computation: waited for, going on, or done. */
    final class Job {

        private final long number = numbers.incrementAndGet();
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private volatile @Nullable Double progress;
        private final AtomicBoolean taken = new AtomicBoolean();
        private volatile boolean cancelled;
        private volatile long asked = System.nanoTime();

        /** Until when it may go on: so long from now, unless it is called off or the desk is closed. */
        Deadline deadline(Duration atMost) {
            return Deadline.in(atMost).unless(() -> cancelled || closing);
        }

        void tell(double share) {
            progress = share;
        }

        /** Which share is done, 0 to 1; null before it has begun. */
        @Nullable
        Double progress() {
            return progress;
        }

        /** Calls it off: at once while it waits for its turn, and otherwise as soon as its work looks at its deadline. */
        void cancel() {
            cancelled = true;
            if (taken.compareAndSet(false, true)) {
                result.completeExceptionally(new Deadline.Cancelled());
            }
        }

        boolean isDone() {
            return result.isDone();
        }

        /**
         * Waits until it is done, but not for ever.
         *
         * @throws TimeoutException when it is not done by then
         * @throws ExecutionException when it found nothing, with the reason
         */
        R await(Duration atMost) throws InterruptedException, TimeoutException, ExecutionException {
            touch();
            return result.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void touch() {
            asked = System.nanoTime();
        }

        /** How long ago somebody last asked after it. */
        Duration unasked() {
            return Duration.ofNanos(System.nanoTime() - asked);
        }

        /** What breaks it off is told to whoever waits, whatever it is: otherwise they would wait for ever. */
        @SuppressWarnings("CatchingUnchecked")
        private void run(Function<Job, R> work) {
            if (!taken.compareAndSet(false, true)) {
                return;
            }
            progress = 0.0;
            try {
                result.complete(work.apply(this));
            } catch (Throwable broken) {
                result.completeExceptionally(broken);
            }
        }
    }

    private final Map<K, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final ExecutorService computing;
    private volatile boolean closing;

    /** @param name of the thread */
    ComputingDesk(String name) {
        computing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** The computation under a key; a new one when there is none. On a desk that is closed nothing is computed any more. */
    Job compute(K key, Function<Job, R> work) {
        return jobs.compute(key, (_, standing) -> {
            Job job = standing == null ? begun(work) : standing;
            job.touch();
            return job;
        });
    }

    private Job begun(Function<Job, R> work) {
        Job job = new Job();
        try {
            computing.execute(() -> job.run(work));
        } catch (RejectedExecutionException closed) {
            job.result.completeExceptionally(closed);
        }
        return job;
    }

    @Nullable
    Job find(K key) {
        return jobs.get(key);
    }

    /** Takes one away, if it still stands under this key. */
    boolean remove(K key, Job job) {
        return jobs.remove(key, job);
    }

    /** Calls a computation off and takes it away; tells whether there was one that was not done. */
    boolean cancel(K key) {
        Job job = jobs.remove(key);
        if (job == null) {
            return false;
        }
        boolean wasDone = job.isDone();
        job.cancel();
        return !wasDone;
    }

    /** Calls all of some computations off, and takes them away. */
    void cancelIf(Predicate<Job> some) {
        for (K key : jobs.keySet()) {
            jobs.computeIfPresent(key, (_, job) -> {
                if (some.test(job)) {
                    job.cancel();
                    return null;
                }
                return job;
            });
        }
    }

    /** How many computations that are not done stand under some keys. */
    long countOpen(Predicate<K> some) {
        return jobs.entrySet().stream()
                .filter(job -> some.test(job.getKey()) && !job.getValue().isDone())
                .count();
    }

    /** How many others come before one. */
    long ahead(Job job) {
        return jobs.values().stream()
                .filter(other -> !other.isDone() && other.number < job.number)
                .count();
    }

    boolean isClosing() {
        return closing;
    }

    /** Lets go of what is being computed, before the database is closed under it; an interrupt would harm that. */
    void close() throws InterruptedException {
        closing = true;
        computing.shutdown();
        if (!computing.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Something is still being computed; it is left");
        }
    }
}
