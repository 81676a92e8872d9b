package nl.gebiedsmonitor.domain.study;

import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;

/** Which gebieden border on each other, as far as that is known. */
public interface Neighbours {

    /** Whether it is known what borders on a gebied. */
    boolean isKnown(GebiedCode gebied);

    /** The gebieden of the same type that border on one; none when that is not known. */
    Set<GebiedCode> of(GebiedCode gebied);
}
