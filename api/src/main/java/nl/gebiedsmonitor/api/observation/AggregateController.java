package nl.gebiedsmonitor.api.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.gebiedsmonitor.api.gebied.GebiedParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.observation.CompositionQueries;
import nl.gebiedsmonitor.projections.observation.CompositionQueries.Composed;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of one indicator for a composed gebied, or for some gebieden taken together, through all periods. */
@RestController
class AggregateController {

    private static final ListRule MEMBERS = new ListRule("list-members", "gebied", "gebieden to take together", 1, 500);

    private static final double USUAL_COVERAGE = 0.8;

    /**
     * The figures of some gebieden together; one gebied counts by its own figures where it has any.
     *
     * @param aggregation the rule of the indicator that they are made by
     */
    record Answer(
            String indicator,
            List<String> gebieden,
            String aggregation,
            @Nullable Integer boundaries,
            List<Aggregated> observations) {}

    /** One figure; without composition it was recorded for the gebied itself. */
    record Aggregated(
            String period,
            @Nullable Double value,
            ObsStatus status,
            @Nullable MissingReason missingReason,
            @Nullable CompositionBody composition) {

        static Aggregated of(Period period, Made made) {
            return new Aggregated(
                    period.value(), made.value(), made.status(), made.missingReason(), CompositionBody.of(made));
        }
    }

    private final CompositionQueries compositions;
    private final IndicatorQueries indicators;
    private final GebiedParameters known;
    private final Vintages vintages;

    AggregateController(
            CompositionQueries compositions, IndicatorQueries indicators, GebiedParameters known, Vintages vintages) {
        this.compositions = compositions;
        this.indicators = indicators;
        this.known = known;
        this.vintages = vintages;
    }

    @GetMapping("/v1/observations/aggregate")
    Answer aggregate(
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String minimumCoverage,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<IndicatorCode> code = fields.required("indicator", indicator, IndicatorCode::new);
        List<GebiedCode> gebieden = fields.list(MEMBERS, gebied, GebiedCode::new);
        PeriodBounds bounds = PeriodBounds.read(from, to, fields);
        Field<Integer> year = fields.optional("boundaries", boundaries, Composition::readReferenceYear);
        double coverage = fields.optional("minimumCoverage", minimumCoverage, AggregateController::share)
                .or(USUAL_COVERAGE);
        long position = vintages.position(
                asOf,
                fields,
                GebiedProjection.NAME,
                IndicatorProjection.NAME,
                ObservationProjection.NAME,
                DisclosureProjection.NAME);
        known.requireKnown(MEMBERS.field(), gebieden, position, fields);
        IndicatorDefinition definition = fields.make(() -> indicators
                .find(code.get(), position)
                .orElseThrow(() -> new NotFound("indicator " + indicator))
                .definition());
        Composed composed = compositions.of(
                new CompositionQueries.Terms(Set.of(code.get()), null, coverage), gebieden, List.of(), position);
        return fields.make(() -> new Answer(
                code.get().value(),
                gebieden.stream().map(GebiedCode::value).toList(),
                definition.aggregation().rule(),
                year.orNull(),
                aggregated(composed, period -> made(composed, code.get(), gebieden, period, year.orNull()), bounds)));
    }

    private static Made made(
            Composed composed,
            IndicatorCode indicator,
            List<GebiedCode> gebieden,
            Period period,
            @Nullable Integer boundaries) {
        if (gebieden.size() > 1) {
            return composed.figures().together(indicator, gebieden, period, boundaries);
        }
        GebiedCode only = gebieden.getFirst();
        return boundaries == null
                ? composed.figures().of(indicator, only, period)
                : composed.figures().of(indicator, only, period, boundaries);
    }

    private static List<Aggregated> aggregated(Composed composed, Function<Period, Made> figures, PeriodBounds bounds) {
        List<Aggregated> aggregated = new ArrayList<>();
        for (Period period : composed.periods()) {
            if (bounds.hold(period)) {
                aggregated.add(Aggregated.of(period, figures.apply(period)));
            }
        }
        return aggregated;
    }

    private static Double share(String text) {
        try {
            return ModelDefinition.MINIMUM_COVERAGE.read(Double.parseDouble(text));
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("minimum-coverage", text, "A minimum coverage is a share, a number from 0 to 1.");
        }
    }
}
