package nl.gebiedsmonitor.domain.gebied;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What took the place of a closed gebied.
 *
 * @param successors the gebieden that did, empty when none
 * @param stated how it was divided over them; null when nobody said
 */
public record Succession(
        SortedSet<GebiedCode> successors, @Nullable SuccessorShares stated) {

    /** @throws InvalidValue when shares are stated of other gebieden than the successors */
    public Succession {
        SortedSet<GebiedCode> byCode = new TreeSet<>();
        byCode.addAll(successors);
        successors = Collections.unmodifiableSortedSet(byCode);
        if (stated != null) {
            requireSharesOf(successors, stated.shares().keySet());
        }
    }

    /**
     * Holds those of whom a share is stated to be the successors, all of them and no other.
     *
     * @throws InvalidValue when they are not
     */
    public static void requireSharesOf(Collection<GebiedCode> successors, Collection<GebiedCode> shareholders) {
        SortedSet<GebiedCode> odd = new TreeSet<>(successors);
        odd.removeAll(shareholders);
        for (GebiedCode shareholder : shareholders) {
            if (!successors.contains(shareholder)) {
                odd.add(shareholder);
            }
        }
        if (!odd.isEmpty()) {
            throw new InvalidValue(
                            "shares-of-successors",
                            odd,
                            "Shares are stated of every successor and of no other gebied, or not at all.")
                    .inField(SuccessorShares.SHARES.field());
        }
    }

    /** The share of each successor; a single one has all of it, whether stated or not. Empty when nobody said. */
    public Optional<SortedMap<GebiedCode, Double>> shares() {
        if (stated != null) {
            return Optional.of(stated.shares());
        }
        if (successors.size() > 1) {
            return Optional.empty();
        }
        SortedMap<GebiedCode, Double> whole = new TreeMap<>();
        successors.forEach(successor -> whole.put(successor, 1.0));
        return Optional.of(Collections.unmodifiableSortedMap(whole));
    }
}
