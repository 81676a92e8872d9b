package nl.gebiedsmonitor.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The house: imports run down its floors only, and the rooms on a floor know each other by events and ids. */
@AnalyzeClasses(packages = "nl.gebiedsmonitor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> FEATURES = Set.of(
            "gebied",
            "indicator",
            "observation",
            "leefbaarheid",
            "manifest",
            "measure",
            "funding",
            "signal",
            "effect",
            "study",
            "impact",
            "feed",
            "subscription",
            "vintage");

    /** What a floor has beside the rooms of the features. */
    private static final Set<String> SHARED =
            Set.of("eventlog", "configuration", "web", "tabular", "sample", "sdmx", "catalog");

    @ArchTest
    static final ArchRule imports_run_down_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("nl.gebiedsmonitor.api..")
            .layer("projections")
            .definedBy("nl.gebiedsmonitor.projections..")
            .layer("domain")
            .definedBy("nl.gebiedsmonitor.domain..")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("projections")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("projections", "api");

    @ArchTest
    static final ArchRule the_domain_knows_no_spring_http_or_sql = noClasses()
            .that()
            .resideInAPackage("nl.gebiedsmonitor.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule projections_know_no_web = noClasses()
            .that()
            .resideInAPackage("nl.gebiedsmonitor.projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.boot..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule rooms_of_the_domain_do_not_go_round =
            slices().matching("nl.gebiedsmonitor.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_the_projections_do_not_go_round =
            slices().matching("nl.gebiedsmonitor.projections.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_the_api_do_not_go_round =
            slices().matching("nl.gebiedsmonitor.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aggregates_are_reached_by_their_events_and_ids_only = noClasses()
            .that()
            .resideInAPackage("nl.gebiedsmonitor.projections..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith("org.axonframework.modelling.command.AggregateRoot");

    @ArchTest
    static final ArchRule every_room_has_the_name_of_a_feature = classes()
            .that()
            .resideInAPackage("nl.gebiedsmonitor.*.*..")
            .should(new ArchCondition<>("be in a feature") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String room = type.getPackageName().split("\\.", -1)[3];
                    if (!FEATURES.contains(room) && !SHARED.contains(room)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no room of the house"));
                    }
                }
            });
}
