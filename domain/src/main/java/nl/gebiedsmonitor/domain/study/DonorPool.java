package nl.gebiedsmonitor.domain.study;

import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/**
 * The gebieden that the treated are compared with: those listed, or those that a rule finds when the study is registered.
 *
 * @param gebieden by name, at most 5,000; empty when there is a rule
 * @param rule null when they are listed
 * @param neighbours whether neighbours of the treated may be among them; by default they may not, for a measure can spill
 *     over
 */
public record DonorPool(List<GebiedCode> gebieden, @Nullable DonorRule rule, boolean neighbours) {

    public static final ListRule GEBIEDEN =
            ListRule.atMost(5_000, "donor-gebieden", "gebieden", "comparison gebieden in a list");

    /** No comparison at all. */
    public static final DonorPool NONE = new DonorPool(List.of(), null, false);

    /** @throws InvalidValue when there are both a list and a rule, or too many are listed */
    public DonorPool {
        gebieden = GEBIEDEN.read(gebieden).stream().sorted().toList();
        if (rule != null && !gebieden.isEmpty()) {
            throw new InvalidValue("list-or-rule", null, "Comparison gebieden are listed or found by a rule, not both.")
                    .inField("rule");
        }
    }

    boolean findsNobody() {
        return gebieden.isEmpty() && rule == null;
    }
}
