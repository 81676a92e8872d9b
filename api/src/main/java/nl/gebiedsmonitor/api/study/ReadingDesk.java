package nl.gebiedsmonitor.api.study;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.study.StudyCommand.FailReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.RecordResults;
import nl.gebiedsmonitor.domain.study.StudyComputation;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.eventlog.ProjectionBehind;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.study.StudyQueries.Waiting;
import nl.gebiedsmonitor.projections.study.StudyView;
import nl.gebiedsmonitor.projections.study.StudyView.ProtocolView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Computes the readings that are waited for, one after another. That a reading is waited for is an event, so one that was
 * interrupted is computed when the product starts again, from the same figures.
 */
@Component
class ReadingDesk implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    /** One reading that is computed here, or will be. */
    private static final class Job {

        private final CountDownLatch done = new CountDownLatch(1);
        private volatile double progress;
        private volatile boolean cancelled;
    }

    private final Commands commands;
    private final StudyQueries studies;
    private final StudyFigureQueries figures;
    private final Projections projections;
    private final GebiedsmonitorProperties properties;
    private final Map<Waiting, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService computing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("readings").daemon().factory());

    ReadingDesk(
            Commands commands,
            StudyQueries studies,
            StudyFigureQueries figures,
            Projections projections,
            GebiedsmonitorProperties properties) {
        this.commands = commands;
        this.studies = studies;
        this.figures = figures;
        this.projections = projections;
        this.properties = properties;
    }

    /** Goes on with what was interrupted. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        computing.execute(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    projections.awaitCurrent(StudyProjection.NAME, properties.patience());
                    studies.waiting().forEach(waiting -> compute(waiting.study(), waiting.number()));
                    return;
                } catch (ProjectionBehind behind) {
                    LOG.info("Readings wait: {}", behind.getMessage());
                }
            }
        });
    }

    /** Computes a reading, unless that is going on. */
    void compute(StudyId study, int number) {
        Waiting waiting = new Waiting(study, number);
        jobs.computeIfAbsent(waiting, _ -> {
            Job job = new Job();
            computing.execute(() -> run(waiting, job));
            return job;
        });
    }

    /** Waits until a reading is no longer computed here, but not for ever, and tells whether that is so. */
    boolean await(StudyId study, int number, Duration atMost) throws InterruptedException {
        Job job = jobs.get(new Waiting(study, number));
        return job == null || job.done.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops computing a reading that was called off. */
    void stop(StudyId study, int number) {
        Job job = jobs.get(new Waiting(study, number));
        if (job != null) {
            job.cancelled = true;
        }
    }

    /** Which share of a reading is done, 0 to 1; null when it is not computed by this process. */
    @Nullable
    Double progress(StudyId study, int number) {
        Job job = jobs.get(new Waiting(study, number));
        return job == null ? null : Double.valueOf(job.progress);
    }

    private void run(Waiting waiting, Job job) {
        try {
            Object outcome = outcome(waiting, job);
            if (outcome != null) {
                commands.sendOnceCaughtUp(outcome, "reading");
                projections.awaitCurrent(StudyProjection.NAME, properties.patience());
            }
        } catch (Deadline.Cancelled | ProjectionBehind stopped) {
            LOG.info("Reading {} of {} was stopped", waiting.number(), waiting.study());
        } catch (RuntimeException broken) {
            LOG.error("Reading {} of {} was computed, but not kept", waiting.number(), waiting.study(), broken);
        } finally {
            jobs.remove(waiting);
            job.done.countDown();
        }
    }

    /** What is said of a reading; null when nobody waits for it. */
    private @Nullable Object outcome(Waiting waiting, Job job) {
        try {
            projections.awaitCurrent(StudyProjection.NAME, properties.patience());
            StudyView study = studies.find(waiting.study(), projections.position(List.of(StudyProjection.NAME)))
                    .orElseThrow();
            ReadingView reading = study.readings().get(waiting.number() - 1);
            if (reading.state() != StudyView.ReadingState.COMPUTING) {
                return null;
            }
            Deadline deadline = Deadline.in(properties.readingTime()).unless(() -> job.cancelled);
            return new RecordResults(waiting.study(), waiting.number(), results(study, reading, deadline, job));
        } catch (Deadline.Passed passed) {
            return new FailReading(
                    waiting.study(),
                    waiting.number(),
                    "This was not computed within " + properties.readingTime().toSeconds()
                            + " s; ask for fewer replications, or fewer comparison gebieden.");
        } catch (Deadline.Cancelled | ProjectionBehind stopped) {
            throw stopped;
        } catch (RuntimeException broken) {
            String id = UUID.randomUUID().toString();
            LOG.error("Reading {} of {} cannot be computed, {}", waiting.number(), waiting.study(), id, broken);
            return new FailReading(
                    waiting.study(),
                    waiting.number(),
                    "Something is wrong on our side; report it with the number " + id);
        }
    }

    private List<StudyResult> results(StudyView study, ReadingView reading, Deadline deadline, Job job) {
        projections.await(StudyFigureQueries.READ, reading.asOf(), properties.patience());
        ProtocolView protocol = study.protocols().get(reading.amendment());
        return new StudyComputation(protocol.design(), protocol.registration())
                .results(
                        outcome -> figures.figures(
                                protocol.design(), protocol.registration().donors(), outcome, reading.asOf()),
                        deadline,
                        share -> job.progress = share);
    }

    @Override
    public void destroy() {
        jobs.values().forEach(job -> job.cancelled = true);
        computing.shutdownNow();
    }
}
