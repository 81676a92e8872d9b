package nl.gebiedsmonitor.projections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import org.jspecify.annotations.Nullable;

/** What is recorded of the {@link SmallCountry}, and what becomes of its gebieden and indicators, as the rules let it. */
final class RandomFigures {

    private record Place(GebiedCode gebied, Period period) {}

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private final Random random;
    private final Map<SeriesId, Map<Place, Observation>> recorded = new LinkedHashMap<>();
    private final Map<IndicatorCode, IndicatorDefinition> definitions = new LinkedHashMap<>();
    private final Map<GebiedCode, String> names = new HashMap<>();
    private final List<GebiedPlaced> toPlace = new ArrayList<>(List.of(
            new GebiedPlaced(new GebiedCode("GM0202"), new GebiedCode("PV25")),
            new GebiedPlaced(new GebiedCode("6828"), new GebiedCode("GM0202")),
            new GebiedPlaced(new GebiedCode("6829"), new GebiedCode("GM0202"))));
    private final Set<GebiedCode> closed = new HashSet<>();
    private int models;

    RandomFigures(Random random) {
        this.random = random;
        SmallCountry.DEFINITIONS.forEach(definition -> definitions.put(definition.code(), definition));
    }

    DomainEvent next() {
        Optional<? extends DomainEvent> event;
        do {
            event = kind().get();
        } while (event.isEmpty());
        return event.get();
    }

    private Supplier<Optional<? extends DomainEvent>> kind() {
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4, 5 -> this::record;
            case 6, 7, 8, 9, 10, 11 -> this::correct;
            case 12, 13, 14 -> this::reviseDefinition;
            case 15, 16 -> this::compose;
            case 17 -> this::place;
            case 18 -> this::rename;
            case 19 -> this::close;
            case 20 -> this::publishModel;
            default -> this::retire;
        };
    }

    private Optional<IndicatorRecorded> record() {
        SeriesId series = SeriesId.of(one(definitions.keySet()), one(SmallCountry.GEBIEDEN));
        Map<Place, Observation> held = recorded.computeIfAbsent(series, _ -> new LinkedHashMap<>());
        List<Observation> fresh = new ArrayList<>();
        for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
            for (Period period : SmallCountry.PERIODS) {
                if (SeriesId.of(series.indicator(), gebied).equals(series)
                        && !held.containsKey(new Place(gebied, period))
                        && random.nextInt(3) > 0) {
                    fresh.add(observation(gebied, period));
                }
            }
        }
        return fresh.isEmpty() ? Optional.empty() : Optional.of(new IndicatorRecorded(series, null, hold(held, fresh)));
    }

    private Optional<ObservationsRevised> correct() {
        List<SeriesId> open = recorded.keySet().stream()
                .filter(series -> definitions.containsKey(series.indicator()))
                .filter(series -> !recorded.getOrDefault(series, Map.of()).isEmpty())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        SeriesId series = one(open);
        Map<Place, Observation> held = recorded.getOrDefault(series, Map.of());
        List<Observation> corrected = new ArrayList<>();
        for (Place place : some(held.keySet(), 2)) {
            Observation other = observation(place.gebied(), place.period());
            if (!other.equals(held.get(place))) {
                corrected.add(other);
            }
        }
        return corrected.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObservationsRevised(series, null, "Beter geteld", hold(held, corrected)));
    }

    private static List<Observation> hold(Map<Place, Observation> held, List<Observation> observations) {
        observations.forEach(each -> held.put(new Place(each.gebied(), each.period()), each));
        return observations;
    }

    /** Of small numbers, so that many are under a threshold; each fifth is missing. */
    private Observation observation(GebiedCode gebied, Period period) {
        if (random.nextInt(5) == 0) {
            return Observation.missing(gebied, period, one(List.of(MissingReason.values())));
        }
        ObsStatus status = one(List.of(ObsStatus.FINAL, ObsStatus.PROVISIONAL, ObsStatus.ESTIMATED));
        return new Observation(gebied, period, (double) random.nextInt(20), status, null);
    }

    private Optional<IndicatorDefinitionRevised> reviseDefinition() {
        IndicatorDefinition definition = one(definitions.values());
        @Nullable Double threshold = random.nextInt(3) == 0 ? null : Double.valueOf(3 + random.nextInt(8));
        String aggregation =
                switch (definition.code().value()) {
                    case "PERCENTAGE" -> one(List.of("RATE(WERKLOOS,AANTAL)", "RATE(WERKLOOS,AANTAL)", "MEAN"));
                    case "WERKLOOS" -> one(List.of("SUM", "SUM", "NONE"));
                    default -> definition.aggregation().rule();
                };
        IndicatorDefinition other = SmallCountry.definition(definition.code(), aggregation, threshold);
        if (other.equals(definition)) {
            return Optional.empty();
        }
        definitions.put(other.code(), other);
        return Optional.of(new IndicatorDefinitionRevised(other, "Nieuwe grens"));
    }

    private Optional<GebiedComposed> compose() {
        return Optional.of(new GebiedComposed(
                one(SmallCountry.FOCUS_AREAS),
                new Composition(
                        new TreeSet<>(some(SmallCountry.OTHERS.subList(2, SmallCountry.OTHERS.size()), 4)),
                        2022 + random.nextInt(3),
                        one(List.of(CompositionStatus.values())))));
    }

    private Optional<GebiedPlaced> place() {
        return toPlace.isEmpty() ? Optional.empty() : Optional.of(toPlace.remove(random.nextInt(toPlace.size())));
    }

    private Optional<GebiedRenamed> rename() {
        GebiedCode gebied = one(SmallCountry.GEBIEDEN);
        String name = "Naam " + random.nextInt(1_000);
        return name.equals(names.put(gebied, name)) ? Optional.empty() : Optional.of(new GebiedRenamed(gebied, name));
    }

    private Optional<GebiedClosed> close() {
        List<GebiedCode> buurten = SmallCountry.OTHERS.stream()
                .filter(code -> code.value().startsWith("BU") && !closed.contains(code))
                .toList();
        if (buurten.size() < 3) {
            return Optional.empty();
        }
        GebiedCode gebied = one(buurten);
        closed.add(gebied);
        TreeMap<GebiedCode, Double> shares = new TreeMap<>();
        buurten.stream().filter(code -> !code.equals(gebied)).limit(2).forEach(code -> shares.put(code, 0.5));
        return Optional.of(new GebiedClosed(
                gebied,
                DAY,
                new TreeSet<>(shares.keySet()),
                random.nextBoolean() ? null : new SuccessorShares(ShareBasis.ADDRESSES, shares)));
    }

    private Optional<ScoreModelPublished> publishModel() {
        return models == 3 ? Optional.empty() : Optional.of(new ScoreModelPublished(SmallCountry.model(++models)));
    }

    private Optional<IndicatorRetired> retire() {
        return random.nextInt(4) > 0 || definitions.remove(SmallCountry.KLOOF) == null
                ? Optional.empty()
                : Optional.of(new IndicatorRetired(SmallCountry.KLOOF, DAY, "Niet meer gemeten"));
    }

    private <T> T one(Iterable<T> of) {
        List<T> all = new ArrayList<>();
        of.forEach(all::add);
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(Iterable<T> of, int atMost) {
        Set<T> some = new LinkedHashSet<>();
        for (int drawn = random.nextInt(atMost); drawn >= 0; drawn--) {
            some.add(one(of));
        }
        return List.copyOf(some);
    }
}
