package nl.gebiedsmonitor.domain.impact;

import static nl.gebiedsmonitor.domain.impact.Plans.STANDARD;
import static nl.gebiedsmonitor.domain.impact.Plans.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RecordRealisation;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RegisterImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.ReviseImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.Measures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImpactAnalysisTest {

    private static final ImpactAnalysisId TAALKLASSEN = new ImpactAnalysisId("arnhem-oost-taalklassen");
    private static final ImpactPlan PLAN = Plans.worked();
    private static final ImpactPlan DEARER = Plans.plan(
            STANDARD, flow("investering", "gemeente", 0, 0, "-1100000"), flow("baten", "bewoners", 1, 10, "120000"));
    private static final ImpactPlan WITHOUT_BENEFITS =
            Plans.plan(STANDARD, flow("investering", "gemeente", 0, 0, "-1000000"));
    private static final Realisation FIRST_YEAR = realised("baten", 1, 2025);

    private final FixtureConfiguration<ImpactAnalysis> fixture = new AggregateTestFixture<>(ImpactAnalysis.class);

    private static Realisation realised(String cashFlow, int year, int priceLevel) {
        return new Realisation(cashFlow, year, new BigDecimal("90000"), priceLevel, "Jaarrekening 2026");
    }

    @BeforeEach
    void register_arnhem_oost() {
        Gebieden gebieden =
                codes -> codes.stream().filter(Plans.ARNHEM_OOST::equals).collect(Collectors.toSet());
        Measures none = ids -> Set.of();
        fixture.registerInjectableResource(gebieden);
        fixture.registerInjectableResource(none);
    }

    @Test
    void an_analysis_is_registered_once_and_the_same_again_changes_nothing() {
        fixture.givenNoPriorActivity()
                .when(new RegisterImpactAnalysis(TAALKLASSEN, PLAN))
                .expectEvents(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN));
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN))
                .when(new RegisterImpactAnalysis(TAALKLASSEN, PLAN))
                .expectNoEvents();
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN))
                .when(new RegisterImpactAnalysis(TAALKLASSEN, DEARER))
                .expectException(RefusedBy.rule("impact-analysis-registered-once"));
    }

    @Test
    void an_approach_consists_of_measures_that_are_registered() {
        ImpactPlan unknown = new ImpactPlan(
                PLAN.title(),
                PLAN.gebied(),
                List.of(new MeasureId("bestaat-niet")),
                PLAN.baseYear(),
                PLAN.horizon(),
                PLAN.priceLevel(),
                PLAN.priceIndices(),
                PLAN.discountRate(),
                PLAN.cashFlows());
        fixture.givenNoPriorActivity()
                .when(new RegisterImpactAnalysis(TAALKLASSEN, unknown))
                .expectException(RefusedBy.rule("measure-known"));
    }

    @Test
    void a_revision_replaces_the_plan_and_says_why() {
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN))
                .when(new ReviseImpactAnalysis(TAALKLASSEN, DEARER, "Aanbesteding"))
                .expectEvents(new ImpactAnalysisRevised(TAALKLASSEN, DEARER, "Aanbesteding"));
    }

    @Test
    void what_was_measured_is_recorded_for_what_was_planned() {
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN))
                .when(new RecordRealisation(TAALKLASSEN, FIRST_YEAR))
                .expectEvents(new RealisationRecorded(TAALKLASSEN, FIRST_YEAR));
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN), new RealisationRecorded(TAALKLASSEN, FIRST_YEAR))
                .when(new RecordRealisation(TAALKLASSEN, FIRST_YEAR))
                .expectNoEvents();
    }

    @Test
    void nothing_is_measured_of_what_was_not_planned() {
        ImpactAnalysisRegistered registered = new ImpactAnalysisRegistered(TAALKLASSEN, PLAN);
        fixture.given(registered)
                .when(new RecordRealisation(TAALKLASSEN, realised("onbekend", 1, 2025)))
                .expectException(RefusedBy.rule("cash-flow-planned"));
        fixture.given(registered)
                .when(new RecordRealisation(TAALKLASSEN, realised("baten", 0, 2025)))
                .expectException(RefusedBy.rule("year-planned"));
        fixture.given(registered)
                .when(new RecordRealisation(TAALKLASSEN, realised("baten", 1, 2026)))
                .expectException(RefusedBy.rule("price-index-stated"));
    }

    @Test
    void a_revision_keeps_what_was_measured_in_the_plan() {
        fixture.given(new ImpactAnalysisRegistered(TAALKLASSEN, PLAN), new RealisationRecorded(TAALKLASSEN, FIRST_YEAR))
                .when(new ReviseImpactAnalysis(TAALKLASSEN, WITHOUT_BENEFITS, "Zonder baten"))
                .expectException(RefusedBy.rule("cash-flow-planned"));
    }
}
