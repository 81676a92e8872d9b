package nl.gebiedsmonitor.projections.observation;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public Set<String> tables() {
        return Set.of("suppression");
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
    public boolean goesOnWithoutDeadLetters() {
        return false;
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        if (OF_FIGURES.contains(event.type())) {
            IndicatorCode code = SeriesId.parse(event.aggregateId()).indicator();
            if (mayHide(code, position)) {
                judgeAgain(code, event, position);
            }
            return;
        }
        switch (event.payload()) {
            case IndicatorEvent.IndicatorDefinitionRevised revised ->
                judgeAll(
                        Set.of(revised.code()),
                        isGuardedAnew(revised, position) ? new Fresh(revised.code(), null) : Fresh.NOTHING,
                        position);
            case GebiedEvent.GebiedComposed _, GebiedEvent.GebiedPlaced _ -> {
                Set<IndicatorCode> guarded = new HashSet<>();
                indicators.withThreshold(position).forEach(definition -> guarded.add(definition.code()));
                judgeAll(guarded, Fresh.NOTHING, position);
            }
            default -> {}
        }
    }

    private void judgeAgain(IndicatorCode code, StoredEvent event, long position) {
        List<IndicatorDefinition> concerned = concerned(Set.of(code), position);
        if (!concerned.isEmpty() || isAnyHidden(code)) {
            ObservationEvent recorded = (ObservationEvent) event.payload();
            judgeAgain(Map.of(code, periods(recorded)), concerned, new Fresh(code, recorded), position);
        }
    }

    private static Set<String> periods(ObservationEvent recorded) {
        return recorded.observations().stream()
                .map(Observation::period)
                .map(Object::toString)
                .collect(toCollection(TreeSet::new));
    }

    /** Another name, or another range of values, forgets nothing that must stay hidden. */
    private boolean isGuardedAnew(IndicatorEvent.IndicatorDefinitionRevised revised, long position) {
        IndicatorDefinition before =
                indicators.definitions(Set.of(revised.code()), position - 1).get(revised.code());
        IndicatorDefinition now = revised.definition();
        return before == null
                || !Objects.equals(before.disclosureThreshold(), now.disclosureThreshold())
                || !before.aggregation().equals(now.aggregation());
    }

    private void judgeAll(Set<IndicatorCode> codes, Fresh fresh, long position) {
        Map<IndicatorCode, Set<String>> changed = new HashMap<>();
        codes.forEach(code -> changed.put(code, periods(code, position)));
        judgeAgain(changed, concerned(codes, position), fresh, position);
    }

    /** The indicators whose figures may be hidden or shown when those of some change; mostly none. */
    private List<IndicatorDefinition> concerned(Set<IndicatorCode> codes, long position) {
        List<IndicatorDefinition> candidates = indicators.withThresholdOrRate(position);
        if (candidates.stream().allMatch(definition -> definition.disclosureThreshold() == null)
                && codes.stream().noneMatch(this::isAnyHidden)) {
            return List.of();
        }
        Collection<IndicatorCode> reached = Rates.operandsFirst(codes, candidates);
        return candidates.stream()
                .filter(definition -> reached.contains(definition.code()))
                .toList();
    }

    /** Judges the figures of indicators in some periods, and then those of the rates that are made of them. */
    private void judgeAgain(
            Map<IndicatorCode, Set<String>> changed, List<IndicatorDefinition> concerned, Fresh fresh, long position) {
        Map<IndicatorCode, IndicatorDefinition> definitions = new HashMap<>();
        concerned.forEach(definition -> definitions.put(definition.code(), definition));
        Map<IndicatorCode, Set<String>> toJudge = new HashMap<>(changed);
        for (IndicatorCode code : Rates.operandsFirst(changed.keySet(), concerned)) {
            Set<String> periods = toJudge.getOrDefault(code, Set.of());
            judge(code, Optional.ofNullable(definitions.get(code)), periods, fresh, position);
            for (IndicatorDefinition rate : Rates.madeOf(code, concerned)) {
                toJudge.merge(rate.code(), periods, DisclosureProjection::both);
            }
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }

    /** Whether some indicator has a threshold, or something is hidden of this one; one small query for each delivery. */
    private boolean mayHide(IndicatorCode code, long position) {
        return jdbc.sql("select exists (select 1 from suppression where indicator = ? and to_position = ?)"
                        + " or exists (select 1 from indicator i where disclosure_threshold is not null and "
                        + Versions.validIn("i") + ")")
                .params(code.value(), Versions.OPEN)
                .params(Versions.params(position))
                .query(Boolean.class)
                .single();
    }

    private boolean isAnyHidden(IndicatorCode code) {
        return jdbc.sql("select 1 from suppression where indicator = ? and to_position = ? fetch first 1 row only")
                .params(code.value(), Versions.OPEN)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void judge(
            IndicatorCode code,
            Optional<IndicatorDefinition> definition,
            Set<String> periods,
            Fresh fresh,
            long position) {
        for (String period : periods) {
            SortedMap<GebiedCode, Suppression> hidden =
                    definition.map(it -> hidden(it, period, fresh, position)).orElseGet(TreeMap::new);
            write(code, period, hidden, position);
        }
    }

    private SortedMap<GebiedCode, Suppression> hidden(
            IndicatorDefinition definition, String period, Fresh fresh, long position) {
        SortedMap<GebiedCode, Suppression> hidden = new TreeMap<>();
        for (IndicatorCode operand : Rates.operands(definition)) {
            standing(operand, period).keySet().forEach(gebied -> hidden.put(gebied, Suppression.SECONDARY));
        }
        if (hidden.isEmpty() && definition.disclosureThreshold() == null) {
            return hidden;
        }
        Map<GebiedCode, Double> values = values(definition.code(), period, position);
        hidden.keySet().retainAll(values.keySet());
        if (definition.disclosureThreshold() != null) {
            boolean addsUp = definition.aggregation().kind() instanceof Aggregation.Kind.Sum;
            hidden.putAll(Disclosure.hidden(
                    definition.disclosureThreshold(),
                    values,
                    addsUp ? totals.among(values.keySet(), position) : List.of(),
                    fresh.others(
                            definition.code(),
                            period,
                            standing(definition.code(), period).keySet())));
        }
        return hidden;
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
