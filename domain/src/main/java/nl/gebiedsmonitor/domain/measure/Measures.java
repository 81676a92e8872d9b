package nl.gebiedsmonitor.domain.measure;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.Fault;

/** The register of measures as a rule needs it. */
public interface Measures {

    /** Which of these are registered, those that are acknowledged at the moment of asking included. */
    Set<MeasureId> registered(Collection<MeasureId> ids);

    /** The fault that some of these are not registered; none when all are. */
    default Optional<Fault> unregistered(Collection<MeasureId> ids) {
        Set<MeasureId> unknown = new TreeSet<>(ids);
        unknown.removeAll(registered(ids));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fault(null, null, null, "measure-known", "Not registered as a measure: " + unknown + "."));
    }
}
