package nl.gebiedsmonitor.domain.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one outcome, as they were known and shown at a position.
 *
 * @param values what there is; a gebied or a period without any is not in it
 * @param hidden what there is and is not shown
 * @param broken gebieden of which it cannot be told what stood in their place in some period
 */
public record OutcomeFigures(
        Map<GebiedCode, Map<Period, Double>> values,
        Map<GebiedCode, Set<Period>> hidden,
        SortedSet<GebiedCode> broken) {

    public OutcomeFigures {
        values = Map.copyOf(values);
        hidden = Map.copyOf(hidden);
        broken = new TreeSet<>(broken);
    }

    /** The same without what is hidden in others. */
    public OutcomeFigures within(OutcomeFigures others) {
        Map<GebiedCode, Map<Period, Double>> shown = new HashMap<>();
        values.forEach((gebied, row) -> {
            Map<Period, Double> rest = new HashMap<>(row);
            rest.keySet().removeAll(others.hidden.getOrDefault(gebied, Set.of()));
            shown.put(gebied, rest);
        });
        return new OutcomeFigures(shown, hidden, broken);
    }

    @Nullable
    Double of(GebiedCode gebied, Period period) {
        return values.getOrDefault(gebied, Map.of()).get(period);
    }

    /**
     * A figure that is another one now.
     *
     * @param then null when there was none
     * @param now null when there is none any more
     */
    public record Change(
            GebiedCode gebied,
            Period period,
            @Nullable Double then,
            @Nullable Double now) {}

    /** What differs in later figures, in order of gebied and period. */
    public List<Change> changesTo(OutcomeFigures later) {
        SortedSet<GebiedCode> gebieden = new TreeSet<>(values.keySet());
        gebieden.addAll(later.values.keySet());
        List<Change> changes = new ArrayList<>();
        for (GebiedCode gebied : gebieden) {
            SortedSet<Period> periods =
                    new TreeSet<>(values.getOrDefault(gebied, Map.of()).keySet());
            periods.addAll(later.values.getOrDefault(gebied, Map.of()).keySet());
            for (Period period : periods) {
                Double then = of(gebied, period);
                Double now = later.of(gebied, period);
                if (!Objects.equals(then, now)) {
                    changes.add(new Change(gebied, period, then, now));
                }
            }
        }
        return changes;
    }

    /** Those of some gebieden that are broken. */
    SortedSet<GebiedCode> brokenAmong(Set<GebiedCode> gebieden) {
        SortedSet<GebiedCode> among = new TreeSet<>(broken);
        among.retainAll(gebieden);
        return among;
    }
}
