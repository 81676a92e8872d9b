package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.leefbaarheid.Models.GROEN;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.VERHUIS;
import static nl.gebiedsmonitor.domain.leefbaarheid.Models.WERKLOOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand.PublishScoreModel;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.observation.Period;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreModelTest {

    private final FixtureConfiguration<ScoreModel> fixture = new AggregateTestFixture<>(ScoreModel.class);
    private final Set<IndicatorCode> defined = new HashSet<>(Set.of(WERKLOOS, VERHUIS, GROEN));

    /** Of unemployment in the gemeenten of 2024, with a mean of 4 and a standard deviation of 2. */
    private List<Double> recorded = List.of(2.0, 6.0, 2.0, 6.0);

    @BeforeEach
    void define_indicators_and_record_figures() {
        Indicators indicators = codes ->
                codes.stream().filter(defined::contains).collect(Collectors.toMap(code -> code, ScoreModelTest::known));
        ReferenceFigures figures = (indicator, within, type, period) -> indicator.equals(WERKLOOS)
                        && within.equals(new GebiedCode("NL"))
                        && type == GebiedType.GEMEENTE
                        && period.equals(new Period("2024"))
                ? recorded
                : List.of();
        fixture.registerInjectableResource(indicators);
        fixture.registerInjectableResource(figures);
    }

    @Test
    void a_model_is_published_as_it_is_given() {
        fixture.givenNoPriorActivity()
                .when(publish(Models.example(3.0, 1.5)))
                .expectResultMessagePayload(new Publication(Models.example(3.0, 1.5), true))
                .expectEvents(new ScoreModelPublished(Models.example(3.0, 1.5)));
    }

    @Test
    void parameters_that_are_left_out_are_computed_from_the_figures_of_reference() {
        fixture.givenNoPriorActivity()
                .when(publish(Models.example(null, null)))
                .expectResultMessagePayload(new Publication(Models.example(4.0, 2.0), true))
                .expectEvents(new ScoreModelPublished(Models.example(4.0, 2.0)));
    }

    @Test
    void an_identical_model_published_again_changes_nothing() {
        fixture.given(new ScoreModelPublished(Models.example(4.0, 2.0)))
                .when(publish(Models.example(4.0, 2.0)))
                .expectResultMessagePayload(new Publication(Models.example(4.0, 2.0), false))
                .expectNoEvents();
    }

    @Test
    void parameters_left_out_again_agree_with_those_computed_before_whatever_is_recorded_now() {
        recorded = List.of();
        fixture.given(new ScoreModelPublished(Models.example(4.0, 2.0)))
                .when(publish(Models.example(null, null)))
                .expectResultMessagePayload(new Publication(Models.example(4.0, 2.0), false))
                .expectNoEvents();
    }

    @Test
    void a_published_model_does_not_change() {
        ModelDefinition published = Models.example(4.0, 2.0);
        for (ModelDefinition other : List.of(
                Models.example(4.0, 3.0),
                Models.example("Ander voorbeeld", 4.0, 2.0),
                Models.example("Ander voorbeeld", null, null),
                Models.of("Voorbeeld", published.dimensions().reversed(), List.of()))) {
            fixture.given(new ScoreModelPublished(published))
                    .when(publish(other))
                    .expectException(RefusedBy.rule("score-model-immutable"))
                    .expectNoEvents();
        }
    }

    @Test
    void a_published_model_is_found_again_after_an_indicator_is_no_longer_known() {
        defined.clear();
        fixture.given(new ScoreModelPublished(Models.example(4.0, 2.0)))
                .when(publish(Models.example(4.0, 2.0)))
                .expectResultMessagePayload(new Publication(Models.example(4.0, 2.0), false))
                .expectNoEvents();
    }

    @Test
    void all_indicators_that_are_not_defined_are_told_at_once() {
        fixture.givenNoPriorActivity()
                .when(publish(Models.leefbaarometer()))
                .expectException(RefusedBy.rule("indicator-defined"))
                .expectExceptionMessage("Not defined: [LBM-AFW, LBM-FYS, LBM-ONV, LBM-SOC, LBM-VRZ, LBM-WON].")
                .expectNoEvents();
    }

    @Test
    void the_aggregation_weight_need_not_be_defined_yet() {
        assertThat(defined).doesNotContain(Models.example(3.0, 1.5).aggregationWeight());
        fixture.givenNoPriorActivity().when(publish(Models.example(3.0, 1.5))).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_model_is_not_published_without_figures_of_reference_or_with_figures_that_are_all_the_same() {
        for (List<Double> without : List.of(List.<Double>of(), List.of(0.1, 0.1, 0.1))) {
            recorded = without;
            fixture.givenNoPriorActivity()
                    .when(publish(Models.example(null, null)))
                    .expectException(RefusedBy.rule("reference-figures"))
                    .expectNoEvents();
        }
    }

    @Test
    void every_indicator_without_figures_of_reference_is_told_at_once() {
        Standardisation zScore = Models.zScore(null, null);
        ModelDefinition model = Models.of(
                "Voorbeeld",
                List.of(new Dimension(
                        "soc",
                        "sociaal",
                        List.of(
                                new WeightedIndicator(VERHUIS, 1, zScore),
                                new WeightedIndicator(WERKLOOS, 1, zScore),
                                new WeightedIndicator(GROEN, 1, zScore)))),
                List.of());
        assertThatThrownBy(() ->
                        model.filledFrom((indicator, _, _, _) -> indicator.equals(WERKLOOS) ? recorded : List.of()))
                .isInstanceOfSatisfying(RuleViolated.class, refusal -> assertThat(refusal.faults())
                        .extracting(Fault::value)
                        .containsExactly("VERHUIS", "GROEN"));
    }

    private static Indicators.Known known(IndicatorCode code) {
        var definition = new IndicatorDefinition(
                code,
                "Naam",
                null,
                null,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                Aggregation.NONE,
                null,
                null);
        return new Indicators.Known(definition, false);
    }

    private static PublishScoreModel publish(ModelDefinition definition) {
        return new PublishScoreModel(definition);
    }
}
