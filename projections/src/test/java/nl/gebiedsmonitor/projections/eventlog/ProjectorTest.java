package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.sized;
import static nl.gebiedsmonitor.projections.eventlog.TestEvents.unconcerning;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectorTest {

    @ParameterizedTest
    @EnumSource
    void every_event_is_applied_once_and_in_order_over_restarts(TestDatabase database, @TempDir Path directory)
            throws InterruptedException {
        try (TestLog log = database.open(directory)) {
            append(log, 300);
            for (long stop = 20; stop < 300; stop += 40) {
                CountDownLatch there = new CountDownLatch(1);
                long at = stop;
                Projections projections = log.start(new Recording(log, event -> {
                    if (event.position() >= at) {
                        there.countDown();
                    }
                }));
                assertThat(there.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
                projections.close();
                assertThat(log.applied()).isEqualTo(upTo(log.projectionPosition()));
                log.append(event("between", stop));
            }
            Projections projections = log.start(new Recording(log));
            projections.awaitAll(log.log().head(), PATIENCE);
            assertThat(log.applied()).isEqualTo(upTo(307));
        }
    }

    @ParameterizedTest
    @EnumSource
    void closing_lets_what_is_being_applied_end_without_an_interrupt(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            append(log, 1);
            FaultyCommits.Held held = new FaultyCommits.Held();
            Projections projections = log.start(new Recording(log, _ -> held.pause()));
            held.awaitReached();
            Writers closer = new Writers();
            CompletableFuture<Boolean> closed = closer.run(() -> {
                projections.close();
                return true;
            });
            closer.awaitWaiting();
            held.release();
            assertThat(closed.join()).isTrue();
            assertThat(log.applied()).containsExactly(1L);
            assertThat(log.projectionPosition()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chunks_and_batches_of_every_size_are_applied_whole(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections projections = log.start(new Recording(log));
            long sequence = 0;
            for (int events : List.of(0, 1, 49, 50, 51, 100, 101)) {
                NewEvent[] batch = new NewEvent[events];
                for (int i = 0; i < events; i++) {
                    batch[i] = event("a", sequence++);
                }
                log.append(batch);
                projections.awaitAll(log.log().head(), PATIENCE);
                assertThat(log.applied()).isEqualTo(upTo(sequence));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void exactly_so_many_events_as_a_batch_holds_are_applied_from_the_start(
            TestDatabase database, @TempDir Path directory) {
        for (int events : List.of(50, 51)) {
            try (TestLog log = database.open(directory.resolve("of-" + events))) {
                append(log, events);
                log.start(new Recording(log)).awaitAll(events, PATIENCE);
                assertThat(log.applied()).isEqualTo(upTo(events));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void payloads_larger_than_a_chunk_are_applied_one_by_one(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            for (int i = 0; i < 60; i++) {
                log.append(sized("a", i, i % 3 == 0 ? 70_000 : 25_000));
            }
            log.start(new Recording(log)).awaitAll(60, PATIENCE);
            assertThat(log.applied()).isEqualTo(upTo(60));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_projection_that_few_events_concern_ends_at_the_head(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Projections projections = log.start(new Recording(log));
            log.append(LongStream.range(0, 200)
                    .mapToObj(i -> i == 120 ? event("a", i) : unconcerning("a", i))
                    .toArray(NewEvent[]::new));
            projections.awaitAll(200, PATIENCE);
            projections.awaitCurrent("recording", PATIENCE);
            assertThat(log.applied()).containsExactly(121L);
            log.append(unconcerning("a", 200));
            projections.awaitAll(201, PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_processes_apply_every_event_once_in_total(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory);
                EventLog other = database == TestDatabase.H2 ? log.log() : log.ofAnotherProcess()) {
            Projections here = log.projections(new Recording(log));
            Projections there = log.projections(other, log.transactions(), new Recording(log));
            here.start();
            there.start();
            for (int i = 0; i < 20; i++) {
                append(log, "round-" + i, 10);
            }
            here.awaitAll(200, PATIENCE);
            there.awaitAll(200, PATIENCE);
            assertThat(log.applied()).isEqualTo(upTo(200));
        }
    }

    @ParameterizedTest
    @EnumSource
    void processes_may_enrol_a_projection_at_the_same_time(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            Writers processes = new Writers();
            List<CompletableFuture<Long>> enrolled = Stream.generate(() -> processes.run(() -> new Projector(
                                    new Recording(log),
                                    log.log(),
                                    List.of(),
                                    log.jdbc,
                                    log.transactions(),
                                    new PlannerStatistics(log.log().database(), log.jdbc),
                                    Clock.systemUTC())
                            .progress()
                            .position()))
                    .limit(8)
                    .toList();
            assertThat(enrolled.stream().map(CompletableFuture::join)).containsOnly(0L);
        }
    }

    private static void append(TestLog log, int events) {
        append(log, "a", events);
    }

    private static void append(TestLog log, String aggregate, int events) {
        log.append(LongStream.range(0, events)
                .mapToObj(sequence -> event(aggregate, sequence))
                .toArray(NewEvent[]::new));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
