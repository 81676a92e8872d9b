package nl.gebiedsmonitor.domain.gebied;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import org.jspecify.annotations.Nullable;

/**
 * What came into each gebied that is left from those that were closed, straight or by way of others that were closed as
 * well. The order in time of the closures along a way does not matter: a gebied may go into one that was closed before
 * it, or on the same day.
 */
final class Inflows {

    /** One closed gebied, and how much of it came. */
    record Inflow(Closure from, Flow flow) {}

    /**
     * How much of a closed gebied comes to one place.
     *
     * @param share above 0 and at most 1, whatever is lost in rounding
     * @param unknown why the share cannot be told and says nothing; null when it can
     */
    record Flow(double share, @Nullable Break unknown) {

        static final Flow WHOLE = new Flow(1, null);

        Flow(double share, @Nullable Break unknown) {
            this.share = Math.clamp(share, Double.MIN_VALUE, 1);
            this.unknown = unknown;
        }

        Flow by(double part, @Nullable Break reason) {
            return new Flow(part * share, nearest(unknown, reason));
        }

        Flow and(Flow other) {
            return new Flow(share + other.share, nearest(unknown, other.unknown));
        }

        private static @Nullable Break nearest(@Nullable Break one, @Nullable Break other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Boundaries.LATEST_LAST.compare(one, other) < 0 ? other : one;
        }
    }

    private final Map<GebiedCode, Closure> closures = new TreeMap<>();
    private final Map<GebiedCode, List<Closure>> closuresInto = new HashMap<>();

    /** Of each closed gebied where it ended up, of those that go round in a circle excepted. */
    private final Map<GebiedCode, SortedMap<GebiedCode, Flow>> ends = new HashMap<>();

    private final Map<GebiedCode, List<Inflow>> inflows = new HashMap<>();

    Inflows(Collection<Closure> all) {
        for (Closure closure : all) {
            closures.put(closure.code(), closure);
            closure.succession().successors().forEach(successor -> closuresInto
                    .computeIfAbsent(successor, _ -> new ArrayList<>())
                    .add(closure));
        }
        follow();
        for (Closure closure : closures.values()) {
            endsOf(closure.code()).forEach((end, flow) -> inflows.computeIfAbsent(end, _ -> new ArrayList<>())
                    .add(new Inflow(closure, flow)));
        }
        followCircles();
    }

    /** What came into a gebied that is left, in order of the codes it came from. */
    List<Inflow> into(GebiedCode gebied) {
        return inflows.getOrDefault(gebied, List.of());
    }

    /** Finds where a closed gebied ended up as soon as that is known of all its successors. */
    private void follow() {
        Map<GebiedCode, Integer> waitingFor = new HashMap<>();
        Deque<Closure> ready = new ArrayDeque<>();
        for (Closure closure : closures.values()) {
            int closedSuccessors = (int) closure.succession().successors().stream()
                    .filter(closures::containsKey)
                    .count();
            waitingFor.put(closure.code(), closedSuccessors);
            if (closedSuccessors == 0) {
                ready.add(closure);
            }
        }
        while (!ready.isEmpty()) {
            Closure closure = ready.remove();
            ends.put(closure.code(), endsBySuccessors(closure));
            for (Closure before : closuresInto.getOrDefault(closure.code(), List.of())) {
                if (waitingFor.merge(before.code(), -1, Integer::sum) == 0) {
                    ready.add(before);
                }
            }
        }
    }

    private SortedMap<GebiedCode, Flow> endsBySuccessors(Closure closure) {
        Map<GebiedCode, Double> shares = closure.succession().shares().orElse(new TreeMap<>());
        SortedMap<GebiedCode, Flow> found = new TreeMap<>();
        for (GebiedCode successor : closure.succession().successors()) {
            Double share = shares.get(successor);
            Break unknown = share == null
                    ? closure.breaking(
                            "It is not known which share of " + closure.code() + " went to each of its successors.")
                    : null;
            endsOf(successor)
                    .forEach((end, flow) -> found.merge(end, flow.by(share == null ? 1 : share, unknown), Flow::and));
        }
        return found;
    }

    private SortedMap<GebiedCode, Flow> endsOf(GebiedCode gebied) {
        if (closures.containsKey(gebied)) {
            return ends.getOrDefault(gebied, new TreeMap<>());
        }
        return new TreeMap<>(Map.of(gebied, Flow.WHOLE));
    }

    /** Of what goes round in a circle, or into one, no share can be told wherever it comes out. */
    private void followCircles() {
        Map<GebiedCode, Deque<Closure>> exits = new TreeMap<>();
        for (Closure closure : closures.values()) {
            if (!ends.containsKey(closure.code())) {
                for (GebiedCode successor : closure.succession().successors()) {
                    endsOf(successor).keySet().forEach(end -> exits.computeIfAbsent(end, _ -> new ArrayDeque<>())
                            .add(closure));
                }
            }
        }
        exits.forEach(this::followBack);
    }

    private void followBack(GebiedCode end, Deque<Closure> exits) {
        Set<GebiedCode> seen = new HashSet<>();
        while (!exits.isEmpty()) {
            Closure closure = exits.remove();
            if (seen.add(closure.code())) {
                Break circle = closure.breaking("What succeeds to " + closure.code() + " goes round in a circle.");
                inflows.computeIfAbsent(end, _ -> new ArrayList<>()).add(new Inflow(closure, new Flow(1, circle)));
                closuresInto.getOrDefault(closure.code(), List.of()).stream()
                        .filter(before -> !ends.containsKey(before.code()))
                        .forEach(exits::add);
            }
        }
    }
}
