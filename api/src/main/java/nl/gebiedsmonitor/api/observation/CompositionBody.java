package nl.gebiedsmonitor.api.observation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Aggregate;
import nl.gebiedsmonitor.domain.observation.Aggregate.Weighting;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import org.jspecify.annotations.Nullable;

/**
 * How a figure was made of those of members.
 *
 * @param coverage the share, 0 to 1, of what should have a figure that has one
 * @param uncovered the members that lack a figure
 * @param breaks members of which it cannot be told what stood in their place in the period, and why
 */
public record CompositionBody(
        double coverage,
        Weighting weighting,
        List<String> uncovered,
        @Nullable Map<String, String> breaks) {

    /** How a figure was made, null when it was recorded. */
    public static @Nullable CompositionBody of(Made made) {
        Aggregate aggregate = made.aggregate();
        if (aggregate == null) {
            return null;
        }
        Map<String, String> breaks = new TreeMap<>();
        made.broken().forEach((gebied, broken) -> breaks.put(gebied.value(), broken.why()));
        return new CompositionBody(
                aggregate.coverage(),
                aggregate.weighting(),
                aggregate.uncovered().stream().map(GebiedCode::value).toList(),
                breaks.isEmpty() ? null : breaks);
    }
}
