package nl.gebiedsmonitor.projections.eventlog;

/** The database failed during commit, so it is not known whether the events are stored; ask again with the same key. */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(String message) {
        super(message);
    }

    OutcomeUnknown(Throwable cause) {
        super("It is not known whether the events were stored", cause);
    }
}
