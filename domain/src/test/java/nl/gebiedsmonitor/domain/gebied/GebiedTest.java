package nl.gebiedsmonitor.domain.gebied;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.CloseGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.ComposeGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RenameGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GebiedTest {

    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    private static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    private static final GebiedCode PRESIKHAAF = new GebiedCode("WK020206");
    private static final GebiedCode MALBURGEN = new GebiedCode("WK020213");
    private static final GebiedCode UNKNOWN = new GebiedCode("WK020299");
    private static final LocalDate CLOSED_ON = LocalDate.of(2024, 1, 1);

    private final FixtureConfiguration<Gebied> fixture = new AggregateTestFixture<>(Gebied.class);

    @BeforeEach
    void register_some_gebieden() {
        Gebieden gebieden = codes -> codes.stream()
                .filter(Set.of(ARNHEM, ARNHEM_OOST, PRESIKHAAF, MALBURGEN)::contains)
                .collect(Collectors.toSet());
        fixture.registerInjectableResource(gebieden);
    }

    @Test
    void a_closure_names_a_hundred_successors_at_most() {
        assertInvalid(
                "successors",
                () -> new CloseGebied(
                        ARNHEM_OOST,
                        CLOSED_ON,
                        IntStream.rangeClosed(0, 100)
                                .mapToObj(number -> new GebiedCode("WK%06d".formatted(number)))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        null));
    }

    @Test
    void what_changes_afterwards_changes_no_successors() {
        SortedSet<GebiedCode> successors = new TreeSet<>(Set.of(PRESIKHAAF));
        CloseGebied command = new CloseGebied(ARNHEM_OOST, CLOSED_ON, successors, null);
        GebiedClosed event = new GebiedClosed(ARNHEM_OOST, CLOSED_ON, successors, null);
        successors.add(MALBURGEN);
        assertThat(command.successors()).containsExactly(PRESIKHAAF);
        assertThat(event.successors()).containsExactly(PRESIKHAAF);
    }

    @Test
    void a_gebied_is_renamed() {
        fixture.given(registered())
                .when(new RenameGebied(ARNHEM_OOST, " Arnhem-Oost "))
                .expectEvents(new GebiedRenamed(ARNHEM_OOST, "Arnhem-Oost"));
    }

    @Test
    void the_name_it_has_already_changes_nothing() {
        fixture.given(registered())
                .when(new RenameGebied(ARNHEM_OOST, "Arnhem Oost"))
                .expectNoEvents();
    }

    @Test
    void a_focus_area_is_composed() {
        fixture.given(registered())
                .when(new ComposeGebied(ARNHEM_OOST, of(PRESIKHAAF)))
                .expectEvents(new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF)));
    }

    @Test
    void a_focus_area_is_composed_anew() {
        fixture.given(registered(), new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF)))
                .when(new ComposeGebied(ARNHEM_OOST, of(PRESIKHAAF, MALBURGEN)))
                .expectEvents(new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF, MALBURGEN)));
    }

    @Test
    void the_composition_it_has_already_changes_nothing() {
        fixture.given(registered(), new GebiedComposed(ARNHEM_OOST, of(PRESIKHAAF, MALBURGEN)))
                .when(new ComposeGebied(ARNHEM_OOST, of(MALBURGEN, PRESIKHAAF)))
                .expectNoEvents();
    }

    @Test
    void only_a_focus_area_is_composed() {
        fixture.given(new GebiedRegistered(ARNHEM, "Arnhem", null))
                .when(new ComposeGebied(ARNHEM, of(PRESIKHAAF)))
                .expectException(RefusedBy.rule("composition-focus"));
    }

    @Test
    void the_members_of_a_focus_area_are_registered() {
        fixture.given(registered())
                .when(new ComposeGebied(ARNHEM_OOST, of(PRESIKHAAF, UNKNOWN)))
                .expectException(RefusedBy.rule("gebied-known"));
    }

    @Test
    void a_gebied_is_closed_with_its_successors() {
        fixture.given(registered())
                .when(new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(ARNHEM), null))
                .expectEvents(new GebiedClosed(ARNHEM_OOST, CLOSED_ON, set(ARNHEM), null));
    }

    @Test
    void a_gebied_is_closed_with_the_share_of_each_successor() {
        SuccessorShares shares =
                new SuccessorShares(ShareBasis.INHABITANTS, new TreeMap<>(Map.of(PRESIKHAAF, 0.25, MALBURGEN, 0.75)));
        fixture.given(registered())
                .when(new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(PRESIKHAAF, MALBURGEN), shares))
                .expectEvents(new GebiedClosed(ARNHEM_OOST, CLOSED_ON, set(PRESIKHAAF, MALBURGEN), shares));
    }

    @Test
    void a_gebied_may_be_closed_without_a_successor() {
        fixture.given(registered())
                .when(new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(), null))
                .expectEvents(new GebiedClosed(ARNHEM_OOST, CLOSED_ON, set(), null));
    }

    @Test
    void a_gebied_does_not_succeed_itself() {
        fixture.given(registered())
                .when(new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(ARNHEM_OOST), null))
                .expectException(RefusedBy.rule("successor-is-another"));
    }

    @Test
    void a_successor_is_registered() {
        fixture.given(registered())
                .when(new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(UNKNOWN), null))
                .expectException(RefusedBy.rule("gebied-known"));
    }

    @Test
    void a_closed_gebied_does_not_change_any_more() {
        for (GebiedCommand change : List.of(
                new RenameGebied(ARNHEM_OOST, "Oost"),
                new ComposeGebied(ARNHEM_OOST, of(PRESIKHAAF)),
                new CloseGebied(ARNHEM_OOST, CLOSED_ON, set(), null))) {
            fixture.given(registered(), new GebiedClosed(ARNHEM_OOST, CLOSED_ON, set(), null))
                    .when(change)
                    .expectException(RefusedBy.rule("gebied-is-open"))
                    .expectNoEvents();
        }
    }

    @Test
    void a_composition_has_at_least_one_member() {
        assertInvalid("composition-members", () -> of());
    }

    @Test
    void a_composition_has_no_focus_area_for_a_member() {
        assertInvalid("composition-members", () -> of(PRESIKHAAF, ARNHEM_OOST));
    }

    @Test
    void the_reference_year_of_a_composition_lies_in_1900_to_2100() {
        assertInvalid("reference-year", () -> new Composition(set(ARNHEM), 1899, CompositionStatus.ESTABLISHED));
        assertInvalid("reference-year", () -> new Composition(set(ARNHEM), 2101, CompositionStatus.ESTABLISHED));
    }

    @Test
    void a_composition_keeps_its_members_whatever_becomes_of_the_set_it_was_given() {
        SortedSet<GebiedCode> given = set(PRESIKHAAF);
        var composition = new Composition(given, 2020, CompositionStatus.INDICATIVE);
        given.add(MALBURGEN);
        assertThat(composition.members()).containsExactly(PRESIKHAAF);
    }

    @Test
    void a_name_has_1_to_200_characters() {
        assertInvalid("gebied-name", () -> new RenameGebied(ARNHEM, " "));
        assertInvalid("gebied-name", () -> new Entry(1L, ARNHEM, "x".repeat(201), null, null));
    }

    @Test
    void only_a_focus_area_is_registered_with_a_composition() {
        assertInvalid("composition-focus", () -> new Entry(1L, ARNHEM, "Arnhem", null, of(PRESIKHAAF)));
    }

    @ParameterizedTest
    @CsvSource({"GM0202, PV25", "6828, GM0202", "SV-ARNHEM-OOST, GM0202"})
    void a_gebied_lies_in_a_parent_that_fits(GebiedCode code, GebiedCode parent) {
        assertThat(new Entry(1L, code, "Arnhem", parent, null).parent()).isEqualTo(parent);
    }

    @ParameterizedTest
    @CsvSource({"WK020206, GM0202", "BU02020601, WK020206", "PV25, NL"})
    void a_parent_that_the_code_tells_need_not_be_remembered(GebiedCode code, GebiedCode parent) {
        assertThat(new Entry(1L, code, "Arnhem", parent, null).parent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GM0202, NL", "6828, PV25", "SV-ARNHEM-OOST, PV25", "WK020206, GM0363", "BU02020601, GM0202", "NL, NL"})
    void a_gebied_does_not_lie_in_a_parent_that_does_not_fit(GebiedCode code, GebiedCode parent) {
        assertInvalid("gebied-parent", () -> new Entry(1L, code, "Arnhem", parent, null));
    }

    private static GebiedRegistered registered() {
        return new GebiedRegistered(ARNHEM_OOST, "Arnhem Oost", ARNHEM);
    }

    private static Composition of(GebiedCode... members) {
        return new Composition(set(members), 2020, CompositionStatus.INDICATIVE);
    }

    private static SortedSet<GebiedCode> set(GebiedCode... codes) {
        return new TreeSet<>(List.of(codes));
    }
}
