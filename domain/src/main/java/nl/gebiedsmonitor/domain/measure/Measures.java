package nl.gebiedsmonitor.domain.measure;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.RuleViolated;

/** The register of measures as a rule needs it. */
public interface Measures {

    /** Which of these are registered, those that are acknowledged at the moment of asking included. */
    Set<MeasureId> registered(Collection<MeasureId> ids);

    /**
     * Holds that all of these are registered.
     *
     * @throws RuleViolated with the ids that are not, when there are any
     */
    default void requireRegistered(Collection<MeasureId> ids) {
        Set<MeasureId> unknown = new TreeSet<>(ids);
        unknown.removeAll(registered(ids));
        if (!unknown.isEmpty()) {
            throw new RuleViolated("measure-known", "Not registered as a measure: " + unknown + ".");
        }
    }
}
