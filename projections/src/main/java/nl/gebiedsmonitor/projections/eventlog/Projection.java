package nl.gebiedsmonitor.projections.eventlog;

import java.util.Set;

/** A read model that is kept from events, in their order, each applied exactly once. */
public interface Projection {

    /** Its name, which its position is kept under. */
    String name();

    /** The logical names of the events it is kept from. */
    Set<String> eventTypes();

    /** The tables that it alone writes; emptied, they can be made from the events again. */
    Set<String> tables();

    /**
     * Whether it wants to know what every event says. One that passes most of them over by their aggregate does not, and
     * spares their parsing.
     */
    default boolean readsEveryEvent() {
        return true;
    }

    /**
     * Whether an event that it cannot digest is set aside and the rest goes on. Where going on would show what may have to
     * be hidden, it stands still instead.
     */
    default boolean goesOnWithoutDeadLetters() {
        return true;
    }

    /**
     * The names of the projections whose tables it reads. It stays behind these, and reads their versions as of the
     * position of the event at hand, so that its rows never depend on how far the others happen to be.
     */
    default Set<String> readsFrom() {
        return Set.of();
    }

    /**
     * Changes the rows for one event, within a transaction that also moves the position. When it fails, what it did is
     * undone and the event is set aside as a dead letter.
     */
    void apply(StoredEvent event);
}
