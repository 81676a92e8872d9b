package nl.gebiedsmonitor.projections.eventlog;

/** A stored event is damaged, or older than what is understood today and in want of an upcaster. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(long position, String type, Throwable cause) {
        super("The " + type + " at " + position + " cannot be read: " + cause.getMessage(), cause);
    }
}
