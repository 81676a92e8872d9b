package nl.gebiedsmonitor.projections.observation;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.observation.Disclosure;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.domain.observation.Suppression;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.TotalQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps which figures are hidden: of an indicator with a threshold those under it, with those that would tell of them, and
 * of a rate those whose numerator or denominator is hidden.
 */
public final class DisclosureProjection implements Projection {

    public static final String NAME = "disclosure";

    private static final Set<String> OF_FIGURES = EventNames.of(ObservationEvent.class);

    private final JdbcClient jdbc;
    private final IndicatorQueries indicators;
    private final TotalQueries totals;
    private final VersionedTable table;

    public DisclosureProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.indicators = new IndicatorQueries(jdbc);
        this.totals = new TotalQueries(jdbc);
        this.table = new VersionedTable(jdbc, "suppression", "indicator", "period", "gebied");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> eventTypes() {
        Set<String> types = new HashSet<>(EventNames.of(ObservationEvent.class));
        types.addAll(EventNames.of(IndicatorEvent.class));
        types.addAll(EventNames.of(GebiedEvent.class));
        return types;
    }

    @Override
    public Set<String> readsFrom() {
        return Set.of(GebiedProjection.NAME, IndicatorProjection.NAME, ObservationProjection.NAME);
    }

    @Override
    public boolean readsEveryEvent() {
        return false;
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        if (OF_FIGURES.contains(event.type())) {
            IndicatorCode code = SeriesId.parse(event.aggregateId()).indicator();
            Map<IndicatorCode, IndicatorDefinition> guarded = guarded(code, position);
            if (!guarded.isEmpty() || isAnyHidden(code)) {
                judgeAgain(code, periods((ObservationEvent) event.payload()), guarded, position);
            }
            return;
        }
        switch (event.payload()) {
            case IndicatorEvent.IndicatorDefinitionRevised revised -> judgeAll(revised.code(), position);
            case GebiedEvent.GebiedComposed _, GebiedEvent.GebiedPlaced _ ->
                indicators.withThreshold(position).forEach(guarded -> judgeAll(guarded.code(), position));
            default -> {}
        }
    }

    private static Set<String> periods(ObservationEvent recorded) {
        return recorded.observations().stream()
                .map(Observation::period)
                .map(Object::toString)
                .collect(toCollection(TreeSet::new));
    }

    private void judgeAll(IndicatorCode code, long position) {
        judgeAgain(code, periods(code, position), guarded(code, position), position);
    }

    /** The indicators of which figures may be hidden when those of one change: itself, and rates that are made of it. */
    private Map<IndicatorCode, IndicatorDefinition> guarded(IndicatorCode code, long position) {
        List<IndicatorDefinition> candidates = indicators.withThresholdOrRate(position);
        if (candidates.stream().allMatch(definition -> definition.disclosureThreshold() == null)) {
            return Map.of();
        }
        Map<IndicatorCode, IndicatorDefinition> guarded = new HashMap<>();
        for (IndicatorDefinition candidate : candidates) {
            if (candidate.code().equals(code) || madeOf(candidate).contains(code)) {
                guarded.put(candidate.code(), candidate);
            }
        }
        return guarded;
    }

    /** Judges the figures of an indicator in some periods, and then those of the rates that are made of it. */
    private void judgeAgain(
            IndicatorCode code, Set<String> periods, Map<IndicatorCode, IndicatorDefinition> guarded, long position) {
        judge(code, Optional.ofNullable(guarded.get(code)), periods, position);
        guarded.forEach((other, definition) -> {
            if (!other.equals(code)) {
                judge(other, Optional.of(definition), periods, position);
            }
        });
    }

    private boolean isAnyHidden(IndicatorCode code) {
        return jdbc.sql("select 1 from suppression where indicator = ? and to_position = ? fetch first 1 row only")
                .params(code.value(), Versions.OPEN)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void judge(
            IndicatorCode code, Optional<IndicatorDefinition> definition, Set<String> periods, long position) {
        for (String period : periods) {
            SortedMap<GebiedCode, Suppression> hidden =
                    definition.map(it -> hidden(it, period, position)).orElseGet(TreeMap::new);
            write(code, period, hidden, position);
        }
    }

    private SortedMap<GebiedCode, Suppression> hidden(IndicatorDefinition definition, String period, long position) {
        SortedMap<GebiedCode, Suppression> hidden = new TreeMap<>();
        Map<GebiedCode, Double> values = values(definition.code(), period, position);
        for (IndicatorCode part : madeOf(definition)) {
            standing(part, period).keySet().stream()
                    .filter(values::containsKey)
                    .forEach(gebied -> hidden.put(gebied, Suppression.SECONDARY));
        }
        if (definition.disclosureThreshold() != null) {
            boolean addsUp = definition.aggregation().kind() instanceof Aggregation.Kind.Sum;
            hidden.putAll(Disclosure.hidden(
                    definition.disclosureThreshold(),
                    values,
                    addsUp ? totals.among(values.keySet(), position) : List.of()));
        }
        return hidden;
    }

    private static List<IndicatorCode> madeOf(IndicatorDefinition definition) {
        return definition.aggregation().kind() instanceof Aggregation.Kind.Rate rate
                ? List.of(rate.numerator(), rate.denominator())
                : List.of();
    }

    private Map<GebiedCode, Double> values(IndicatorCode code, String period, long position) {
        Map<GebiedCode, Double> values = new HashMap<>();
        jdbc.sql("select gebied, obs_value from observation o where indicator = ? and period = ?"
                        + " and obs_value is not null and " + Versions.validIn("o"))
                .params(code.value(), period)
                .params(Versions.params(position))
                .query((row, _) -> values.put(new GebiedCode(row.getString(1)), row.getDouble(2)))
                .list();
        return values;
    }

    private Set<String> periods(IndicatorCode code, long position) {
        return new TreeSet<>(
                jdbc.sql("select distinct period from observation o where indicator = ? and " + Versions.validIn("o"))
                        .param(code.value())
                        .params(Versions.params(position))
                        .query(String.class)
                        .list());
    }

    private SortedMap<GebiedCode, Suppression> standing(IndicatorCode code, String period) {
        SortedMap<GebiedCode, Suppression> standing = new TreeMap<>();
        jdbc.sql("select gebied, kind from suppression where indicator = ? and period = ? and to_position = ?")
                .params(code.value(), period, Versions.OPEN)
                .query((row, _) ->
                        standing.put(new GebiedCode(row.getString(1)), Suppression.valueOf(row.getString(2))))
                .list();
        return standing;
    }

    private void write(IndicatorCode code, String period, SortedMap<GebiedCode, Suppression> hidden, long position) {
        SortedMap<GebiedCode, Suppression> before = standing(code, period);
        List<GebiedCode> shown = new ArrayList<>(before.keySet());
        shown.removeAll(hidden.keySet());
        shown.forEach(gebied -> table.end(position, List.of(code.value(), period, gebied.value())));
        hidden.forEach((gebied, kind) -> {
            if (before.get(gebied) != kind) {
                table.put(
                        position,
                        Map.of(
                                "indicator", code.value(),
                                "period", period,
                                "gebied", gebied.value(),
                                "kind", kind.name()));
            }
        });
    }
}
