package nl.gebiedsmonitor.domain.observation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of one indicator in one period are hidden, so that those under a threshold cannot be worked out.
 *
 * <p>A figure is hidden by itself when its magnitude is under the threshold; 0 is, since that it is about nobody tells as
 * much as that it is about one. Of each total that is shown, as soon as a part is hidden, parts are hidden from the
 * smallest on until they are two or more and add up to the threshold at least; when none is left to hide, the total is
 * hidden. Of a total that is hidden itself while all its parts are shown, the smallest part is hidden, since these would
 * add up to it. That repeats until nothing changes. Of parts of the same magnitude the first code is hidden first.
 *
 * <p>What holds then: when each gebied is part of one total at most, as in buurten, wijken and gemeenten to any depth,
 * nobody can work out the exact value of a hidden figure from all that is shown. When a gebied is part of several, as a
 * wijk is of its gemeente and of a focus area, no total gives a part away by itself, but several together may. How wide
 * the interval is in which a hidden figure must lie is not looked at.
 */
public final class Disclosure {

    /** A gebied, and the gebieden that add up to it; those without a figure are left out of account. */
    public record Total(GebiedCode of, SortedSet<GebiedCode> parts) {
        public Total {
            SortedSet<GebiedCode> byCode = new TreeSet<>();
            byCode.addAll(parts);
            byCode.remove(of);
            parts = Collections.unmodifiableSortedSet(byCode);
        }
    }

    private static final Comparator<Total> BY_CODES =
            comparing(Total::of).thenComparing(total -> total.parts().toString());

    private final double threshold;
    private final Map<GebiedCode, Double> values;
    private final SortedMap<GebiedCode, Suppression> hidden = new TreeMap<>();
    private final Map<GebiedCode, List<Sum>> sumsOf = new HashMap<>();
    private final Map<GebiedCode, List<Sum>> sumsWith = new HashMap<>();
    private final Queue<Sum> toCheck = new ArrayDeque<>();

    private Disclosure(double threshold, Map<GebiedCode, Double> values) {
        this.threshold = threshold;
        this.values = values;
    }

    /** Answers what is hidden when nothing was hidden before. */
    public static SortedMap<GebiedCode, Suppression> hidden(
            double threshold, Map<GebiedCode, Double> values, Collection<Total> totals) {
        return hidden(threshold, values, totals, Set.of());
    }

    /**
     * Answers what is hidden, the same in whatever order the figures and the totals are given.
     *
     * @param threshold the magnitude from which a figure may be shown
     * @param values every figure there is
     * @param totals what adds up to what; of an indicator that does not add up over gebieden, none. Where the total or all
     *     its parts have no figure, it does not matter
     * @param before the figures that were hidden before and have not been replaced since: shown now, they would tell what
     *     was hidden beside them then
     */
    public static SortedMap<GebiedCode, Suppression> hidden(
            double threshold, Map<GebiedCode, Double> values, Collection<Total> totals, Set<GebiedCode> before) {
        Disclosure disclosure = new Disclosure(threshold, values);
        totals.stream().sorted(BY_CODES).forEach(disclosure::lookAt);
        for (GebiedCode code : new TreeSet<>(values.keySet())) {
            if (disclosure.magnitude(code) < threshold) {
                disclosure.hide(code, Suppression.PRIMARY);
            } else if (before.contains(code)) {
                disclosure.hide(code, Suppression.SECONDARY);
            }
        }
        disclosure.hideWhatTells();
        return disclosure.hidden;
    }

    private void lookAt(Total total) {
        List<GebiedCode> parts = total.parts().stream()
                .filter(values::containsKey)
                .sorted(comparingDouble(this::magnitude).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (values.containsKey(total.of()) && !parts.isEmpty()) {
            Sum sum = new Sum(total.of(), parts);
            sumsOf.computeIfAbsent(total.of(), _ -> new ArrayList<>()).add(sum);
            for (GebiedCode part : parts) {
                sumsWith.computeIfAbsent(part, _ -> new ArrayList<>()).add(sum);
            }
        }
    }

    private void hide(GebiedCode code, Suppression why) {
        hidden.put(code, why);
        for (Sum sum : sumsWith.getOrDefault(code, List.of())) {
            sum.hiddenParts++;
            sum.hiddenTogether += value(code);
            toCheck.add(sum);
        }
        toCheck.addAll(sumsOf.getOrDefault(code, List.of()));
    }

    private void hideWhatTells() {
        while (!toCheck.isEmpty()) {
            Sum sum = toCheck.remove();
            while (tells(sum)) {
                GebiedCode part = smallestShown(sum);
                hide(part == null ? sum.of : part, Suppression.SECONDARY);
            }
        }
    }

    private boolean tells(Sum sum) {
        if (hidden.containsKey(sum.of)) {
            return sum.hiddenParts == 0;
        }
        return sum.hiddenParts == 1 || (sum.hiddenParts > 1 && Math.abs(sum.hiddenTogether) < threshold);
    }

    private @Nullable GebiedCode smallestShown(Sum sum) {
        while (sum.next < sum.parts.size()) {
            GebiedCode part = sum.parts.get(sum.next);
            if (!hidden.containsKey(part)) {
                return part;
            }
            sum.next++;
        }
        return null;
    }

    private double magnitude(GebiedCode code) {
        return Math.abs(value(code));
    }

    private double value(GebiedCode code) {
        return Objects.requireNonNull(values.get(code));
    }

    /** A total, its parts from the smallest on, and what is hidden of them so far. */
    private static final class Sum {

        private final GebiedCode of;
        private final List<GebiedCode> parts;
        private int next;
        private int hiddenParts;
        private double hiddenTogether;

        Sum(GebiedCode of, List<GebiedCode> parts) {
            this.of = of;
            this.parts = parts;
        }
    }
}
