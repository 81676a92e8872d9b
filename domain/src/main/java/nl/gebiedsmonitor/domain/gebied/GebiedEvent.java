package nl.gebiedsmonitor.domain.gebied;

import java.time.LocalDate;
import java.util.SortedSet;
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
     * @param shares how it was divided over them as stated by the sender, null when nobody said
     */
    record GebiedClosed(
            GebiedCode code,
            LocalDate closedOn,
            SortedSet<GebiedCode> successors,
            @Nullable SuccessorShares shares) implements GebiedEvent {

        public GebiedClosed {
            successors = new Succession(successors, shares).successors();
        }

        public Succession succession() {
            return new Succession(successors, shares);
        }
    }
}
