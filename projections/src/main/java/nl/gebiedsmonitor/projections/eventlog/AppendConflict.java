package nl.gebiedsmonitor.projections.eventlog;

/** Somebody else stored an event of the same aggregate and sequence, or an answer to the same key, a moment before. */
public final class AppendConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AppendConflict(Throwable cause) {
        super("Stored by another request a moment before", cause);
    }
}
