package nl.gebiedsmonitor.projections.eventlog;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the position of every event it is given, and then does what the test wants. */
final class Recording implements Projection {

    private final JdbcClient jdbc;
    private final Consumer<StoredEvent> afterwards;

    Recording(TestLog log, Consumer<StoredEvent> afterwards) {
        this.jdbc = log.jdbc;
        this.afterwards = afterwards;
    }

    Recording(TestLog log) {
        this(log, _ -> {});
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Set<String> tables() {
        return Set.of("applied");
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(TestEvents.ENDORSED);
    }

    @Override
    public void apply(StoredEvent event) {
        jdbc.sql("insert into applied (position) values (?)")
                .param(event.position())
                .update();
        Objects.requireNonNull(event.payload());
        afterwards.accept(event);
    }
}
