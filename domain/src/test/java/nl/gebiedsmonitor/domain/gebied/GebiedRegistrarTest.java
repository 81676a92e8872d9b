package nl.gebiedsmonitor.domain.gebied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import nl.gebiedsmonitor.domain.gebied.GebiedRegistrar.Registration;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GebiedRegistrarTest {

    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    private static final GebiedCode GELDERLAND = new GebiedCode("PV25");
    private static final GebiedCode UTRECHT = new GebiedCode("PV26");
    private static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    private static final GebiedCode PRESIKHAAF = new GebiedCode("WK020206");
    private static final GebiedCode MALBURGEN = new GebiedCode("WK020213");
    private static final GebiedCode UNKNOWN = new GebiedCode("WK020299");

    private final Gebieden gebieden = codes -> codes.stream()
            .filter(Set.of(PRESIKHAAF, MALBURGEN, GELDERLAND, UTRECHT)::contains)
            .collect(Collectors.toSet());

    @Nested
    class One {

        private final FixtureConfiguration<Gebied> fixture = new AggregateTestFixture<>(Gebied.class);

        @BeforeEach
        void appoint_the_registrar() {
            fixture.registerInjectableResource(gebieden);
            fixture.registerAnnotatedCommandHandler(new GebiedRegistrar(fixture.getRepository(), gebieden));
        }

        @Test
        void a_gebied_is_registered() {
            fixture.givenNoPriorActivity()
                    .when(register(arnhem(1, "Arnhem", GELDERLAND)))
                    .expectResultMessagePayload(new Registration(1, 0))
                    .expectEvents(new GebiedRegistered(ARNHEM, "Arnhem", GELDERLAND));
        }

        @Test
        void a_focus_area_is_registered_with_its_composition() {
            fixture.givenNoPriorActivity()
                    .when(register(arnhemOost(1, of(PRESIKHAAF))))
                    .expectEvents(
                            new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", null),
                            new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF)));
        }

        @Test
        void an_identical_gebied_registered_again_changes_nothing() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", GELDERLAND))
                    .when(register(arnhem(1, "Arnhem", GELDERLAND)))
                    .expectResultMessagePayload(new Registration(0, 1))
                    .expectNoEvents();
        }

        @Test
        void a_parent_that_is_not_stated_again_changes_nothing() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", GELDERLAND))
                    .when(register(arnhem(1, "Arnhem", null)))
                    .expectResultMessagePayload(new Registration(0, 1))
                    .expectNoEvents();
        }

        @Test
        void a_gebied_is_not_registered_again_by_another_name() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", GELDERLAND))
                    .when(register(arnhem(1, "Arnheim", GELDERLAND)))
                    .expectException(RefusedBy.rule("gebied-registered-once"))
                    .expectNoEvents();
        }

        @Test
        void a_parent_that_nobody_stated_is_added_later() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", null))
                    .when(register(arnhem(1, "Arnhem", GELDERLAND)))
                    .expectResultMessagePayload(new Registration(1, 0))
                    .expectEvents(new GebiedPlaced(ARNHEM, GELDERLAND));
        }

        @Test
        void a_stated_parent_is_registered() {
            fixture.givenNoPriorActivity()
                    .when(register(arnhem(1, "Arnhem", new GebiedCode("PV99"))))
                    .expectException(RefusedBy.rule("gebied-known"))
                    .expectNoEvents();
        }

        @Test
        void a_renamed_gebied_is_registered_by_its_new_name() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnheim", GELDERLAND), new GebiedRenamed(ARNHEM, "Arnhem"))
                    .when(register(arnhem(1, "Arnhem", GELDERLAND)))
                    .expectResultMessagePayload(new Registration(0, 1));
        }

        @Test
        void a_renamed_gebied_registered_again_as_it_was_changes_nothing() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnheim", GELDERLAND), new GebiedRenamed(ARNHEM, "Arnhem"))
                    .when(register(arnhem(1, "Arnheim", GELDERLAND)))
                    .expectResultMessagePayload(new Registration(0, 1))
                    .expectNoEvents();
        }

        @Test
        void a_renamed_gebied_is_not_registered_again_by_a_name_it_got_in_between() {
            fixture.given(
                            new GebiedRegistered(ARNHEM, "Arnheim", GELDERLAND),
                            new GebiedRenamed(ARNHEM, "Aarnem"),
                            new GebiedRenamed(ARNHEM, "Arnhem"))
                    .when(register(arnhem(1, "Aarnem", GELDERLAND)))
                    .expectException(RefusedBy.rule("gebied-registered-once"));
        }

        @Test
        void a_focus_area_composed_anew_and_registered_again_as_it_was_or_is_changes_nothing() {
            for (Composition composition : List.of(of(PRESIKHAAF), of(MALBURGEN))) {
                fixture.given(
                                new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", null),
                                new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF)),
                                new GebiedComposed(ARNHEM_OOST, of(MALBURGEN)))
                        .when(register(arnhemOost(1, composition)))
                        .expectResultMessagePayload(new Registration(0, 1))
                        .expectNoEvents();
            }
        }

        @Test
        void a_gebied_is_not_registered_again_in_another_parent() {
            fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", GELDERLAND))
                    .when(register(arnhem(1, "Arnhem", UTRECHT)))
                    .expectException(RefusedBy.rule("gebied-registered-once"));
        }

        @Test
        void a_focus_area_is_not_registered_again_with_other_members() {
            fixture.given(
                            new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", null),
                            new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF)))
                    .when(register(arnhemOost(1, of(MALBURGEN))))
                    .expectException(RefusedBy.rule("gebied-registered-once"));
        }

        @Test
        void a_gebied_is_given_once() {
            fixture.givenNoPriorActivity()
                    .when(register(arnhem(1, "Arnhem", GELDERLAND), arnhem(2, "Arnhem", GELDERLAND)))
                    .expectException(RefusedBy.rule("gebied-given-once"))
                    .expectNoEvents();
        }

        @Test
        void the_members_of_a_focus_area_are_registered() {
            fixture.givenNoPriorActivity()
                    .when(register(arnhemOost(1, of(PRESIKHAAF, UNKNOWN))))
                    .expectException(RefusedBy.rule("gebied-known"))
                    .expectNoEvents();
        }
    }

    /** The fixture knows one aggregate only, so here is a whole event store. */
    @Nested
    class Many {

        private final EmbeddedEventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
        private final DefaultCommandGateway gateway =
                DefaultCommandGateway.builder().commandBus(bus).build();

        @BeforeEach
        void appoint_the_registrar() {
            var repository = EventSourcingRepository.builder(Gebied.class)
                    .eventStore(events)
                    .build();
            new AnnotationCommandHandlerAdapter<>(new GebiedRegistrar(repository, gebieden)).subscribe(bus);
        }

        @Test
        void thousands_are_registered_at_once_and_once() {
            Entry[] wijken = IntStream.range(0, 3000)
                    .mapToObj(number -> new Entry(
                            number + 1L, new GebiedCode("WK%06d".formatted(number)), "Wijk " + number, null, null))
                    .toArray(Entry[]::new);
            assertThat(send(wijken)).isEqualTo(new Registration(3000, 0));
            assertThat(send(wijken)).isEqualTo(new Registration(0, 3000));
            assertThat(stored("WK002999")).isEqualTo(1);
        }

        @Test
        void a_member_may_be_registered_together_with_its_focus_area() {
            assertThat(send(arnhemOost(1, of(UNKNOWN)), new Entry(2L, UNKNOWN, "Klarendal", null, null)))
                    .isEqualTo(new Registration(2, 0));
        }

        @Test
        void every_fault_is_told_by_line_and_nothing_is_registered() {
            send(arnhem(1, "Arnhem", GELDERLAND));
            assertThatThrownBy(() -> send(
                            new Entry(1L, MALBURGEN, "Malburgen", null, null),
                            arnhemOost(2, of(UNKNOWN)),
                            new Entry(3L, MALBURGEN, "Malburgen", null, null),
                            arnhem(4, "Arnheim", GELDERLAND)))
                    .isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
                        assertThat(List.of(rejected.registered(), rejected.unchanged(), rejected.rejected()))
                                .containsExactly(1, 0, 3);
                        assertThat(rejected.faults())
                                .extracting(Fault::line, Fault::rule)
                                .containsExactly(
                                        tuple(2L, "gebied-known"),
                                        tuple(3L, "gebied-given-once"),
                                        tuple(4L, "gebied-registered-once"));
                    });
            assertThat(stored("WK020213")).isZero();
            assertThat(stored("SV-ARNHEM-OOST")).isZero();
        }

        @Test
        void what_could_not_be_read_is_told_together_with_what_breaks_a_rule() {
            Fault unreadable = new Fault(1L, "name", "", "required", "The field name is required.");
            assertThatThrownBy(() -> gateway.sendAndWait(new RegisterGebieden(
                            List.of(arnhemOost(2, of(UNKNOWN)), new Entry(3L, MALBURGEN, "Malburgen", null, null)),
                            List.of(unreadable),
                            1)))
                    .isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
                        assertThat(rejected.faults())
                                .extracting(Fault::line, Fault::rule)
                                .containsExactly(tuple(1L, "required"), tuple(2L, "gebied-known"));
                        assertThat(rejected.registered()).isEqualTo(1);
                        assertThat(rejected.rejected()).isEqualTo(2);
                    });
            assertThat(stored("WK020213")).isZero();
        }

        private Registration send(Entry... entries) {
            return gateway.sendAndWait(register(entries));
        }

        private long stored(String code) {
            return events.readEvents(code).asStream().count();
        }
    }

    private static RegisterGebieden register(Entry... entries) {
        return new RegisterGebieden(Arrays.asList(entries));
    }

    private static Entry arnhem(long line, String name, @Nullable GebiedCode provincie) {
        return new Entry(line, ARNHEM, name, provincie, null);
    }

    private static Entry arnhemOost(long line, Composition composition) {
        return new Entry(line, ARNHEM_OOST, "Arnhem Oost", null, composition);
    }

    private static Composition of(GebiedCode... members) {
        return new Composition(new TreeSet<>(List.of(members)), 2020, CompositionStatus.INDICATIVE);
    }
}
