package nl.gebiedsmonitor.domain.gebied;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;

/**
 * How a closed gebied was divided over its successors, as stated by who closed it.
 *
 * @param basis what was counted
 * @param shares the share of each successor, above 0 and at most 1; together 1 to within a millionth
 */
public record SuccessorShares(ShareBasis basis, SortedMap<GebiedCode, Double> shares) {

    public static final ListRule SHARES = new ListRule("successor-shares", "shares", "shares of successors", 1, 100);

    private static final double ROUNDING = 1e-6;

    /** @throws InvalidValue when a share is out of range or they do not add up to 1 */
    public SuccessorShares {
        SHARES.require(shares.keySet());
        SortedMap<GebiedCode, Double> byCode = new TreeMap<>();
        byCode.putAll(shares);
        byCode.values().forEach(SuccessorShares::requireShare);
        requireWhole(byCode.values());
        shares = Collections.unmodifiableSortedMap(byCode);
    }

    /**
     * Answers the share of one successor.
     *
     * @throws InvalidValue when it is not above 0 or more than 1
     */
    public static double requireShare(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new InvalidValue("successor-share", share, "The share of a successor is above 0 and at most 1.")
                    .inField(SHARES.field());
        }
        return share;
    }

    /**
     * Holds shares, each of them good in itself, to making a whole together.
     *
     * @throws InvalidValue when they do not
     */
    public static void requireWhole(Collection<Double> shares) {
        double together = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(together - 1) > ROUNDING) {
            throw new InvalidValue(
                            "shares-add-up",
                            together,
                            "The shares of the successors add up to 1, to within a millionth.")
                    .inField(SHARES.field());
        }
    }
}
