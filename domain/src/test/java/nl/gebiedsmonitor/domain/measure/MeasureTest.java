package nl.gebiedsmonitor.domain.measure;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.AdjustMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.CompleteMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.RegisterMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StartMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StopMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    private static final MeasureId TAALKLASSEN = new MeasureId("arnhem-oost-taalklassen");
    private static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    private static final IndicatorCode TAALACHTERSTAND = new IndicatorCode("TAALACHTERSTAND");
    private static final LocalDate STARTED_ON = LocalDate.of(2021, 8, 30);
    private static final LocalDate LATER = LocalDate.of(2022, 2, 1);
    private static final MeasurePlan PLAN = plan("Taalklassen", TAALACHTERSTAND);
    private static final MeasurePlan WIDER_PLAN = plan("Taalklassen en huiswerkhulp", TAALACHTERSTAND);

    private final FixtureConfiguration<Measure> fixture = new AggregateTestFixture<>(Measure.class);

    @BeforeEach
    void register_arnhem_oost_and_define_the_indicator() {
        Gebieden gebieden = codes -> codes.stream().filter(ARNHEM_OOST::equals).collect(Collectors.toSet());
        var definition = new IndicatorDefinition(
                TAALACHTERSTAND,
                "Leerlingen met een taalachterstand",
                null,
                "%",
                Frequency.SCHOOL_YEAR,
                null,
                Polarity.LOWER_IS_BETTER,
                0.0,
                100.0,
                1,
                Aggregation.NONE,
                null,
                null);
        Indicators indicators = codes -> codes.contains(TAALACHTERSTAND)
                ? Map.of(TAALACHTERSTAND, new Indicators.Known(definition, false))
                : Map.of();
        fixture.registerInjectableResource(gebieden);
        fixture.registerInjectableResource(indicators);
    }

    @Test
    void a_measure_is_started_with_a_reason() {
        fixture.given(registered())
                .when(new StartMeasure(TAALKLASSEN, STARTED_ON, " Subsidie toegekend "))
                .expectEvents(new MeasureStarted(TAALKLASSEN, STARTED_ON, "Subsidie toegekend"));
    }

    @Test
    void a_reason_to_start_is_a_reason_when_it_is_given() {
        assertInvalid("reason", () -> new StartMeasure(TAALKLASSEN, STARTED_ON, " "));
    }

    @Test
    void a_measure_is_registered() {
        fixture.givenNoPriorActivity()
                .when(register(ARNHEM_OOST, PLAN))
                .expectResultMessagePayload(true)
                .expectEvents(registered());
    }

    @Test
    void an_identical_measure_registered_again_changes_nothing() {
        fixture.given(registered(), adjusted())
                .when(register(ARNHEM_OOST, PLAN))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void another_measure_is_not_registered_under_the_same_id() {
        fixture.given(registered())
                .when(register(ARNHEM_OOST, WIDER_PLAN))
                .expectException(RefusedBy.rule("measure-registered-once"))
                .expectNoEvents();
    }

    @Test
    void the_gebied_of_a_measure_is_registered() {
        fixture.givenNoPriorActivity()
                .when(register(new GebiedCode("SV-NERGENS"), PLAN))
                .expectException(RefusedBy.rule("gebied-known"));
    }

    @Test
    void the_target_indicators_of_a_measure_are_defined() {
        fixture.givenNoPriorActivity()
                .when(register(ARNHEM_OOST, plan("Taalklassen", new IndicatorCode("ONBEKEND"))))
                .expectException(RefusedBy.rule("indicator-defined"));
    }

    @Test
    void the_target_indicators_of_an_adjusted_measure_are_defined() {
        fixture.given(registered())
                .when(new AdjustMeasure(
                        TAALKLASSEN, LATER, "Breder", plan("Taalklassen", new IndicatorCode("ONBEKEND"))))
                .expectException(RefusedBy.rule("indicator-defined"));
    }

    @Test
    void a_planned_measure_starts() {
        fixture.given(registered())
                .when(new StartMeasure(TAALKLASSEN, STARTED_ON, null))
                .expectEvents(new MeasureStarted(TAALKLASSEN, STARTED_ON, null));
    }

    @Test
    void a_running_measure_does_not_start_again() {
        fixture.given(registered(), started())
                .when(new StartMeasure(TAALKLASSEN, LATER, null))
                .expectException(RefusedBy.rule("measure-status"));
    }

    @Test
    void a_planned_measure_is_adjusted() {
        fixture.given(registered()).when(adjust()).expectEvents(adjusted());
    }

    @Test
    void a_running_measure_is_adjusted() {
        fixture.given(registered(), started())
                .when(adjust())
                .expectResultMessagePayload(true)
                .expectEvents(adjusted());
    }

    @Test
    void an_adjustment_to_the_same_plan_changes_nothing() {
        fixture.given(registered(), adjusted())
                .when(adjust())
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void a_planned_measure_is_stopped() {
        fixture.given(registered())
                .when(new StopMeasure(TAALKLASSEN, LATER, "Geen leraren gevonden"))
                .expectEvents(stopped());
    }

    @Test
    void a_running_measure_is_stopped() {
        fixture.given(registered(), started())
                .when(new StopMeasure(TAALKLASSEN, LATER, "Geen leraren gevonden"))
                .expectEvents(stopped());
    }

    @Test
    void a_running_measure_is_completed() {
        fixture.given(registered(), started())
                .when(new CompleteMeasure(TAALKLASSEN, LATER, "Doel bereikt"))
                .expectEvents(completed());
    }

    @Test
    void a_planned_measure_is_not_completed() {
        fixture.given(registered())
                .when(new CompleteMeasure(TAALKLASSEN, LATER, "Doel bereikt"))
                .expectException(RefusedBy.rule("measure-status"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MeasureStatus.class,
            names = {"STOPPED", "COMPLETED"})
    void a_measure_that_ended_takes_no_more_steps(MeasureStatus ended) {
        MeasureEvent end = ended == MeasureStatus.STOPPED ? stopped() : completed();
        for (MeasureCommand step : List.of(
                new StartMeasure(TAALKLASSEN, LATER, null),
                adjust(),
                new StopMeasure(TAALKLASSEN, LATER, "Geen geld"),
                new CompleteMeasure(TAALKLASSEN, LATER, "Doel bereikt"))) {
            fixture.given(registered(), started(), end)
                    .when(step)
                    .expectException(RefusedBy.rule("measure-status"))
                    .expectNoEvents();
        }
    }

    @Test
    void no_step_is_dated_before_the_one_before_it() {
        LocalDate before = STARTED_ON.minusDays(1);
        for (MeasureCommand step : Set.of(
                new AdjustMeasure(TAALKLASSEN, before, "Breder", WIDER_PLAN),
                new StopMeasure(TAALKLASSEN, before, "Geen geld"),
                new CompleteMeasure(TAALKLASSEN, before, "Doel bereikt"))) {
            fixture.given(registered(), started())
                    .when(step)
                    .expectException(RefusedBy.rule("measure-dates-in-order"))
                    .expectNoEvents();
        }
    }

    @Test
    void a_measure_does_not_start_before_it_was_adjusted() {
        fixture.given(registered(), adjusted())
                .when(new StartMeasure(TAALKLASSEN, STARTED_ON, null))
                .expectException(RefusedBy.rule("measure-dates-in-order"));
    }

    @Test
    void a_measure_may_end_on_the_day_it_started() {
        fixture.given(registered(), started())
                .when(new StopMeasure(TAALKLASSEN, STARTED_ON, "Geen geld"))
                .expectEvents(new MeasureStopped(TAALKLASSEN, STARTED_ON, "Geen geld"));
    }

    @Test
    void a_step_that_asks_for_one_has_a_reason() {
        assertInvalid("reason", () -> new AdjustMeasure(TAALKLASSEN, LATER, " ", PLAN));
        assertInvalid("reason", () -> new StopMeasure(TAALKLASSEN, LATER, ""));
        assertInvalid("reason", () -> new CompleteMeasure(TAALKLASSEN, LATER, "x".repeat(1001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "Taal", "taal--klas", "taal-", "taal klas"})
    void a_text_of_another_grammar_is_no_measure_id(String text) {
        assertInvalid("measure-id", () -> new MeasureId(text));
    }

    @Test
    void a_measure_id_has_at_most_80_characters() {
        assertThat(new MeasureId("x".repeat(80))).hasToString("x".repeat(80));
        assertInvalid("measure-id", () -> new MeasureId("x".repeat(81)));
    }

    private static MeasurePlan plan(String title, IndicatorCode target) {
        return new MeasurePlan(
                title,
                "Extra taalles na schooltijd",
                LocalDate.of(2021, 8, 1),
                LocalDate.of(2024, 7, 31),
                "Gemeente Arnhem",
                List.of(target));
    }

    private static RegisterMeasure register(GebiedCode gebied, MeasurePlan plan) {
        return new RegisterMeasure(TAALKLASSEN, gebied, Opgave.ONDERWIJSACHTERSTANDEN, plan);
    }

    private static MeasureRegistered registered() {
        return new MeasureRegistered(TAALKLASSEN, ARNHEM_OOST, Opgave.ONDERWIJSACHTERSTANDEN, PLAN);
    }

    private static MeasureStarted started() {
        return new MeasureStarted(TAALKLASSEN, STARTED_ON, null);
    }

    private static AdjustMeasure adjust() {
        return new AdjustMeasure(TAALKLASSEN, LATER, "Ook huiswerkhulp", WIDER_PLAN);
    }

    private static MeasureAdjusted adjusted() {
        return new MeasureAdjusted(TAALKLASSEN, LATER, "Ook huiswerkhulp", WIDER_PLAN);
    }

    private static MeasureStopped stopped() {
        return new MeasureStopped(TAALKLASSEN, LATER, "Geen leraren gevonden");
    }

    private static MeasureCompleted completed() {
        return new MeasureCompleted(TAALKLASSEN, LATER, "Doel bereikt");
    }
}
