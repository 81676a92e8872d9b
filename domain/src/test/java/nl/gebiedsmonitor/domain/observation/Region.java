package nl.gebiedsmonitor.domain.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Membership;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.gebied.Succession;
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import org.jspecify.annotations.Nullable;

/** Gebieden with their figures, from which others are made. */
final class Region {

    private record Place(IndicatorCode indicator, GebiedCode gebied, Period period) {}

    private final Map<GebiedCode, Optional<GebiedCode>> registered = new HashMap<>();
    private final Map<GebiedCode, Composition> compositions = new HashMap<>();
    private final List<Closure> closures = new ArrayList<>();
    private final Map<GebiedCode, Integer> firstYears = new HashMap<>();
    private final Map<IndicatorCode, IndicatorDefinition> definitions = new HashMap<>();
    private final Map<Place, Figure> figures = new HashMap<>();
    private @Nullable IndicatorCode defaultWeight;
    private double minimumCoverage;

    Region of(String... gebieden) {
        for (String gebied : gebieden) {
            registered.putIfAbsent(new GebiedCode(gebied), new GebiedCode(gebied).parent());
        }
        return this;
    }

    Region placed(String gebied, String parent) {
        registered.put(new GebiedCode(gebied), Optional.of(new GebiedCode(parent)));
        return this;
    }

    Region composed(String focus, int referenceYear, String... members) {
        compositions.put(
                new GebiedCode(focus),
                new Composition(new TreeSet<>(codes(members)), referenceYear, CompositionStatus.ESTABLISHED));
        return this;
    }

    Region closed(String gebied, String on, String... successors) {
        closures.add(new Closure(
                new GebiedCode(gebied), LocalDate.parse(on), new Succession(new TreeSet<>(codes(successors)), null)));
        return of(gebied).of(successors);
    }

    Region divided(String gebied, String on, Map<String, Double> shares) {
        TreeMap<GebiedCode, Double> byCode = new TreeMap<>();
        shares.forEach((successor, share) -> byCode.put(new GebiedCode(successor), share));
        closures.add(new Closure(
                new GebiedCode(gebied),
                LocalDate.parse(on),
                new Succession(new TreeSet<>(byCode.keySet()), new SuccessorShares(ShareBasis.ADDRESSES, byCode))));
        return of(gebied).of(shares.keySet().toArray(String[]::new));
    }

    Region withFiguresSince(String gebied, int year) {
        firstYears.put(new GebiedCode(gebied), year);
        return this;
    }

    Region defined(String indicator, String aggregation) {
        return defined(indicator, aggregation, null);
    }

    Region defined(String indicator, String aggregation, @Nullable String unit) {
        IndicatorCode code = new IndicatorCode(indicator);
        definitions.put(
                code,
                new IndicatorDefinition(
                        code,
                        indicator,
                        null,
                        unit,
                        Frequency.YEAR,
                        null,
                        Polarity.NEUTRAL,
                        null,
                        null,
                        null,
                        new Aggregation(aggregation),
                        null,
                        null));
        return this;
    }

    Region weighedBy(String indicator) {
        defaultWeight = new IndicatorCode(indicator);
        return this;
    }

    Region coveredFrom(double coverage) {
        minimumCoverage = coverage;
        return this;
    }

    Region figure(String indicator, String gebied, int year, double value) {
        return figure(indicator, gebied, year, new Figure(value, ObsStatus.FINAL, null));
    }

    Region provisional(String indicator, String gebied, int year, double value) {
        return figure(indicator, gebied, year, new Figure(value, ObsStatus.PROVISIONAL, null));
    }

    Region missing(String indicator, String gebied, int year, MissingReason reason) {
        return figure(indicator, gebied, year, new Figure(null, ObsStatus.MISSING, reason));
    }

    private Region figure(String indicator, String gebied, int year, Figure figure) {
        figures.put(new Place(new IndicatorCode(indicator), new GebiedCode(gebied), period(year)), figure);
        return of(gebied);
    }

    Made made(String indicator, String gebied, int year) {
        return composed().of(new IndicatorCode(indicator), new GebiedCode(gebied), period(year));
    }

    Made madeOnBoundaries(int boundaryYear, String indicator, String gebied, int year) {
        return composed().of(new IndicatorCode(indicator), new GebiedCode(gebied), period(year), boundaryYear);
    }

    Made madeTogether(int boundaryYear, String indicator, int year, String... gebieden) {
        return composed().together(new IndicatorCode(indicator), codes(gebieden), period(year), boundaryYear);
    }

    private ComposedFigures composed() {
        return new ComposedFigures(
                new Membership(registered, compositions, closures, firstYears),
                (indicator, gebied, period) -> figures.get(new Place(indicator, gebied, period)),
                definitions,
                defaultWeight,
                minimumCoverage);
    }

    private static Period period(int year) {
        return new Period(Integer.toString(year));
    }

    private static Collection<GebiedCode> codes(String... codes) {
        return Arrays.stream(codes).map(GebiedCode::new).toList();
    }
}
