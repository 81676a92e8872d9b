package nl.gebiedsmonitor.projections.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A log on a database of its own, whose commits can be made to fail, and what can be asked of its tables. */
public final class TestLog implements AutoCloseable {

    /** Long enough for a slow machine; nothing waits for it when all is well. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    final FaultyCommits commits = new FaultyCommits();
    public final JdbcClient jdbc;

    private final HikariDataSource database;
    private final EventLog log;
    private final EventSerializer serializer = new EventSerializer();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Deque<Projections> opened = new ArrayDeque<>();

    TestLog(HikariDataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        jdbc.sql("create table applied (place bigint generated always as identity, position bigint not null)")
                .update();
        this.log = open(commits.on(database));
    }

    public EventLog log() {
        return log;
    }

    /** The same log as another process sees it. */
    EventLog ofAnotherProcess() {
        return open(database);
    }

    public DataSource database() {
        return database;
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(database);
    }

    Acknowledgements acknowledgements(Duration patience) {
        return new Acknowledgements(jdbc, log, patience);
    }

    long append(NewEvent... events) {
        return log.appender().append(List.of(events), null);
    }

    /** Appends what happened, figures to their series and each other event to a sequence of its kind. */
    public long append(List<? extends DomainEvent> events) {
        return append(events.stream().map(this::stored).toArray(NewEvent[]::new));
    }

    private NewEvent stored(DomainEvent event) {
        String type = EventNames.nameOf(event.getClass());
        String id = event instanceof ObservationEvent figures ? figures.series().toString() : "all-" + type;
        long sequence = sequences.merge(id, 1L, Long::sum) - 1;
        byte[] payload = serializer.serialize(event, byte[].class).getData();
        return TestEvents.stored(id, sequence, type, new String(payload, StandardCharsets.UTF_8));
    }

    Projections projections(Projection... projections) {
        return projections(log, transactions(), projections);
    }

    Projections projections(EventLog of, PlatformTransactionManager transactions, Projection... projections) {
        Projections made = new Projections(of, List.of(projections), jdbc, transactions, Clock.systemUTC());
        opened.push(made);
        return made;
    }

    public Projections start(Projection... projections) {
        Projections started = projections(projections);
        started.start();
        return started;
    }

    List<Long> positions() {
        return longs("select position from event order by position");
    }

    List<Long> applied() {
        return longs("select position from applied order by place");
    }

    public List<Long> deadLetters() {
        return longs("select position from dead_letter order by position");
    }

    long clock() {
        return longs("select position from event_clock").getFirst();
    }

    long projectionPosition() {
        return longs("select position from projection where name = 'recording'").getFirst();
    }

    private List<Long> longs(String sql) {
        return jdbc.sql(sql).query(Long.class).list();
    }

    private static EventLog open(DataSource dataSource) {
        try {
            return new EventLog(dataSource, new EventSerializer(), Clock.systemUTC());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Closes what was started; the log and its database stay open. */
    public void stop() {
        opened.forEach(Projections::close);
        opened.clear();
    }

    @Override
    public void close() {
        stop();
        log.close();
        database.close();
    }
}
