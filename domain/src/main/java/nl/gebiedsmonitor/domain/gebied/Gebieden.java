package nl.gebiedsmonitor.domain.gebied;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RuleViolated;

/** The register of gebieden as a rule needs it. */
public interface Gebieden {

    /** Which of these codes are registered, those that are acknowledged at the moment of asking included. */
    Set<GebiedCode> registered(Collection<GebiedCode> codes);

    /** The fault that some of these are not registered; none when all are. */
    default Optional<Fault> unregistered(Collection<GebiedCode> codes) {
        SortedSet<GebiedCode> unknown = new TreeSet<>(codes);
        unknown.removeAll(registered(codes));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(null, null, null, "gebied-known", "Not registered: " + unknown + "."));
    }

    /**
     * Holds that all of these are registered.
     *
     * @throws RuleViolated with the codes that are not, when there are any
     */
    default void requireRegistered(Collection<GebiedCode> codes) {
        RuleViolated.throwIfAny(unregistered(codes).stream().toList());
    }
}
