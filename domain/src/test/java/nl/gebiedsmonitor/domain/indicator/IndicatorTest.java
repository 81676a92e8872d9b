package nl.gebiedsmonitor.domain.indicator;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.RetireIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.ReviseIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTest {

    private static final IndicatorCode AFWIJKING = new IndicatorCode("LBM-AFW");
    private static final IndicatorDefinition DEFINITION = definition("Afwijking van het gemiddelde", Frequency.YEAR);
    private static final IndicatorDefinition REWORDED = definition("Afwijking van Nederland", Frequency.YEAR);
    private static final LocalDate RETIRED_ON = LocalDate.of(2024, 1, 1);

    private final FixtureConfiguration<Indicator> fixture = new AggregateTestFixture<>(Indicator.class);

    @Test
    void an_indicator_is_defined() {
        fixture.givenNoPriorActivity()
                .when(new DefineIndicator(DEFINITION))
                .expectResultMessagePayload(true)
                .expectEvents(new IndicatorDefined(DEFINITION));
    }

    @Test
    void an_indicator_defined_just_so_again_is_unchanged() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(new DefineIndicator(definition("Afwijking van het gemiddelde", Frequency.YEAR)))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void an_indicator_is_not_defined_again_in_other_words() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(new DefineIndicator(REWORDED))
                .expectException(RefusedBy.rule("indicator-defined-once"))
                .expectNoEvents();
    }

    @Test
    void a_revised_indicator_is_defined_in_its_latest_words() {
        fixture.given(new IndicatorDefined(DEFINITION), revised(REWORDED))
                .when(new DefineIndicator(REWORDED))
                .expectResultMessagePayload(false)
                .expectNoEvents();
        fixture.given(new IndicatorDefined(DEFINITION), revised(REWORDED))
                .when(new DefineIndicator(DEFINITION))
                .expectException(RefusedBy.rule("indicator-defined-once"))
                .expectNoEvents();
    }

    @Test
    void a_definition_is_revised_with_a_reason() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(revise(REWORDED))
                .expectResultMessagePayload(true)
                .expectEvents(revised(REWORDED));
    }

    @Test
    void a_revision_that_changes_no_word_is_unchanged() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(revise(DEFINITION))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void a_definition_may_be_revised_back() {
        fixture.given(new IndicatorDefined(DEFINITION), revised(REWORDED))
                .when(revise(DEFINITION))
                .expectResultMessagePayload(true)
                .expectEvents(revised(DEFINITION));
    }

    @Test
    void the_frequency_of_an_indicator_is_fixed() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(revise(definition("Afwijking van het gemiddelde", Frequency.QUARTER)))
                .expectException(RefusedBy.rule("frequency-is-fixed"))
                .expectNoEvents();
    }

    @Test
    void only_a_defined_indicator_is_revised_or_retired() {
        for (IndicatorCommand change : List.of(revise(REWORDED), retire())) {
            fixture.givenNoPriorActivity()
                    .when(change)
                    .expectException(AggregateNotFoundException.class)
                    .expectNoEvents();
        }
    }

    @Test
    void an_indicator_is_retired_with_a_reason() {
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(retire())
                .expectEvents(new IndicatorRetired(AFWIJKING, RETIRED_ON, "Wordt niet meer gepubliceerd"));
    }

    @Test
    void a_retired_indicator_takes_no_revision_and_does_not_retire_again() {
        for (IndicatorCommand change : List.of(revise(REWORDED), revise(DEFINITION), retire())) {
            fixture.given(new IndicatorDefined(DEFINITION), retired())
                    .when(change)
                    .expectException(RefusedBy.rule("indicator-in-use"))
                    .expectNoEvents();
        }
    }

    @Test
    void a_retired_indicator_defined_just_so_again_is_unchanged() {
        fixture.given(new IndicatorDefined(DEFINITION), retired())
                .when(new DefineIndicator(DEFINITION))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void a_revision_and_a_retirement_have_a_reason(String reason) {
        assertInvalid("reason", () -> new ReviseIndicator(REWORDED, reason));
        assertInvalid("reason", () -> new RetireIndicator(AFWIJKING, RETIRED_ON, reason));
    }

    @Test
    void a_reason_has_at_most_1000_characters() {
        assertInvalid("reason", () -> new ReviseIndicator(REWORDED, "x".repeat(1001)));
        fixture.given(new IndicatorDefined(DEFINITION))
                .when(new ReviseIndicator(REWORDED, "x".repeat(1000)))
                .expectEvents(new IndicatorDefinitionRevised(REWORDED, "x".repeat(1000)));
    }

    private static IndicatorDefinition definition(String name, Frequency frequency) {
        return new IndicatorDefinition(
                AFWIJKING,
                name,
                null,
                "score",
                frequency,
                null,
                Polarity.HIGHER_IS_BETTER,
                -50.0,
                50.0,
                2,
                Aggregation.NONE,
                "Leefbaarometer",
                null);
    }

    private static ReviseIndicator revise(IndicatorDefinition definition) {
        return new ReviseIndicator(definition, " Gelijk aan de bron ");
    }

    private static IndicatorDefinitionRevised revised(IndicatorDefinition definition) {
        return new IndicatorDefinitionRevised(definition, "Gelijk aan de bron");
    }

    private static RetireIndicator retire() {
        return new RetireIndicator(AFWIJKING, RETIRED_ON, "Wordt niet meer gepubliceerd");
    }

    private static IndicatorRetired retired() {
        return new IndicatorRetired(AFWIJKING, RETIRED_ON, "Wordt niet meer gepubliceerd");
    }
}
