package nl.gebiedsmonitor.domain.gebied;

import java.util.Collection;
import java.util.Set;

/** The register of gebieden as a rule needs it. */
public interface Gebieden {

    /** Which of these codes are registered, those that are acknowledged at the moment of asking included. */
    Set<GebiedCode> registered(Collection<GebiedCode> codes);
}
