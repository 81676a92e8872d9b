package nl.gebiedsmonitor.domain.study;

import static nl.gebiedsmonitor.domain.study.Studies.DONORS;
import static nl.gebiedsmonitor.domain.study.Studies.PLANNED;
import static nl.gebiedsmonitor.domain.study.Studies.STUDY;
import static nl.gebiedsmonitor.domain.study.Studies.TREATED;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.measure.Measures;
import nl.gebiedsmonitor.domain.study.Donors.Excluded;
import nl.gebiedsmonitor.domain.study.Donors.Excluded.Why;
import nl.gebiedsmonitor.domain.study.StudyCommand.AmendStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.AssessStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.CancelReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.ConcludeStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.DesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.FailReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.RecordResults;
import nl.gebiedsmonitor.domain.study.StudyCommand.RedesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.RegisterStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.RequestReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.StartStudy;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingCancelled;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingFailed;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingRequested;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAssessed;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyConcluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRegistered;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyStarted;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectStudyTest {

    private static final StudyDesign DESIGN = Studies.design();
    private static final StudyDesign OTHER =
            Studies.design(new DonorPool(DONORS, null, true), MissingRule.DROP_GEBIEDEN, Estimator.SC);
    private static final LocalDate DAY = LocalDate.of(2022, 1, 1);

    private static final StudyDesigned DESIGNED = new StudyDesigned(STUDY, DESIGN);
    private static final StudyRegistered REGISTERED = new StudyRegistered(STUDY, Studies.registration(DESIGN));
    private static final StudyStarted STARTED = new StudyStarted(STUDY, DAY, null);
    private static final ReadingRequested REQUESTED = requested(1, 42, PLANNED, true);
    private static final StudyRead READ = new StudyRead(STUDY, 1, List.of());
    private static final StudyAssessment ASSESSMENT =
            new StudyAssessment(1, "Hogeschool", "Geen uitsluitsel", 2, "Weinig jaren", "Eén buurt", null);

    private final FixtureConfiguration<EffectStudy> fixture = new AggregateTestFixture<>(EffectStudy.class);
    private Donors.Found found = new Donors.Found(DONORS, List.of(), List.of(), List.of(), List.of());

    private static ReadingRequested requested(int number, long asOf, LocalDate on, boolean planned) {
        return new ReadingRequested(
                STUDY, number, 0, Studies.registration(DESIGN).protocolHash(), asOf, on, planned);
    }

    @BeforeEach
    void register_what_a_study_names() {
        Set<Object> known = new HashSet<>(DONORS);
        known.add(TREATED);
        Gebieden gebieden = codes -> codes.stream().filter(known::contains).collect(Collectors.toSet());
        Measures measures = ids -> ids.stream().filter(Studies.MEASURE::equals).collect(Collectors.toSet());
        Indicators indicators = codes -> codes.contains(Studies.OUTCOME)
                ? Map.of(Studies.OUTCOME, new Indicators.Known(Definitions.plain(Studies.OUTCOME), false))
                : Map.of();
        Donors donors = _ -> found;
        fixture.registerInjectableResource(gebieden);
        fixture.registerInjectableResource(measures);
        fixture.registerInjectableResource(indicators);
        fixture.registerInjectableResource(donors);
    }

    @Test
    void a_study_is_designed_once_and_the_same_again_changes_nothing() {
        fixture.givenNoPriorActivity().when(new DesignStudy(STUDY, DESIGN)).expectEvents(DESIGNED);
        fixture.given(DESIGNED).when(new DesignStudy(STUDY, DESIGN)).expectNoEvents();
        fixture.given(DESIGNED)
                .when(new DesignStudy(STUDY, OTHER))
                .expectException(RefusedBy.rule("effect-study-designed-once"));
    }

    @Test
    void a_design_may_be_replaced_until_it_is_registered() {
        fixture.given(DESIGNED).when(new RedesignStudy(STUDY, OTHER)).expectEvents(new StudyDesigned(STUDY, OTHER));
        fixture.given(DESIGNED).when(new RedesignStudy(STUDY, DESIGN)).expectNoEvents();
        fixture.given(DESIGNED, REGISTERED)
                .when(new RedesignStudy(STUDY, OTHER))
                .expectException(RefusedBy.rule("design-fixed"));
    }

    @Test
    void registering_fixes_the_donors_and_the_hash_of_the_protocol() {
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectEvents(REGISTERED);
        fixture.given(DESIGNED, REGISTERED).when(new RegisterStudy(STUDY)).expectNoEvents();
    }

    @Test
    void a_treated_gebied_is_no_donor() {
        found = new Donors.Found(
                DONORS, List.of(new Excluded(DONORS.getFirst(), Why.TREATED)), List.of(), List.of(), List.of());
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectException(RefusedBy.rule("donor-not-treated"));
    }

    @Test
    void a_neighbour_is_no_donor_unless_the_design_says_so() {
        found = new Donors.Found(
                DONORS, List.of(new Excluded(DONORS.getFirst(), Why.NEIGHBOUR)), List.of(), List.of(), List.of());
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectException(RefusedBy.rule("donor-no-neighbour"));
    }

    @Test
    void where_a_measure_of_the_study_is_taken_too_is_no_donor() {
        found = new Donors.Found(
                DONORS, List.of(new Excluded(DONORS.getFirst(), Why.SAME_MEASURE)), List.of(), List.of(), List.of());
        fixture.given(DESIGNED)
                .when(new RegisterStudy(STUDY))
                .expectException(RefusedBy.rule("donor-without-the-measure"));
    }

    @Test
    void the_same_ground_is_one_unit() {
        found = new Donors.Found(DONORS, List.of(), List.of(TREATED), List.of(), List.of());
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectException(RefusedBy.rule("ground-once"));
    }

    @Test
    void a_design_that_was_amended_since_it_was_read_is_not_concluded() {
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ)
                .andGiven(new StudyAmended(STUDY, 1, OTHER, Studies.registration(OTHER), "Buren doen mee", 1))
                .when(new ConcludeStudy(STUDY, LocalDate.of(2025, 1, 1), "Het werkt"))
                .expectException(RefusedBy.rule("study-status"));
    }

    @Test
    void another_measure_of_the_same_opgave_must_be_studied_with_it() {
        found = new Donors.Found(
                DONORS, List.of(), List.of(), List.of(new Donors.OtherMeasure("huiswerkhulp", TREATED)), List.of());
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectException(RefusedBy.rule("measures-overlap"));
    }

    @Test
    void what_no_figures_can_repair_is_refused_when_the_design_is_fixed() {
        StudyDesign tooShort = Studies.design(
                List.of(new TreatedGebied(TREATED, Studies.YEARS.get(2))),
                Studies.YEARS,
                DESIGN.donors(),
                MissingRule.REFUSE,
                Estimator.DID,
                Estimator.ITS);
        fixture.given(new StudyDesigned(STUDY, tooShort))
                .when(new RegisterStudy(STUDY))
                .expectException(RefusedBy.rule("enough-periods"));
    }

    @Test
    void a_rule_that_finds_no_donor_is_no_design() {
        found = new Donors.Found(List.of(), List.of(), List.of(), List.of(), List.of());
        fixture.given(DESIGNED).when(new RegisterStudy(STUDY)).expectException(RefusedBy.rule("donors-found"));
    }

    @Test
    void a_fixed_design_changes_by_an_amendment_that_tells_how_much_was_read_before() {
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ)
                .when(new AmendStudy(STUDY, OTHER, "Buren doen mee"))
                .expectEvents(new StudyAmended(STUDY, 1, OTHER, Studies.registration(OTHER), "Buren doen mee", 1));
        fixture.given(DESIGNED, REGISTERED)
                .when(new AmendStudy(STUDY, DESIGN, "Niets"))
                .expectNoEvents();
        fixture.given(DESIGNED)
                .when(new AmendStudy(STUDY, OTHER, "Te vroeg"))
                .expectException(RefusedBy.rule("study-status"));
    }

    @Test
    void nothing_is_read_before_the_design_is_fixed_and_the_study_started() {
        fixture.given(DESIGNED)
                .when(new RequestReading(STUDY, 42, PLANNED))
                .expectException(RefusedBy.rule("study-status"));
        fixture.given(DESIGNED, REGISTERED)
                .when(new RequestReading(STUDY, 42, PLANNED))
                .expectException(RefusedBy.rule("study-status"));
        fixture.given(DESIGNED, REGISTERED, STARTED)
                .when(new RequestReading(STUDY, 42, PLANNED))
                .expectEvents(REQUESTED);
    }

    @Test
    void a_reading_on_a_day_that_was_not_planned_says_so() {
        fixture.given(DESIGNED, REGISTERED, STARTED)
                .when(new RequestReading(STUDY, 42, PLANNED.plusDays(1)))
                .expectEvents(requested(1, 42, PLANNED.plusDays(1), false));
    }

    @Test
    void one_reading_is_computed_at_a_time_and_ends_once() {
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED)
                .when(new RequestReading(STUDY, 43, PLANNED))
                .expectException(RefusedBy.rule("one-reading-at-a-time"));
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED)
                .when(new RecordResults(STUDY, 1, List.of()))
                .expectEvents(READ);
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ)
                .when(new RecordResults(STUDY, 1, List.of()))
                .expectNoEvents();
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED)
                .when(new FailReading(STUDY, 1, "Te lang"))
                .expectEvents(new ReadingFailed(STUDY, 1, "Te lang"));
    }

    @Test
    void a_reading_that_was_called_off_takes_no_results_any_more() {
        ReadingCancelled cancelled = new ReadingCancelled(STUDY, 1);
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED)
                .when(new CancelReading(STUDY, 1))
                .expectEvents(cancelled);
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, cancelled)
                .when(new RecordResults(STUDY, 1, List.of()))
                .expectNoEvents();
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, cancelled)
                .when(new RequestReading(STUDY, 43, PLANNED))
                .expectEvents(requested(2, 43, PLANNED, true));
        fixture.given(DESIGNED, REGISTERED, STARTED)
                .when(new CancelReading(STUDY, 1))
                .expectException(RefusedBy.rule("reading-known"));
    }

    @Test
    void only_what_was_computed_is_assessed_also_after_the_study_is_closed() {
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED)
                .when(new AssessStudy(STUDY, ASSESSMENT))
                .expectException(RefusedBy.rule("reading-computed"));
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ, new StudyConcluded(STUDY, DAY, "Klaar"))
                .when(new AssessStudy(STUDY, ASSESSMENT))
                .expectEvents(new StudyAssessed(STUDY, 1, ASSESSMENT));
    }

    @Test
    void a_study_is_concluded_after_it_was_read_and_then_stays_as_it_is() {
        StudyConcluded concluded = new StudyConcluded(STUDY, DAY, "Geen uitsluitsel");
        fixture.given(DESIGNED, REGISTERED, STARTED)
                .when(new ConcludeStudy(STUDY, DAY, "Geen uitsluitsel"))
                .expectException(RefusedBy.rule("study-status"));
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ)
                .when(new ConcludeStudy(STUDY, DAY, "Geen uitsluitsel"))
                .expectEvents(concluded);
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ, concluded)
                .when(new RequestReading(STUDY, 44, PLANNED))
                .expectException(RefusedBy.rule("study-status"));
        fixture.given(DESIGNED, REGISTERED, STARTED, REQUESTED, READ, concluded)
                .when(new StartStudy(STUDY, DAY, null))
                .expectException(RefusedBy.rule("study-status"));
    }

    @Test
    void what_a_design_names_is_registered() {
        StudyDesign unknown = Studies.design(
                List.of(new TreatedGebied(new GebiedCode("BU09999999"), Studies.START)),
                Studies.YEARS,
                DESIGN.donors(),
                MissingRule.REFUSE,
                Estimator.DID);
        fixture.givenNoPriorActivity()
                .when(new DesignStudy(STUDY, unknown))
                .expectException(RefusedBy.rule("gebied-known"));
    }
}
