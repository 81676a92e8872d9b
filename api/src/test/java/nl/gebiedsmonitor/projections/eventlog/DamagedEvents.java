package nl.gebiedsmonitor.projections.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored events whose bytes cannot be read, as after a fault of a disk. */
public final class DamagedEvents {

    private DamagedEvents() {}

    /** Stores that a gemeente was registered, in bytes that are damaged before anybody reads them. */
    public static long append(EventLog log, String gemeente) {
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                "Gebied",
                gemeente,
                0,
                "gebied-registered",
                "1",
                "{".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
        return log.appender().append(List.of(event), null);
    }

    /** Damages an event that was good, and answers its bytes. */
    public static byte[] damage(JdbcClient jdbc, long position) {
        byte[] good = jdbc.sql("select payload from event where position = ?")
                .param(position)
                .query(byte[].class)
                .single();
        write(jdbc, position, "{".getBytes(UTF_8));
        return good;
    }

    /** Puts good bytes in the place of damaged ones. */
    public static void write(JdbcClient jdbc, long position, byte[] payload) {
        jdbc.sql("update event set payload = ? where position = ?")
                .params(payload, position)
                .update();
    }
}
