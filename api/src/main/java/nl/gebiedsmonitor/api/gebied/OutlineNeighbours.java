package nl.gebiedsmonitor.api.gebied;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.study.Neighbours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Neighbours by their outlines: gebieden of the same type that have a point of these in common. The outlines are simplified
 * together, so that what borders in truth has such points.
 */
@Component
class OutlineNeighbours implements Neighbours {

    private record Point(double east, double north) {}

    private final Outlines outlines;
    private volatile @Nullable Map<GebiedCode, Set<GebiedCode>> known;

    OutlineNeighbours(Outlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public boolean isKnown(GebiedCode gebied) {
        return known().containsKey(gebied);
    }

    @Override
    public Set<GebiedCode> of(GebiedCode gebied) {
        return known().getOrDefault(gebied, Set.of());
    }

    private Map<GebiedCode, Set<GebiedCode>> known() {
        Map<GebiedCode, Set<GebiedCode>> neighbours = known;
        if (neighbours == null) {
            neighbours = find();
            known = neighbours;
        }
        return neighbours;
    }

    private Map<GebiedCode, Set<GebiedCode>> find() {
        Map<Point, Set<GebiedCode>> at = new HashMap<>();
        Map<GebiedCode, Set<GebiedCode>> neighbours = new HashMap<>();
        outlines.known().forEach((code, outline) -> {
            GebiedCode gebied = new GebiedCode(code);
            neighbours.put(gebied, new HashSet<>());
            collect(outline.path("coordinates"), gebied, at);
        });
        at.values().stream().filter(there -> there.size() > 1).forEach(there -> List.copyOf(there)
                .forEach(gebied -> there.stream()
                        .filter(other -> other.type() == gebied.type() && !other.equals(gebied))
                        .forEach(other -> neighbours
                                .computeIfAbsent(gebied, _ -> new HashSet<>())
                                .add(other))));
        return neighbours;
    }

    private static void collect(JsonNode coordinates, GebiedCode gebied, Map<Point, Set<GebiedCode>> at) {
        if (coordinates.size() > 1 && coordinates.get(0).isNumber()) {
            Point point =
                    new Point(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
            at.computeIfAbsent(point, _ -> new HashSet<>()).add(gebied);
            return;
        }
        coordinates.forEach(inner -> collect(inner, gebied, at));
    }
}
