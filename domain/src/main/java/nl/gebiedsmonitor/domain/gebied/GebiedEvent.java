package nl.gebiedsmonitor.domain.gebied;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The life of a gebied. */
public sealed interface GebiedEvent extends DomainEvent {

    GebiedCode code();

    /**
     * A gebied entered the register.
     *
     * @param parent the gebied it lies in as stated by the sender, null where the code tells or nobody said
     */
    record GebiedRegistered(
            GebiedCode code, String name, @Nullable GebiedCode parent) implements GebiedEvent {}

    /** It became known which gebied this one lies in, where the code does not tell. */
    record GebiedPlaced(GebiedCode code, GebiedCode parent) implements GebiedEvent {}

    record GebiedRenamed(GebiedCode code, String name) implements GebiedEvent {}

    record GebiedComposed(GebiedCode code, Composition composition) implements GebiedEvent {}

    /**
     * A gebied ceased to exist.
     *
     * @param successors the gebieden that took its place, empty when none did
     */
    record GebiedClosed(GebiedCode code, LocalDate closedOn, SortedSet<GebiedCode> successors) implements GebiedEvent {
        public GebiedClosed {
            successors = Collections.unmodifiableSortedSet(new TreeSet<>(successors));
        }
    }
}
