package nl.gebiedsmonitor.domain.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;
import nl.gebiedsmonitor.domain.gebied.Membership.Members;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final Closure HAAREN_DIVIDED =
            closure("GM0788", "2021-01-01", Map.of("GM0757", 0.1, "GM0824", 0.3, "GM0855", 0.2, "GM0865", 0.4));
    private static final Closure HAAREN_SOMEHOW =
            closure("GM0788", "2021-01-01", "GM0757", "GM0824", "GM0855", "GM0865");
    private static final Closure WEESP_INTO_AMSTERDAM = closure("GM0457", "2022-03-24", "GM0363");

    private final Map<GebiedCode, Optional<GebiedCode>> registered = new HashMap<>();
    private final Map<GebiedCode, Composition> compositions = new HashMap<>();
    private final Map<GebiedCode, Integer> firstYears = new HashMap<>();

    @Test
    void the_country_and_a_provincie_consist_of_gemeenten_a_gemeente_of_wijken_and_a_wijk_of_buurten() {
        register("NL", "PV25", "PV30", "GM0202", "GM0855", "WK020201", "WK020202", "BU02020101", "BU02020102");
        registered.put(code("GM0202"), Optional.of(code("PV25")));
        registered.put(code("GM0855"), Optional.of(code("PV30")));
        assertMembers("NL", "GM0202", "GM0855");
        assertMembers("PV25", "GM0202");
        assertMembers("GM0202", "WK020201", "WK020202");
        assertMembers("WK020201", "BU02020101", "BU02020102");
        assertThat(membership().isComposed(code("WK020201"))).isTrue();
        assertThat(membership().isComposed(code("WK020202"))).isFalse();
        assertMembers("WK020202");
    }

    @Test
    void a_buurt_whose_wijk_is_not_registered_counts_for_its_gemeente() {
        register("GM0202", "WK020201", "BU02020101", "BU02020201");
        assertMembers("GM0202", "BU02020201", "WK020201");
    }

    @Test
    void a_postcode_area_lies_across_the_others_and_is_no_part_of_them() {
        register("GM0202", "WK020201");
        registered.put(code("6828"), Optional.of(code("GM0202")));
        assertMembers("GM0202", "WK020201");
    }

    @Test
    void a_closed_gebied_is_a_member_until_the_division_that_lacks_it() {
        register("NL", "GM0363", "GM0457");
        Membership membership = membership(WEESP_INTO_AMSTERDAM);
        assertThat(membership.of(code("NL"), 2022).parts()).containsExactly(part("GM0363", 1), part("GM0457", 1));
        assertThat(membership.of(code("NL"), 2023).parts()).containsExactly(part("GM0363", 1));
    }

    @Test
    void a_focus_area_consists_of_its_members_from_whatever_gemeente() {
        compose("SV-GRENS", 2024, "WK020201", "BU03630100", "6828");
        assertMembers("SV-GRENS", "6828", "BU03630100", "WK020201");
        assertThat(membership().isComposed(code("SV-GRENS"))).isTrue();
    }

    @Test
    void what_lies_inside_another_counts_once() {
        register("NL", "PV25", "WK020201");
        registered.put(code("GM0202"), Optional.of(code("PV25")));
        registered.put(code("6828"), Optional.of(code("GM0202")));
        registered.put(code("SV-OOST"), Optional.of(code("GM0202")));
        compose("SV-OOST", 2024, "WK020201", "BU02020101");
        assertMembers("SV-OOST", "WK020201");
        assertThat(together(2024, "GM0202", "BU02020101")).containsExactly(part("GM0202", 1));
        assertThat(together(2024, "PV25", "GM0202", "6828")).containsExactly(part("PV25", 1));
        assertThat(together(2024, "NL", "6828", "SV-OOST")).containsExactly(part("NL", 1));
        assertThat(together(2024, "GM0202", "SV-OOST")).containsExactly(part("GM0202", 1));
    }

    @Test
    void a_focus_area_beside_others_counts_through_its_members_and_these_only_once() {
        compose("SV-OOST", 2024, "WK020201");
        assertThat(together(2024, "SV-OOST", "WK020201", "BU02020101", "WK020202"))
                .containsExactly(part("WK020201", 1), part("WK020202", 1));
    }

    @Test
    void a_member_is_followed_back_before_a_division_by_its_share() {
        compose("SV-GROEN", 2024, "GM0855", "GM0865");
        Membership membership = membership(HAAREN_DIVIDED);
        assertThat(membership.of(code("SV-GROEN"), 2021).parts()).containsExactly(part("GM0855", 1), part("GM0865", 1));
        assertThat(membership.of(code("SV-GROEN"), 2020).parts())
                .containsExactly(part("GM0788", 0.2 + 0.4), part("GM0855", 1), part("GM0865", 1));
    }

    @Test
    void what_all_its_successors_together_hold_is_whole_in_spite_of_rounding() {
        assertThat(0.7 + 0.2 + 0.1).isLessThan(1);
        Closure division = closure("GM0001", "2021-01-01", Map.of("GM0002", 0.7, "GM0003", 0.2, "GM0004", 0.1));
        compose("SV-ALLES", 2024, "GM0002", "GM0003", "GM0004");
        assertThat(membership(division).of(code("SV-ALLES"), 2020).parts()).contains(part("GM0001", 1));
    }

    @Test
    void before_a_division_without_shares_it_is_told_which_member_is_broken_and_why() {
        compose("SV-GROEN", 2024, "GM0855", "GM0344");
        Members members = membership(HAAREN_SOMEHOW).of(code("SV-GROEN"), 2020);
        assertThat(members.parts()).containsExactly(part("GM0344", 1));
        assertThat(members.broken()).containsOnlyKeys(code("GM0855"));
        assertThat(members.broken().get(code("GM0855"))).satisfies(broken -> {
            assertThat(broken.at()).isEqualTo(code("GM0788"));
            assertThat(broken.on()).isEqualTo(LocalDate.of(2021, 1, 1));
            assertThat(broken.why()).isEqualTo("It is not known which share of GM0788 went to each of its successors.");
        });
    }

    @Test
    void a_member_that_was_closed_before_the_reference_year_is_broken_in_every_year() {
        compose("SV-OUD", 2023, "GM0457", "GM0344");
        for (int year : List.of(2020, 2023, 2024)) {
            Members members = membership(WEESP_INTO_AMSTERDAM).of(code("SV-OUD"), year);
            assertThat(members.parts()).containsExactly(part("GM0344", 1));
            assertThat(members.broken().get(code("GM0457")))
                    .extracting(Counterpart.Break::why)
                    .isEqualTo("GM0457 was closed on 2022-03-24 and is no part of the division of 2023.");
        }
    }

    @Test
    void a_successor_that_had_figures_already_does_not_stand_for_what_went_into_it() {
        compose("SV-WEESP", 2021, "GM0457");
        firstYears.put(code("GM0363"), 2021);
        Members members = membership(WEESP_INTO_AMSTERDAM).of(code("SV-WEESP"), 2023);
        assertThat(members.parts()).isEmpty();
        assertThat(members.broken().get(code("GM0457")))
                .extracting(Counterpart.Break::why)
                .isEqualTo("GM0457 went into GM0363, which holds more than that.");
        assertThat(membership(WEESP_INTO_AMSTERDAM).of(code("SV-WEESP"), 2022).parts())
                .containsExactly(part("GM0457", 1));
    }

    @Test
    void a_successor_that_has_figures_of_later_years_only_stands_for_what_went_into_it() {
        compose("SV-OOST", 2021, "WK020201");
        firstYears.put(code("WK020299"), 2022);
        assertThat(membership(closure("WK020201", "2022-01-01", "WK020299"))
                        .of(code("SV-OOST"), 2023)
                        .parts())
                .containsExactly(part("WK020299", 1));
    }

    @Test
    void members_that_came_together_with_nothing_else_stand_for_themselves_still() {
        compose("SV-MET-WEESP", 2021, "GM0363", "GM0457");
        firstYears.put(code("GM0363"), 2005);
        Members members = membership(WEESP_INTO_AMSTERDAM).of(code("SV-MET-WEESP"), 2023);
        assertThat(members.parts()).containsExactly(part("GM0363", 1));
        assertThat(members.broken()).isEmpty();
    }

    @Test
    void a_gebied_may_be_younger_than_its_last_predecessor_unless_it_has_figures_of_then() {
        firstYears.put(code("GM0855"), 2019);
        Membership membership = membership(HAAREN_DIVIDED);
        assertThat(membership.mayBeYoungerThan(code("GM0865"), 2020)).isTrue();
        assertThat(membership.mayBeYoungerThan(code("GM0865"), 2021)).isFalse();
        assertThat(membership.mayBeYoungerThan(code("GM0855"), 2018)).isTrue();
        assertThat(membership.mayBeYoungerThan(code("GM0855"), 2019)).isFalse();
        assertThat(membership.mayBeYoungerThan(code("GM0344"), 1900)).isFalse();
    }

    private void register(String... codes) {
        Arrays.stream(codes)
                .forEach(code -> registered.put(code(code), code(code).parent()));
    }

    private void compose(String focus, int referenceYear, String... members) {
        compositions.put(
                code(focus),
                new Composition(new TreeSet<>(codes(members)), referenceYear, CompositionStatus.ESTABLISHED));
    }

    private Membership membership(Closure... closures) {
        return new Membership(registered, compositions, List.of(closures), firstYears);
    }

    private List<Part> together(int year, String... codes) {
        return membership().on(year, codes(codes), year).parts();
    }

    private void assertMembers(String gebied, String... members) {
        Members found = membership().of(code(gebied), 2024);
        assertThat(found.parts())
                .containsExactlyElementsOf(
                        Arrays.stream(members).map(member -> part(member, 1)).toList());
        assertThat(found.broken()).isEmpty();
    }

    private static Closure closure(String code, String on, String... successors) {
        return new Closure(code(code), LocalDate.parse(on), new Succession(new TreeSet<>(codes(successors)), null));
    }

    private static Closure closure(String code, String on, Map<String, Double> shares) {
        TreeMap<GebiedCode, Double> byCode = new TreeMap<>();
        shares.forEach((successor, share) -> byCode.put(code(successor), share));
        return new Closure(
                code(code),
                LocalDate.parse(on),
                new Succession(new TreeSet<>(byCode.keySet()), new SuccessorShares(ShareBasis.ADDRESSES, byCode)));
    }

    private static Part part(String code, double factor) {
        return new Part(code(code), factor);
    }

    private static Collection<GebiedCode> codes(String... codes) {
        return Arrays.stream(codes).map(GebiedCode::new).toList();
    }

    private static GebiedCode code(String code) {
        return new GebiedCode(code);
    }
}
