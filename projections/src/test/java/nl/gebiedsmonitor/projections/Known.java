package nl.gebiedsmonitor.projections;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.observation.Disclosure;
import nl.gebiedsmonitor.domain.observation.Disclosure.Total;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.Suppression;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreView;
import org.jspecify.annotations.Nullable;

/** What is known after some events and what follows from that, worked out anew from these alone. */
public final class Known {

    /** A figure as it was recorded, or as it is shown. */
    public record Place(IndicatorCode indicator, GebiedCode gebied, Period period) {}

    private final Map<Place, Observation> recorded = new HashMap<>();
    private final Map<IndicatorCode, IndicatorDefinition> definitions = new HashMap<>();
    private final Map<GebiedCode, GebiedCode> placed = new HashMap<>();
    private final Map<GebiedCode, SortedSet<GebiedCode>> composed = new TreeMap<>();
    private final SortedMap<Integer, ModelDefinition> models = new TreeMap<>();

    private Map<Place, Suppression> hidden = new HashMap<>();

    public Known(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            boolean guardedAnew = event instanceof IndicatorDefinitionRevised it && isGuardedAnew(it);
            on(event);
            Map<Place, Suppression> before = new HashMap<>(hidden);
            before.keySet().removeIf(place -> isFresh(place, event, guardedAnew));
            hidden = judged(before.keySet());
        }
    }

    private boolean isGuardedAnew(IndicatorDefinitionRevised revised) {
        IndicatorDefinition before = definitions.get(revised.code());
        return before == null
                || !Objects.equals(
                        before.disclosureThreshold(), revised.definition().disclosureThreshold())
                || !before.aggregation().equals(revised.definition().aggregation());
    }

    private static boolean isFresh(Place place, DomainEvent event, boolean guardedAnew) {
        return switch (event) {
            case IndicatorDefinitionRevised it -> guardedAnew && it.code().equals(place.indicator());
            case ObservationEvent it ->
                it.observations().stream()
                        .anyMatch(each -> place(it.series().indicator(), each).equals(place));
            default -> false;
        };
    }

    private void on(DomainEvent event) {
        switch (event) {
            case GebiedPlaced it -> placed.put(it.code(), it.parent());
            case GebiedComposed it -> composed.put(it.code(), it.composition().members());
            case IndicatorDefined it -> definitions.put(it.code(), it.definition());
            case IndicatorDefinitionRevised it -> definitions.put(it.code(), it.definition());
            case ScoreModelPublished it -> models.put(it.definition().version(), it.definition());
            case ObservationEvent it ->
                it.observations().forEach(each -> recorded.put(place(it.series().indicator(), each), each));
            default -> {}
        }
    }

    private static Place place(IndicatorCode indicator, Observation observation) {
        return new Place(indicator, observation.gebied(), observation.period());
    }

    /** Every figure as it was recorded. */
    public Map<Place, Observation> recorded() {
        return recorded;
    }

    /** Every figure as it is shown. */
    public Map<Place, Observation> shown() {
        Map<Place, Observation> shown = new HashMap<>(recorded);
        hidden().keySet()
                .forEach(place -> shown.put(
                        place, Observation.missing(place.gebied(), place.period(), MissingReason.SUPPRESSED)));
        return shown;
    }

    /** The figures that are hidden, and why. */
    public Map<Place, Suppression> hidden() {
        return hidden;
    }

    private Map<Place, Suppression> judged(Set<Place> before) {
        Map<Place, Suppression> judged = new HashMap<>();
        for (IndicatorCode indicator : definitions.keySet()) {
            for (Period period : SmallCountry.PERIODS) {
                hidden(indicator, period, before)
                        .forEach((gebied, why) -> judged.put(new Place(indicator, gebied, period), why));
            }
        }
        return judged;
    }

    private Map<GebiedCode, Suppression> hidden(IndicatorCode indicator, Period period, Set<Place> before) {
        IndicatorDefinition definition = definitions.get(indicator);
        if (definition == null) {
            return Map.of();
        }
        Map<GebiedCode, Double> values = values(indicator, period);
        Map<GebiedCode, Suppression> found = new HashMap<>();
        if (definition.aggregation().kind() instanceof Aggregation.Kind.Rate rate) {
            for (IndicatorCode operand : List.of(rate.numerator(), rate.denominator())) {
                hidden(operand, period, before).keySet().forEach(gebied -> found.put(gebied, Suppression.SECONDARY));
            }
            found.keySet().retainAll(values.keySet());
        }
        if (definition.disclosureThreshold() != null) {
            boolean addsUp = definition.aggregation().kind() instanceof Aggregation.Kind.Sum;
            Set<GebiedCode> remembered = new HashSet<>();
            for (Place place : before) {
                if (place.indicator().equals(indicator) && place.period().equals(period)) {
                    remembered.add(place.gebied());
                }
            }
            found.putAll(Disclosure.hidden(
                    definition.disclosureThreshold(),
                    values,
                    addsUp ? totals(values.keySet()) : List.of(),
                    remembered));
        }
        return found;
    }

    private Map<GebiedCode, Double> values(IndicatorCode indicator, Period period) {
        Map<GebiedCode, Double> values = new HashMap<>();
        recorded.forEach((place, observation) -> {
            if (place.indicator().equals(indicator) && place.period().equals(period) && observation.value() != null) {
                values.put(place.gebied(), observation.value());
            }
        });
        return values;
    }

    /** The totals among some gebieden: each with those inside it that lie in no other of them on the way. */
    public Set<Total> totals(Set<GebiedCode> among) {
        Set<Total> totals = new HashSet<>();
        for (GebiedCode total : among) {
            if (total.type() == GebiedType.FOCUS) {
                totals.add(new Total(total, partsOfFocusArea(total, among)));
                continue;
            }
            SortedSet<GebiedCode> parts = new TreeSet<>(among);
            parts.removeIf(
                    part -> !above(part).filter(among::contains).findFirst().equals(Optional.of(total)));
            SortedSet<GebiedCode> postcodes = new TreeSet<>(parts);
            postcodes.removeIf(part -> part.type() != GebiedType.PC4);
            parts.removeAll(postcodes);
            totals.add(new Total(total, parts));
            totals.add(new Total(total, postcodes));
        }
        totals.removeIf(total -> total.parts().isEmpty());
        return totals;
    }

    private SortedSet<GebiedCode> partsOfFocusArea(GebiedCode focus, Set<GebiedCode> among) {
        Set<GebiedCode> members = composed.getOrDefault(focus, new TreeSet<>());
        SortedSet<GebiedCode> inside = new TreeSet<>(among);
        inside.removeIf(part -> !members.contains(part)
                && (part.type() == GebiedType.PC4 || above(part).noneMatch(members::contains)));
        Set<GebiedCode> all = Set.copyOf(inside);
        inside.removeIf(part -> part.type() != GebiedType.PC4 && above(part).anyMatch(all::contains));
        return inside;
    }

    private Stream<GebiedCode> above(GebiedCode gebied) {
        return Stream.iterate(parent(gebied), Optional::isPresent, parent -> parent.flatMap(this::parent))
                .flatMap(Optional::stream);
    }

    private Optional<GebiedCode> parent(GebiedCode gebied) {
        return switch (gebied.type()) {
            case LAND, FOCUS -> Optional.empty();
            case GEMEENTE, PC4 -> Optional.of(placed.getOrDefault(gebied, new GebiedCode("NL")));
            case PROVINCIE, WIJK, BUURT -> gebied.parent();
        };
    }

    /** The versions of the model that are published. */
    public Set<Integer> versions() {
        return models.keySet();
    }

    /** All scores there are by a version of the model. */
    public Set<ScoreView> scores(int version) {
        Set<ScoreView> scores = new HashSet<>();
        Map<Place, Observation> shown = shown();
        ModelDefinition model = models.get(version);
        for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
            for (Period period : SmallCountry.PERIODS) {
                Map<IndicatorCode, Observation> figures = new HashMap<>();
                shown.forEach((place, figure) -> {
                    if (place.gebied().equals(gebied) && place.period().equals(period) && figure.value() != null) {
                        figures.put(place.indicator(), figure);
                    }
                });
                score(model, figures, gebied, period).ifPresent(scores::add);
            }
        }
        return scores;
    }

    private static Optional<ScoreView> score(
            @Nullable ModelDefinition model,
            Map<IndicatorCode, Observation> figures,
            GebiedCode gebied,
            Period period) {
        Map<IndicatorCode, Double> values = new HashMap<>();
        figures.forEach((indicator, figure) -> values.put(indicator, Objects.requireNonNull(figure.value())));
        return Optional.ofNullable(model).flatMap(it -> it.score(values)
                .map(score -> new ScoreView(
                        gebied,
                        period,
                        score,
                        it.madeOf(score.basis()).stream()
                                .map(figures::get)
                                .filter(Objects::nonNull)
                                .map(Observation::status)
                                .max(ObsStatus::compareTo)
                                .orElseThrow())));
    }
}
