package nl.gebiedsmonitor.domain.gebied;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import org.jspecify.annotations.Nullable;

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

    private static final String YEAR = "A reference year lies in 1900 to 2100.";

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
        requireYear(referenceYear, "referenceYear");
        SortedSet<GebiedCode> byCode = new TreeSet<>();
        byCode.addAll(members);
        members = Collections.unmodifiableSortedSet(byCode);
    }

    /**
     * Reads the year of a CBS division.
     *
     * @throws InvalidValue when it is no year from 1900 to 2100
     */
    public static Integer readReferenceYear(String text) {
        try {
            return requireYear(Integer.parseInt(text), null);
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("reference-year", text, YEAR);
        }
    }

    private static int requireYear(int year, @Nullable String field) {
        if (year < 1900 || year > 2100) {
            InvalidValue outside = new InvalidValue("reference-year", year, YEAR);
            throw field == null ? outside : outside.inField(field);
        }
        return year;
    }
}
