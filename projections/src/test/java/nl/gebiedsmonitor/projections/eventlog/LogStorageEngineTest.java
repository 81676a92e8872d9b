package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.acknowledgement;
import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogStorageEngineTest {

    private static final ManifestWithdrawn WITHDRAWN =
            new ManifestWithdrawn(new ManifestSlug("kom-op"), LocalDate.of(2020, 6, 15), "test");

    @ParameterizedTest
    @EnumSource
    void a_unit_of_work_stores_its_events_with_its_answer_and_learns_their_position(
            TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            LogStorageEngine engine = engine(log);
            UnitOfWork<?> unit = append(engine, event("a", 0), event("a", 1));
            assertThat(unit.<Long>getResource(LogStorageEngine.POSITION)).isEqualTo(2);
            assertThat(log.acknowledgements(PATIENCE).byId("id"))
                    .hasValueSatisfying(given -> assertThat(given.position()).isEqualTo(2));
            assertThat(engine.readEvents("a").asStream().map(DomainEventMessage::getPayload))
                    .map(Object.class::cast)
                    .containsExactly(WITHDRAWN, WITHDRAWN);
            assertThat(engine.readEvents("a", 1).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(1L);
            assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
            assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_ends_at_the_head(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            LogStorageEngine engine = engine(log);
            append(engine, event("a", 0));
            FaultyCommits.Held held = log.commits.hold(false);
            CompletableFuture<Long> second = new Writers().append(log, null, TestEvents.event("a", 1));
            held.awaitReached();
            assertThat(engine.readEvents("a").asStream()).hasSize(1);
            held.release();
            second.join();
            assertThat(engine.readEvents("a").asStream()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_conflict_reaches_whoever_commits_the_unit_of_work(TestDatabase database, @TempDir Path directory) {
        try (TestLog log = database.open(directory)) {
            LogStorageEngine engine = engine(log);
            log.append(TestEvents.event("a", 0));
            assertThatThrownBy(() -> append(engine, event("a", 0))).isInstanceOf(AppendConflict.class);
        }
    }

    private static LogStorageEngine engine(TestLog log) {
        return new LogStorageEngine(log.log(), log.database(), new EventSerializer());
    }

    private static DomainEventMessage<?> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Manifest", aggregate, sequence, WITHDRAWN);
    }

    private static UnitOfWork<?> append(LogStorageEngine engine, DomainEventMessage<?>... events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(events[0]);
        unit.resources().put(LogStorageEngine.ACKNOWLEDGEMENT, acknowledgement("id", "key"));
        unit.onPrepareCommit(_ -> engine.appendEvents(List.of(events)));
        unit.commit();
        return unit;
    }
}
