package nl.gebiedsmonitor.domain.gebied;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;

/**
 * What a focus area consists of.
 *
 * @param members the gebieden it is made of, at least one and at most 5,000, none of them a focus area
 * @param referenceYear the year of the CBS division whose codes the members are, 1900 to 2100
 * @param status whether the boundary was published or is somebody's reading
 */
public record Composition(SortedSet<GebiedCode> members, int referenceYear, CompositionStatus status) {

    public static final ListRule MEMBERS =
            new ListRule("composition-members", "members", "members of a focus area", 1, 5000);

    /** @throws InvalidValue when there is no member or too many, a member is a focus area, or the year is out of range */
    public Composition {
        MEMBERS.require(members);
        for (GebiedCode member : members) {
            if (member.type() == GebiedType.FOCUS) {
                throw new InvalidValue(
                                "composition-members", member, "A focus area is not composed of other focus areas.")
                        .inField("members");
            }
        }
        if (referenceYear < 1900 || referenceYear > 2100) {
            throw new InvalidValue(
                            "reference-year",
                            referenceYear,
                            "The reference year of a composition lies in 1900 to 2100.")
                    .inField("referenceYear");
        }
        SortedSet<GebiedCode> byCode = new TreeSet<>();
        byCode.addAll(members);
        members = Collections.unmodifiableSortedSet(byCode);
    }
}
