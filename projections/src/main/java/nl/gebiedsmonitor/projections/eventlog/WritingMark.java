package nl.gebiedsmonitor.projections.eventlog;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mark that the tables of a projection are being written. Where it is found by the next process, the one before was killed,
 * and on H2 its file may hold a part of what was under way (docs/decisions/0005). PostgreSQL undoes that itself, and is not
 * marked.
 */
final class WritingMark {

    /** After how long without writing the mark is lifted: each time it is set costs a forced write. */
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private final String projection;
    private final EventLog log;
    private final JdbcClient jdbc;
    private boolean stands;
    private long wrote;

    WritingMark(String projection, EventLog log, JdbcClient jdbc) {
        this.projection = projection;
        this.log = log;
        this.jdbc = jdbc;
    }

    /** Whether an earlier process was killed while it wrote. */
    boolean wasLeft() {
        return !log.isShared()
                && jdbc.sql("select writing from projection where name = ?")
                        .param(projection)
                        .query(Boolean.class)
                        .single();
    }

    /** Sets the mark, which outlives a kill from then on. */
    void set() {
        wrote = System.nanoTime();
        if (!log.isShared() && !stands) {
            write(true);
            log.makeDurable();
            stands = true;
        }
    }

    void liftAfterRest() {
        if (stands && System.nanoTime() - wrote > REST) {
            lift();
        }
    }

    /** Lifts the mark; nothing may be written any more, or not before it is set again. */
    void lift() {
        if (stands) {
            write(false);
            stands = false;
        }
    }

    private void write(boolean writing) {
        jdbc.sql("update projection set writing = ? where name = ?")
                .params(writing, projection)
                .update();
    }
}
