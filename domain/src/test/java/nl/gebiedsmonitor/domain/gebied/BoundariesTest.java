package nl.gebiedsmonitor.domain.gebied;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Parts;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final GebiedCode HAAREN = new GebiedCode("GM0788");
    private static final GebiedCode BOXTEL = new GebiedCode("GM0757");
    private static final GebiedCode OISTERWIJK = new GebiedCode("GM0824");
    private static final GebiedCode TILBURG = new GebiedCode("GM0855");
    private static final GebiedCode VUGHT = new GebiedCode("GM0865");
    private static final Map<GebiedCode, Double> MADE_UP_SHARES =
            Map.of(BOXTEL, 0.1, OISTERWIJK, 0.3, TILBURG, 0.2, VUGHT, 0.4);
    private static final Closure HAAREN_DIVIDED = new Closure(
            HAAREN,
            LocalDate.of(2021, 1, 1),
            new Succession(
                    new TreeSet<>(MADE_UP_SHARES.keySet()),
                    new SuccessorShares(ShareBasis.ADDRESSES, new TreeMap<>(MADE_UP_SHARES))));

    private static final GebiedCode WEESP = new GebiedCode("GM0457");
    private static final GebiedCode AMSTERDAM = new GebiedCode("GM0363");
    private static final Closure WEESP_INTO_AMSTERDAM = closed(WEESP, "2022-03-24", AMSTERDAM);

    private static final GebiedCode X = new GebiedCode("WK000001");
    private static final GebiedCode Y = new GebiedCode("WK000002");
    private static final GebiedCode Z = new GebiedCode("WK000003");
    private static final GebiedCode G = new GebiedCode("WK000009");

    @Test
    void before_a_closure_a_successor_has_its_share_of_what_was_closed() {
        assertParts(boundaries(2022, HAAREN_DIVIDED), TILBURG, 2020)
                .isEqualTo(parts(part(TILBURG, 1), part(HAAREN, 0.2)));
        assertParts(boundaries(2022, HAAREN_DIVIDED), TILBURG, 2021).isEqualTo(parts(part(TILBURG, 1)));
        assertParts(boundaries(2022, HAAREN_DIVIDED), TILBURG, 2022).isEqualTo(parts(part(TILBURG, 1)));
    }

    @Test
    void a_closure_on_1_january_counts_for_that_year_and_one_later_in_the_year_for_the_next() {
        assertParts(boundaries(2022, WEESP_INTO_AMSTERDAM), AMSTERDAM, 2021).isEqualTo(parts(part(AMSTERDAM, 1)));
        assertParts(boundaries(2022, WEESP_INTO_AMSTERDAM), WEESP, 2021).isEqualTo(parts(part(WEESP, 1)));
        assertParts(boundaries(2023, WEESP_INTO_AMSTERDAM), AMSTERDAM, 2022)
                .isEqualTo(parts(part(AMSTERDAM, 1), part(WEESP, 1)));
        assertParts(boundaries(2021, closed(X, "2021-01-01", G)), G, 2020).isEqualTo(parts(part(G, 1), part(X, 1)));
    }

    @Test
    void shares_are_multiplied_along_the_way_and_added_where_ways_meet() {
        Boundaries boundaries = boundaries(
                2022,
                divided(X, "2019-01-01", Map.of(Y, 0.5, Z, 0.5)),
                divided(Y, "2021-01-01", Map.of(Z, 0.25, G, 0.75)));
        assertParts(boundaries, G, 2018).isEqualTo(parts(part(G, 1), part(X, 0.375), part(Y, 0.75)));
        assertParts(boundaries, Z, 2018).isEqualTo(parts(part(Z, 1), part(X, 0.625), part(Y, 0.25)));
        assertParts(boundaries, Z, 2019).isEqualTo(parts(part(Z, 1), part(Y, 0.25)));
    }

    @Test
    void closures_of_one_day_and_into_what_was_closed_before_are_followed_as_well() {
        Boundaries sameDay = boundaries(2022, closed(X, "2021-01-01", Y), closed(Y, "2021-01-01", G));
        assertParts(sameDay, G, 2020).isEqualTo(parts(part(G, 1), part(X, 1), part(Y, 1)));
        Boundaries backwards = boundaries(2022, closed(X, "2021-01-01", Y), closed(Y, "2019-01-01", G));
        assertParts(backwards, G, 2020).isEqualTo(parts(part(G, 1), part(X, 1)));
    }

    @Test
    void a_closure_after_the_year_of_the_boundaries_changes_nothing_before_it() {
        assertParts(boundaries(2020, HAAREN_DIVIDED), TILBURG, 2019).isEqualTo(parts(part(TILBURG, 1)));
        assertParts(boundaries(2020, HAAREN_DIVIDED), HAAREN, 2019).isEqualTo(parts(part(HAAREN, 1)));
    }

    @Test
    void it_cannot_be_told_what_came_of_a_closure_without_shares() {
        Boundaries boundaries = boundaries(
                2022, closed(X, "2018-05-01", Y, Z), closed(Y, "2020-01-01", G), closed(Z, "2021-01-01", AMSTERDAM));
        assertBreak(boundaries, G, 2018, X, "2018-05-01");
        assertBreak(boundaries, AMSTERDAM, 2018, X, "2018-05-01");
        assertParts(boundaries, G, 2019).isEqualTo(parts(part(G, 1), part(Y, 1)));
        assertParts(boundaries, VUGHT, 2018).isEqualTo(parts(part(VUGHT, 1)));
    }

    @Test
    void of_several_breaks_the_nearest_to_the_boundaries_is_told() {
        Boundaries both = boundaries(2022, closed(X, "2018-01-01", G, VUGHT), closed(Y, "2020-01-01", G, VUGHT));
        assertBreak(both, G, 2016, Y, "2020-01-01");
        assertBreak(both, G, 2018, Y, "2020-01-01");
        assertParts(both, G, 2020).isEqualTo(parts(part(G, 1)));
        Boundaries later = boundaries(2016, closed(X, "2018-01-01", G), closed(Y, "2020-01-01", G));
        assertBreak(later, G, 2021, X, "2018-01-01");
    }

    @Test
    void after_the_boundaries_what_it_was_renamed_to_or_divided_into_stands_for_a_gebied() {
        Closure division = closed(X, "2021-01-01", Y, Z);
        Closure renaming = closed(Z, "2022-01-01", G);
        assertParts(boundaries(2020, division, renaming), X, 2020).isEqualTo(parts(part(X, 1)));
        assertParts(boundaries(2020, division, renaming), X, 2021).isEqualTo(parts(part(Y, 1), part(Z, 1)));
        assertParts(boundaries(2020, division, renaming), X, 2022).isEqualTo(parts(part(Y, 1), part(G, 1)));
    }

    @Test
    void what_was_divided_and_came_together_again_stands_for_it_still() {
        Boundaries boundaries =
                boundaries(2020, closed(X, "2021-01-01", Y, Z), closed(Y, "2022-01-01", G), closed(Z, "2022-01-01", G));
        assertParts(boundaries, X, 2022).isEqualTo(parts(part(G, 1)));
    }

    @Test
    void after_the_boundaries_what_went_together_with_another_cannot_be_told() {
        assertBreak(boundaries(2020, closed(X, "2021-01-01", G), closed(Y, "2022-01-01", G)), X, 2022, X, "2021-01-01");
        assertBreak(boundaries(2020, closed(X, "2021-01-01", Y), closed(Z, "2019-01-01", Y)), X, 2021, X, "2021-01-01");
        assertBreak(boundaries(2020, HAAREN_DIVIDED), TILBURG, 2021, HAAREN, "2021-01-01");
        assertParts(boundaries(2020, HAAREN_DIVIDED), TILBURG, 2020).isEqualTo(parts(part(TILBURG, 1)));
    }

    @Test
    void a_successor_that_was_there_already_does_not_stand_for_what_went_into_it() {
        Boundaries boundaries = new Boundaries(2021, List.of(WEESP_INTO_AMSTERDAM), Set.of(AMSTERDAM));
        assertBreak(boundaries, WEESP, 2023, WEESP, "2022-03-24");
        assertParts(boundaries, WEESP, 2022).isEqualTo(parts(part(WEESP, 1)));
    }

    @Test
    void gebieden_taken_together_stand_for_what_went_into_one_of_them_from_another() {
        Boundaries boundaries = new Boundaries(2021, List.of(WEESP_INTO_AMSTERDAM), Set.of(AMSTERDAM));
        assertThat(boundaries.counterparts(Set.of(AMSTERDAM, WEESP), 2023))
                .isEqualTo(Map.of(AMSTERDAM, parts(part(AMSTERDAM, 1)), WEESP, parts(part(AMSTERDAM, 1))));
    }

    @Test
    void what_went_into_one_of_several_by_way_of_what_holds_more_cannot_be_told() {
        Boundaries boundaries =
                boundaries(2020, closed(X, "2021-01-01", Z), closed(Y, "2021-01-01", Z), closed(Z, "2022-01-01", G));
        assertThat(boundaries.counterparts(Set.of(X, G), 2022).values()).hasOnlyElementsOfType(Break.class);
        assertThat(boundaries.counterparts(Set.of(X, Y, G), 2022).values()).containsOnly(parts(part(G, 1)));
    }

    @Test
    void what_was_closed_without_a_successor_is_gone() {
        assertParts(boundaries(2022, closed(X, "2021-01-01")), G, 2020).isEqualTo(parts(part(G, 1)));
        assertBreak(boundaries(2020, closed(X, "2021-01-01")), X, 2021, X, "2021-01-01");
    }

    @Test
    void a_circle_of_closures_is_told_and_not_followed_for_ever() {
        Closure[] circle = {closed(X, "2019-01-01", Y), divided(Y, "2019-01-01", Map.of(X, 0.5, G, 0.5))};
        assertBreak(boundaries(2022, circle), G, 2018, X, "2019-01-01");
        assertParts(boundaries(2022, circle), G, 2019).isEqualTo(parts(part(G, 1)));
        assertBreak(boundaries(2018, closed(X, "2019-01-01", X)), X, 2020, X, "2019-01-01");
        assertBreak(
                boundaries(2018, closed(G, "2019-01-01", X), closed(X, "2020-01-01", Y), closed(Y, "2020-01-01", X)),
                G,
                2021,
                X,
                "2020-01-01");
    }

    @Test
    void a_gebied_that_was_closed_has_no_boundaries_in_that_year() {
        assertInvalid("boundaries", () -> boundaries(2021, HAAREN_DIVIDED).counterpart(HAAREN, 2019));
        assertInvalid("boundaries", () -> boundaries(2023, WEESP_INTO_AMSTERDAM).counterpart(WEESP, 2023));
    }

    @Test
    void a_figure_is_an_estimate_when_anything_but_the_gebied_itself_takes_part() {
        assertThat(parts(part(TILBURG, 1)).estimates(TILBURG)).isFalse();
        assertThat(parts(part(TILBURG, 1), part(HAAREN, 0.2)).estimates(TILBURG))
                .isTrue();
        assertThat(parts(part(Y, 1)).estimates(X)).isTrue();
    }

    private static Boundaries boundaries(int year, Closure... closures) {
        return new Boundaries(year, List.of(closures), Set.of());
    }

    private static Closure closed(GebiedCode code, String on, GebiedCode... successors) {
        return new Closure(code, LocalDate.parse(on), new Succession(new TreeSet<>(List.of(successors)), null));
    }

    private static Closure divided(GebiedCode code, String on, Map<GebiedCode, Double> shares) {
        return new Closure(
                code,
                LocalDate.parse(on),
                new Succession(
                        new TreeSet<>(shares.keySet()),
                        new SuccessorShares(ShareBasis.INHABITANTS, new TreeMap<>(shares))));
    }

    private static Part part(GebiedCode gebied, double factor) {
        return new Part(gebied, factor);
    }

    private static Parts parts(Part... parts) {
        return new Parts(List.of(parts));
    }

    private static AbstractObjectAssert<?, Counterpart> assertParts(
            Boundaries boundaries, GebiedCode gebied, int year) {
        return assertThat(boundaries.counterpart(gebied, year));
    }

    private static void assertBreak(Boundaries boundaries, GebiedCode gebied, int year, GebiedCode at, String on) {
        assertThat(boundaries.counterpart(gebied, year)).isInstanceOfSatisfying(Break.class, found -> {
            assertThat(found.at()).isEqualTo(at);
            assertThat(found.on()).isEqualTo(LocalDate.parse(on));
            assertThat(found.why()).contains(at.value());
        });
    }
}
