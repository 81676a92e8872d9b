package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static nl.gebiedsmonitor.domain.observation.Register.AFWIJKING;
import static nl.gebiedsmonitor.domain.observation.Register.ARNHEM;
import static nl.gebiedsmonitor.domain.observation.Register.QUARTER;
import static nl.gebiedsmonitor.domain.observation.Register.RETIRED;
import static nl.gebiedsmonitor.domain.observation.Register.UNDEFINED;
import static nl.gebiedsmonitor.domain.observation.Register.UNKNOWN;
import static nl.gebiedsmonitor.domain.observation.Register.YEAR;
import static nl.gebiedsmonitor.domain.observation.Register.YEAR_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.RecordIndicator;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import org.assertj.core.groups.Tuple;
import org.assertj.core.matcher.AssertionMatcher;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIndicatorTest {

    private static final SeriesId SERIES = SeriesId.of(AFWIJKING, ARNHEM);
    private static final Observation FINAL = Observation.of(ARNHEM, YEAR, 1.5);
    private static final Observation CORRECTED = Observation.of(ARNHEM, YEAR, 1.6);

    private final FixtureConfiguration<ObservationSeries> fixture = new AggregateTestFixture<>(ObservationSeries.class);

    @BeforeEach
    void open_the_desk() {
        var deliveries = EventSourcingRepository.builder(Delivery.class)
                .eventStore(fixture.getEventStore())
                .build();
        fixture.registerAnnotatedCommandHandler(
                new ObservationDesk(fixture.getRepository(), deliveries, Register.INDICATORS, Register.GEBIEDEN));
    }

    @Test
    void an_observation_is_recorded() {
        fixture.givenNoPriorActivity()
                .when(record(FINAL))
                .expectResultMessagePayload(Outcome.RECORDED)
                .expectEvents(recorded(FINAL));
    }

    @Test
    void an_observation_without_a_value_is_recorded() {
        Observation missing = Observation.missing(ARNHEM, YEAR, MissingReason.SUPPRESSED);
        fixture.givenNoPriorActivity()
                .when(record(missing))
                .expectResultMessagePayload(Outcome.RECORDED)
                .expectEvents(recorded(missing));
    }

    @Test
    void another_period_is_recorded_beside_the_first() {
        Observation before = Observation.of(ARNHEM, YEAR_BEFORE, 1.4);
        fixture.given(recorded(FINAL))
                .when(record(before))
                .expectResultMessagePayload(Outcome.RECORDED)
                .expectEvents(recorded(before));
    }

    @Test
    void an_identical_observation_changes_nothing() {
        fixture.given(recorded(FINAL))
                .when(record(FINAL))
                .expectResultMessagePayload(Outcome.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void an_identical_observation_changes_nothing_though_it_calls_itself_a_revision() {
        fixture.given(recorded(FINAL))
                .when(revise(FINAL))
                .expectResultMessagePayload(Outcome.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void a_final_value_is_not_replaced_without_a_reason() {
        for (Observation other : List.of(
                CORRECTED,
                new Observation(ARNHEM, YEAR, 1.5, ObsStatus.PROVISIONAL, null),
                Observation.missing(ARNHEM, YEAR, MissingReason.SUPPRESSED))) {
            fixture.given(recorded(FINAL))
                    .when(record(other))
                    .expectException(RefusedBy.rule("final-value-needs-revision"))
                    .expectNoEvents();
        }
    }

    @Test
    void a_final_value_is_replaced_by_a_revision_with_a_reason() {
        fixture.given(recorded(FINAL))
                .when(revise(CORRECTED))
                .expectResultMessagePayload(Outcome.REVISED)
                .expectEvents(revised("Rekenfout", CORRECTED));
    }

    @Test
    void a_revised_value_is_the_one_that_is_compared_with() {
        fixture.given(recorded(FINAL), revised("Rekenfout", CORRECTED))
                .when(record(CORRECTED))
                .expectResultMessagePayload(Outcome.UNCHANGED)
                .expectNoEvents();
        fixture.given(recorded(FINAL), revised("Rekenfout", CORRECTED))
                .when(record(FINAL))
                .expectException(RefusedBy.rule("final-value-needs-revision"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(value = ObsStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "FINAL")
    void an_observation_that_is_not_final_is_replaced_freely(ObsStatus status) {
        Observation held = new Observation(ARNHEM, YEAR, status == ObsStatus.MISSING ? null : 1.5, status, null);
        fixture.given(recorded(held))
                .when(record(FINAL))
                .expectResultMessagePayload(Outcome.REVISED)
                .expectEvents(revised(null, FINAL));
    }

    @Test
    void the_reason_of_a_revision_is_kept_whatever_it_replaces() {
        fixture.given(recorded(new Observation(ARNHEM, YEAR, 1.5, ObsStatus.PROVISIONAL, null)))
                .when(revise(FINAL))
                .expectEvents(revised("Rekenfout", FINAL));
    }

    @Test
    void a_revision_of_what_is_not_there_yet_is_recorded() {
        fixture.givenNoPriorActivity()
                .when(revise(FINAL))
                .expectResultMessagePayload(Outcome.RECORDED)
                .expectEvents(recorded(FINAL));
    }

    @Test
    void the_gebied_is_registered() {
        fixture.givenNoPriorActivity()
                .when(record(Observation.of(UNKNOWN, YEAR, 1.5)))
                .expectException(RefusedBy.rule("gebied-known"))
                .expectNoEvents();
    }

    @Test
    void the_indicator_is_defined() {
        fixture.givenNoPriorActivity()
                .when(new RecordIndicator(UNDEFINED, FINAL, null))
                .expectException(RefusedBy.rule("indicator-defined"))
                .expectNoEvents();
    }

    @Test
    void a_retired_indicator_takes_no_observations() {
        fixture.givenNoPriorActivity()
                .when(new RecordIndicator(RETIRED, FINAL, null))
                .expectException(RefusedBy.rule("indicator-in-use"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-H1", "2024-Q1", "2024-01", "2024/2025"})
    void the_period_is_of_the_frequency_of_the_indicator(Period period) {
        fixture.givenNoPriorActivity()
                .when(record(Observation.of(ARNHEM, period, 1.5)))
                .expectException(RefusedBy.rule("period-fits-frequency"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50.00000000000001, 50.00000000000001, -Double.MAX_VALUE, Double.MAX_VALUE})
    void a_value_out_of_the_range_of_the_indicator_is_refused(double value) {
        fixture.givenNoPriorActivity()
                .when(record(Observation.of(ARNHEM, YEAR, value)))
                .expectException(RefusedBy.rule("value-in-range"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50, 0, 50})
    void a_value_at_a_bound_lies_in_the_range(double value) {
        Observation observation = Observation.of(ARNHEM, YEAR, value);
        fixture.givenNoPriorActivity().when(record(observation)).expectEvents(recorded(observation));
    }

    @Test
    void every_fault_is_told_at_once_and_without_a_line() {
        fixture.givenNoPriorActivity()
                .when(record(Observation.of(UNKNOWN, QUARTER, 99)))
                .expectException(faults(
                        tuple(null, "gebied", "GM9999", "gebied-known"),
                        tuple(null, "period", "2024-Q1", "period-fits-frequency"),
                        tuple(null, "value", "99.0", "value-in-range")))
                .expectNoEvents();
    }

    @Test
    void what_only_the_present_state_forbids_breaks_a_rule_of_the_domain() {
        fixture.givenNoPriorActivity()
                .when(new RecordIndicator(UNDEFINED, Observation.of(UNKNOWN, YEAR, 1), null))
                .expectException(RuleViolated.class);
    }

    @Test
    void what_is_wrong_in_itself_is_invalid_whatever_else_stands_in_its_way() {
        fixture.givenNoPriorActivity()
                .when(record(Observation.of(UNKNOWN, YEAR, 99)))
                .expectException(InputRejected.class);
    }

    @Test
    void a_reason_of_a_revision_has_1_to_1000_characters() {
        assertInvalid("revision-reason", () -> new RecordIndicator(AFWIJKING, FINAL, " "));
        assertInvalid("revision-reason", () -> new RecordIndicator(AFWIJKING, FINAL, "x".repeat(1001)));
    }

    private static RecordIndicator record(Observation observation) {
        return new RecordIndicator(AFWIJKING, observation, null);
    }

    private static RecordIndicator revise(Observation observation) {
        return new RecordIndicator(AFWIJKING, observation, "Rekenfout");
    }

    private static IndicatorRecorded recorded(Observation observation) {
        return new IndicatorRecorded(SERIES, null, List.of(observation));
    }

    private static ObservationsRevised revised(@Nullable String reason, Observation observation) {
        return new ObservationsRevised(SERIES, null, reason, List.of(observation));
    }

    private static Matcher<Throwable> faults(Tuple... expected) {
        return new AssertionMatcher<>() {
            @Override
            public void assertion(Throwable thrown) {
                assertThat(faultsOf(thrown))
                        .extracting(Fault::line, Fault::field, Fault::value, Fault::rule)
                        .containsExactly(expected);
            }
        };
    }

    private static List<Fault> faultsOf(Throwable thrown) {
        return switch (thrown) {
            case InputRejected rejected -> rejected.faults();
            case RuleViolated violated -> violated.faults();
            default -> throw new AssertionError("Not refused", thrown);
        };
    }
}
