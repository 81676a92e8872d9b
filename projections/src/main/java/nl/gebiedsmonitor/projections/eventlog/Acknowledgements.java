package nl.gebiedsmonitor.projections.eventlog;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers given to earlier POSTs; only durable ones, since an answer that a power cut undoes was never given. */
public final class Acknowledgements {

    /** An answer and the position of the last event that was stored with it. */
    public record Given(Acknowledgement acknowledgement, long position) {}

    private static final String SELECT = """
            select id, organisation, idempotency_key, fingerprint, status, location, body, position
            from acknowledgement where \
            """;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Duration patience;

    /**
     * Reads from a log.
     *
     * @param patience how long an answer that is found waits until it is durable
     */
    public Acknowledgements(JdbcClient jdbc, EventLog log, Duration patience) {
        this.jdbc = jdbc;
        this.log = log;
        this.patience = patience;
    }

    /**
     * The answer that an organisation got to a key.
     *
     * @throws OutcomeUnknown when there is one that is not durable in time
     */
    public Optional<Given> byKey(String organisation, String idempotencyKey) {
        return read(
                jdbc.sql(SELECT + "organisation = ? and idempotency_key = ?").params(organisation, idempotencyKey));
    }

    /**
     * The answer with an id.
     *
     * @throws OutcomeUnknown when there is one that is not durable in time
     */
    public Optional<Given> byId(String id) {
        return read(jdbc.sql(SELECT + "id = ?").param(id));
    }

    private Optional<Given> read(JdbcClient.StatementSpec statement) {
        Optional<Given> given = statement
                .query((row, _) -> new Given(
                        new Acknowledgement(
                                row.getString("id"),
                                row.getString("organisation"),
                                row.getString("idempotency_key"),
                                row.getString("fingerprint"),
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("body")),
                        row.getLong("position")))
                .optional();
        if (given.isPresent()) {
            awaitDurable();
        }
        return given;
    }

    /** The position does not tell: an answer without events has that of the head, which is durable long since. */
    private void awaitDurable() {
        try {
            if (!log.awaitDurable(patience)) {
                throw new OutcomeUnknown("The answer is not known to be on disk");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown(interrupted);
        }
    }
}
