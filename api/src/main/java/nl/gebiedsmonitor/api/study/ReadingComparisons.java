package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.effect.Computations;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.RuleViolated;
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
    record Asked(StudyId study, int number, long position) {

        private boolean isOfSameReading(Asked other) {
            return study.equals(other.study) && number == other.number;
        }
    }

    /** What was found, and the moment that the figures were of. */
    private record Found(Moment moment, List<StudyResult> results) {}

    /** How many may wait or be computed. */
    private static final int PLACES = 32;

    /** How many of them may be of one reading, so that nobody who asks again and again takes the places of others. */
    private static final int PLACES_OF_ONE = 4;

    /** After how long what nobody asks after is let go of, done or not. */
    private static final Duration LEFT = PreferredWait.LONGEST.multipliedBy(2);

    private static final String ADVICE = "it is computed from the panel that .../panel gives";

    private final GebiedsmonitorProperties properties;
    private final ComputingDesk<Asked, Found> desk = new ComputingDesk<>("comparisons");

    ReadingComparisons(GebiedsmonitorProperties properties) {
        this.properties = properties;
    }

    /**
     * The results of a reading from the figures of another moment; null while they are still computed. What was hidden or
     * shown while they were computed makes them begin anew.
     *
     * @param moment that of now, asked for whenever it matters
     * @param atMost how long to wait for them
     * @throws TooBusy when too many others are computed, or this process is stopping
     * @throws TooLarge when it took longer than a reading may
     * @throws RuleViolated when it was called off
     */
    @Nullable
    List<StudyResult> results(Asked asked, StoredReading reading, Supplier<Moment> moment, Duration atMost)
            throws InterruptedException {
        ComputingDesk<Asked, Found>.Job job = begun(asked, reading, moment.get());
        try {
            Found found = job.await(atMost);
            Moment now = moment.get();
            if (reading.areAlike(found.moment(), now)) {
                return found.results();
            }
            desk.remove(asked, job);
            begun(asked, reading, now);
            return null;
        } catch (TimeoutException stillComputed) {
            return null;
        } catch (ExecutionException failed) {
            desk.remove(asked, job);
            throw reason(failed.getCause());
        }
    }

    private synchronized ComputingDesk<Asked, Found>.Job begun(Asked asked, StoredReading reading, Moment moment) {
        desk.cancelIf(ReadingComparisons::isLeft);
        if (desk.find(asked) == null) {
            requirePlace(asked);
        }
        return desk.compute(asked, job -> found(reading, moment, job));
    }

    private void requirePlace(Asked asked) {
        if (desk.countOpen(asked::isOfSameReading) >= PLACES_OF_ONE) {
            throw new TooBusy("This reading is being compared with " + PLACES_OF_ONE
                    + " positions already; ask at the Location that was answered, or try again in a moment.");
        }
        if (desk.countOpen(_ -> true) >= PLACES) {
            throw new TooBusy("Other comparisons are going on; try again in a moment.");
        }
    }

    private Found found(StoredReading reading, Moment moment, ComputingDesk<Asked, Found>.Job job) {
        Deadline deadline = job.deadline(properties.readingTime()).unless(() -> isLeft(job));
        return new Found(moment, reading.results(moment, deadline, job::tell));
    }

    private static boolean isLeft(ComputingDesk<?, ?>.Job job) {
        return job.unasked().compareTo(LEFT) > 0;
    }

    private RuntimeException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case Deadline.Cancelled _ ->
                new RuleViolated(
                        "comparison-wanted", "This comparison was called off; ask again to have it computed anew.");
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
        return desk.cancel(asked);
    }

    @Override
    public void destroy() throws InterruptedException {
        desk.close();
    }
}
