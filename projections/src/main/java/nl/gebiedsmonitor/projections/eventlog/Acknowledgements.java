package nl.gebiedsmonitor.projections.eventlog;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers given to earlier POSTs. */
public final class Acknowledgements {

    /** An answer and the position of the last event that was stored with it. */
    public record Given(Acknowledgement acknowledgement, long position) {}

    private static final String SELECT = """
            select id, organisation, idempotency_key, fingerprint, status, location, body, position
            from acknowledgement where \
            """;

    private final JdbcClient jdbc;

    public Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Given> byKey(String organisation, String idempotencyKey) {
        return read(
                jdbc.sql(SELECT + "organisation = ? and idempotency_key = ?").params(organisation, idempotencyKey));
    }

    public Optional<Given> byId(String id) {
        return read(jdbc.sql(SELECT + "id = ?").param(id));
    }

    private static Optional<Given> read(JdbcClient.StatementSpec statement) {
        return statement
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
    }
}
