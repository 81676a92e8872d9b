package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.study.StudyCommand.FailReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.RecordResults;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.projections.eventlog.ProjectionBehind;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.study.StudyQueries.Waiting;
import nl.gebiedsmonitor.projections.study.StudyView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Computes the readings that are waited for, one after another. That a reading is waited for is an event; the desk looks for
 * such readings again and again, so that one which was interrupted, here or in a process that is gone, is computed again
 * from the same figures.
 */
@Component
class ReadingDesk implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    private static final int SWEEP_SECONDS = 15;

    /** How often results that cannot be kept are computed before that is given up. */
    private static final int TRIES = 3;

    private final Commands commands;
    private final StudyQueries studies;
    private final StoredReadings stored;
    private final Projections projections;
    private final GebiedsmonitorProperties properties;
    private final ComputingDesk<Waiting, Boolean> desk = new ComputingDesk<>("readings");
    private final Map<Waiting, Integer> unkept = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("readings-sweep").daemon().factory());

    ReadingDesk(
            Commands commands,
            StudyQueries studies,
            StoredReadings stored,
            Projections projections,
            GebiedsmonitorProperties properties) {
        this.commands = commands;
        this.studies = studies;
        this.stored = stored;
        this.projections = projections;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        ScheduledFuture<?> _ = sweeping.scheduleWithFixedDelay(this::sweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private void sweep() {
        try {
            studies.waiting().forEach(waiting -> compute(waiting.study(), waiting.number()));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("Readings that are waited for cannot be looked up; it is tried again", failed);
        }
    }

    /** Computes a reading, unless that is going on. */
    void compute(StudyId study, int number) {
        Waiting waiting = new Waiting(study, number);
        desk.compute(waiting, job -> run(waiting, job));
    }

    /** Waits until a reading is no longer computed here, but not for ever, and tells whether that is so. */
    boolean await(StudyId study, int number, Duration atMost) throws InterruptedException {
        ComputingDesk<Waiting, Boolean>.Job job = desk.find(new Waiting(study, number));
        if (job == null) {
            return true;
        }
        try {
            job.await(atMost);
            return true;
        } catch (TimeoutException stillComputed) {
            return false;
        } catch (ExecutionException left) {
            return true;
        }
    }

    /** Stops computing a reading that was called off. */
    void stop(StudyId study, int number) {
        desk.cancel(new Waiting(study, number));
    }

    /** Which share of a reading is done, 0 to 1; null when it has not begun, or not in this process. */
    @Nullable
    Double progress(StudyId study, int number) {
        ComputingDesk<Waiting, Boolean>.Job job = desk.find(new Waiting(study, number));
        return job == null ? null : job.progress();
    }

    /** How many others are computed before a reading; null when it is not one of those that this process computes. */
    @Nullable
    Long ahead(StudyId study, int number) {
        ComputingDesk<Waiting, Boolean>.Job job = desk.find(new Waiting(study, number));
        return job == null ? null : Long.valueOf(desk.ahead(job));
    }

    /** Computes and keeps a reading, and tells whether it did; what cannot be finished now is left to the next sweep. */
    private boolean run(Waiting waiting, ComputingDesk<Waiting, Boolean>.Job job) {
        try {
            Object outcome = unkept.getOrDefault(waiting, 0) < TRIES ? outcome(waiting, job) : broken(waiting, null);
            if (outcome == null) {
                return false;
            }
            commands.sendOnceCaughtUp(outcome, "reading");
            unkept.remove(waiting);
            projections.awaitCurrent(StudyProjection.NAME, properties.patience());
            projections.awaitAll(projections.position(List.of(StudyProjection.NAME)), properties.patience());
            return true;
        } catch (Deadline.Cancelled
                | ProjectionBehind
                | TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException stopped) {
            LOG.info("Reading {} of {} is left: {}", waiting.number(), waiting.study(), stopped.getMessage());
        } catch (RuntimeException | Error broken) {
            if (!desk.isClosing()) {
                unkept.merge(waiting, 1, Integer::sum);
                LOG.error(
                        "Reading {} of {} was not kept; it is tried again", waiting.number(), waiting.study(), broken);
            }
        } finally {
            desk.remove(waiting, job);
        }
        return false;
    }

    /** What is said of a reading; null when nobody waits for it. */
    private @Nullable Object outcome(Waiting waiting, ComputingDesk<Waiting, Boolean>.Job job) {
        if (desk.isClosing()) {
            return null;
        }
        projections.awaitCurrent(StudyProjection.NAME, properties.patience());
        StudyView study = studies.find(waiting.study(), projections.position(List.of(StudyProjection.NAME)))
                .orElseThrow();
        ReadingView view = study.readings().get(waiting.number() - 1);
        if (view.state() != ReadingState.COMPUTING) {
            return null;
        }
        StoredReading reading = stored.of(study, view);
        projections.await(StudyFigureQueries.READ, reading.moment().shownAt(), properties.patience());
        try {
            return new RecordResults(
                    waiting.study(),
                    waiting.number(),
                    reading.results(reading.moment(), job.deadline(properties.readingTime()), job::tell));
        } catch (Deadline.Passed passed) {
            return failed(
                    waiting,
                    "This was not computed within " + properties.readingTime().toSeconds()
                            + " s; ask for fewer replications, or fewer comparison gebieden.");
        } catch (Deadline.Cancelled | ProjectionBehind stopped) {
            throw stopped;
        } catch (RuntimeException | OutOfMemoryError broken) {
            if (desk.isClosing()) {
                return null;
            }
            return broken(waiting, broken);
        }
    }

    private static FailReading broken(Waiting waiting, @Nullable Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.error("Reading {} of {} is given up, {}", waiting.number(), waiting.study(), id, cause);
        return failed(waiting, "Something is wrong on our side; report it with the number " + id);
    }

    private static FailReading failed(Waiting waiting, String reason) {
        return new FailReading(waiting.study(), waiting.number(), reason);
    }

    /** What is being computed is computed again at the next start. */
    @Override
    public void destroy() throws InterruptedException {
        sweeping.shutdown();
        desk.close();
    }
}
