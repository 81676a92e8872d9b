package nl.gebiedsmonitor.domain.gebied;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * What a focus area consists of.
 *
 * @param members the gebieden it is made of, at least one, none of them a focus area
 * @param referenceYear the year of the CBS division whose codes the members are, 1900 to 2100
 * @param status whether the boundary was published or is somebody's reading
 */
public record Composition(SortedSet<GebiedCode> members, int referenceYear, CompositionStatus status) {

    /** @throws InvalidValue when there is no member, a member is a focus area, or the year is out of range */
    public Composition {
        if (members.isEmpty()) {
            throw new InvalidValue("composition-members", null, "A focus area is composed of at least one gebied.");
        }
        for (GebiedCode member : members) {
            if (member.type() == GebiedType.FOCUS) {
                throw new InvalidValue(
                        "composition-members", member, "A focus area is not composed of other focus areas.");
            }
        }
        if (referenceYear < 1900 || referenceYear > 2100) {
            throw new InvalidValue(
                    "reference-year", referenceYear, "The reference year of a composition lies in 1900 to 2100.");
        }
        SortedSet<GebiedCode> byCode = new TreeSet<>();
        byCode.addAll(members);
        members = Collections.unmodifiableSortedSet(byCode);
    }
}
