package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.projections.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of events to whoever may not see what is hidden. */
public final class DisclosureQueries {

    private static final String WHEN_REPLACED =
            "exists (select 1 from observation o where o.indicator = s.indicator and o.gebied = s.gebied"
                    + " and o.period = s.period and o.from_position = ?"
                    + " and s.from_position < o.to_position and s.to_position >= o.to_position)";

    private record Cell(String gebied, String period) {}

    private final JdbcClient jdbc;
    private final Ingredients ingredients;

    public DisclosureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ingredients = new Ingredients(jdbc);
    }

    /**
     * An event without the values that are hidden now, or were when it was recorded or last when they stood.
     *
     * @param position of the event, which the disclosure projection must have reached
     */
    public ObservationEvent shown(ObservationEvent event, long position) {
        IndicatorCode indicator = event.series().indicator();
        if (!Disclosed.of(jdbc, indicator, position).mayHide()) {
            return event;
        }
        Set<Cell> hidden = hidden(event, position);
        return hidden.isEmpty()
                ? event
                : event.with(event.observations().stream()
                        .map(observation -> hidden.contains(cell(observation))
                                ? Observation.missing(
                                        observation.gebied(), observation.period(), MissingReason.SUPPRESSED)
                                : observation)
                        .toList());
    }

    /** Whether any figure of an indicator, or of what its figures are or were made of, is hidden, or ever was. */
    public boolean hidesAny(IndicatorCode indicator) {
        return ingredients.of(indicator).stream()
                .anyMatch(each -> Disclosed.of(jdbc, each, 0).mayHide());
    }

    private Set<Cell> hidden(ObservationEvent event, long position) {
        Set<String> periods = new TreeSet<>();
        event.observations()
                .forEach(observation -> periods.add(observation.period().value()));
        List<Object> params = new ArrayList<>(List.of(event.series().indicator().value()));
        params.addAll(periods);
        params.add(Versions.OPEN);
        params.addAll(Versions.params(position));
        params.add(position);
        return new HashSet<>(jdbc.sql("select gebied, period from suppression s where indicator = ? and period in ("
                        + String.join(", ", Collections.nCopies(periods.size(), "?")) + ") and (to_position = ? or "
                        + Versions.validIn("s") + " or " + WHEN_REPLACED + ")")
                .params(params)
                .query((row, _) -> new Cell(row.getString("gebied"), row.getString("period")))
                .list());
    }

    private static Cell cell(Observation observation) {
        return new Cell(observation.gebied().value(), observation.period().value());
    }
}
