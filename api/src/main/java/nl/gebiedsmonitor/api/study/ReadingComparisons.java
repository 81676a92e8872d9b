package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.effect.Computations;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Computes readings again for those who ask, one at a time, beside the readings that are to be stored. Nothing of this is
 * stored: what nobody asks after any more is let go of, and is computed anew for whoever comes later, or to another process.
 */
@Component
class ReadingComparisons implements DisposableBean {

    /** A reading, and the position of the figures that it is computed from again. */
    record Asked(StudyId study, int number, long position) {}

    /** What was found, and the moment that the figures were of. */
    private record Found(Moment moment, List<StudyResult> results) {}

    /** How many there may be, those that are done but not fetched included. */
    private static final int PLACES = 32;

    /** After how long what nobody asks after is let go of; longer than anybody waits. */
    private static final Duration LEFT = Duration.ofMinutes(2);

    private static final String ADVICE = "it is computed from the panel that .../panel gives";

    private final GebiedsmonitorProperties properties;
    private final ComputingDesk<Asked, Found> desk = new ComputingDesk<>("comparisons");

    ReadingComparisons(GebiedsmonitorProperties properties) {
        this.properties = properties;
    }

    /**
     * The results of a reading from the figures of another moment; null while they are still computed.
     *
     * @param atMost how long to wait for them
     * @throws TooBusy when too many others are computed, or this one was called off
     * @throws TooLarge when it took longer than a reading may
     */
    @Nullable
    List<StudyResult> results(Asked asked, StoredReading reading, Moment moment, Duration atMost)
            throws InterruptedException {
        forget();
        if (desk.size() >= PLACES && desk.find(asked) == null) {
            throw new TooBusy("Other comparisons are going on; try again in a moment.");
        }
        ComputingDesk<Asked, Found>.Job job = desk.compute(asked, it -> found(reading, moment, it));
        try {
            Found found = job.await(atMost);
            desk.remove(asked, job);
            return reading.areAlike(found.moment(), moment) ? found.results() : null;
        } catch (TimeoutException stillComputed) {
            return null;
        } catch (ExecutionException failed) {
            desk.remove(asked, job);
            throw reason(failed.getCause());
        }
    }

    private Found found(StoredReading reading, Moment moment, ComputingDesk<Asked, Found>.Job job) {
        Deadline deadline = job.deadline(properties.readingTime()).unless(() -> isLeft(job));
        List<StudyResult> results = reading.results(moment, deadline, job::tell);
        CompletableFuture.delayedExecutor(2 * LEFT.toSeconds(), TimeUnit.SECONDS)
                .execute(this::forget);
        return new Found(moment, results);
    }

    private static boolean isLeft(ComputingDesk<Asked, Found>.Job job) {
        return job.unasked().compareTo(LEFT) > 0;
    }

    private void forget() {
        desk.removeIf(ReadingComparisons::isLeft);
    }

    private RuntimeException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case Deadline.Cancelled _ -> new TooBusy("This comparison was called off; ask again to compute it anew.");
            case RejectedExecutionException _ -> new TooBusy("This process is stopping; try again in a moment.");
            case Deadline.Passed _ -> Computations.tooLarge(properties.readingTime(), ADVICE);
            case RuntimeException failed -> failed;
            case null, default -> new IllegalStateException("A comparison broke off", cause);
        };
    }

    /** Which share of a comparison is done, 0 to 1; null before it has begun. */
    @Nullable
    Double progress(Asked asked) {
        ComputingDesk<Asked, Found>.Job job = desk.find(asked);
        return job == null ? null : job.progress();
    }

    /** Calls a comparison off, and tells whether it was still to be done. */
    boolean stop(Asked asked) {
        ComputingDesk<Asked, Found>.Job job = desk.find(asked);
        if (job == null) {
            return false;
        }
        job.cancel();
        desk.remove(asked, job);
        return !job.isDone();
    }

    @Override
    public void destroy() throws InterruptedException {
        desk.close();
    }
}
