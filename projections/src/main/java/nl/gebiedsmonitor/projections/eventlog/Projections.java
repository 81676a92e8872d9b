package nl.gebiedsmonitor.projections.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** All projections of this process, and how far they are. */
public final class Projections implements AutoCloseable {

    private final EventLog log;
    private final JdbcClient jdbc;
    private final Map<String, Projector> projectors;

    /** @param projections each after those that it reads from */
    public Projections(
            EventLog log,
            List<? extends Projection> projections,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.log = log;
        this.jdbc = jdbc;
        this.projectors = new LinkedHashMap<>();
        PlannerStatistics statistics = new PlannerStatistics(log.database(), jdbc);
        for (Projection projection : projections) {
            List<Projector> upstream =
                    projection.readsFrom().stream().map(this::named).toList();
            projectors.put(
                    projection.name(), new Projector(projection, log, upstream, jdbc, transactions, statistics, clock));
        }
    }

    public void start() {
        projectors.values().forEach(Projector::start);
    }

    @Override
    public void close() {
        for (Projector projector : projectors.values()) {
            projector.close();
        }
    }

    public Collection<Projector> all() {
        return projectors.values();
    }

    /** How many events are set aside as dead letters for a projection. */
    public long deadLetters(String projection) {
        return jdbc.sql("select count(*) from dead_letter where projection = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }

    /**
     * Waits until all projections are at a position.
     *
     * @throws ProjectionBehind when one is not there in time
     */
    public void awaitAll(long position, Duration atMost) {
        awaitEach(projectors.values(), position, atMost);
    }

    private static void awaitEach(Collection<Projector> projectors, long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (Projector projector : projectors) {
            await(projector, position, Duration.ofNanos(deadline - System.nanoTime()));
        }
    }

    /** The position up to which these projections are, all of them. */
    public long position(Collection<String> names) {
        return names.stream()
                .mapToLong(name -> named(name).progress().position())
                .min()
                .orElseGet(log::head);
    }

    /**
     * Waits until these projections are at a position.
     *
     * @throws ProjectionBehind when one is not there in time
     */
    public void await(Collection<String> names, long position, Duration atMost) {
        awaitEach(names.stream().map(this::named).toList(), position, atMost);
    }

    /**
     * Waits until a projection has digested every event of its kind that this process knows to be acknowledged.
     *
     * @throws ProjectionBehind when it is not there in time
     */
    public void awaitCurrent(String projection, Duration atMost) {
        Projector projector = named(projection);
        await(projector, log.lastOf(projector.projection().eventTypes()), atMost);
    }

    /**
     * Waits until projections have digested together what any of them is concerned by, as far as this process knows it to be
     * acknowledged; one alone may be current and still stand before an event of another.
     *
     * @return a position that all of them are at
     * @throws ProjectionBehind when they are not there in time
     */
    public long awaitCurrent(Collection<String> names, Duration atMost) {
        await(names, lastConcerning(names), atMost);
        return position(names);
    }

    /**
     * The position of the last event that any of these projections, or of those that they read from, digests. After it
     * nothing that they hold has changed.
     */
    public long lastConcerning(Collection<String> names) {
        Set<String> types = new HashSet<>();
        names.forEach(name -> addTypes(named(name).projection(), types));
        return log.lastOf(types);
    }

    private void addTypes(Projection projection, Set<String> types) {
        types.addAll(projection.eventTypes());
        projection.readsFrom().forEach(upstream -> addTypes(named(upstream).projection(), types));
    }

    private Projector named(String name) {
        return Objects.requireNonNull(projectors.get(name), name);
    }

    private static void await(Projector projector, long position, Duration atMost) {
        try {
            if (!projector.progress().await(position, atMost)) {
                throw new ProjectionBehind(
                        projector.projection().name(),
                        position,
                        projector.progress().position());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProjectionBehind(
                    projector.projection().name(),
                    position,
                    projector.progress().position());
        }
    }
}
