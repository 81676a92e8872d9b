package nl.gebiedsmonitor.domain.gebied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {

    private static final GebiedCode PRESIKHAAF = new GebiedCode("WK020206");
    private static final GebiedCode MALBURGEN = new GebiedCode("WK020213");

    @ParameterizedTest
    @ValueSource(strings = {"NL", "PV25", "GM0202", "WK020206", "BU02020601", "6828"})
    void every_gebied_but_a_focus_area_may_be_a_member(GebiedCode member) {
        assertThat(of(2020, member).members()).containsExactly(member);
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2100})
    void a_reference_year_may_be_the_first_or_the_last_there_is(int year) {
        assertThat(of(year, PRESIKHAAF).referenceYear()).isEqualTo(year);
    }

    @Test
    void members_stand_in_the_order_of_their_codes_however_they_were_given() {
        SortedSet<GebiedCode> backwards = new TreeSet<>(Comparator.reverseOrder());
        backwards.addAll(List.of(PRESIKHAAF, MALBURGEN));
        var composition = new Composition(backwards, 2020, CompositionStatus.INDICATIVE);
        assertThat(composition.members()).containsExactly(PRESIKHAAF, MALBURGEN);
    }

    @Test
    void members_are_not_added_afterwards() {
        assertThatThrownBy(() -> of(2020, PRESIKHAAF).members().add(MALBURGEN))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void another_year_or_another_status_is_another_composition() {
        assertThat(of(2020, PRESIKHAAF))
                .isNotEqualTo(of(2021, PRESIKHAAF))
                .isNotEqualTo(new Composition(new TreeSet<>(List.of(PRESIKHAAF)), 2020, CompositionStatus.ESTABLISHED));
    }

    private static Composition of(int year, GebiedCode... members) {
        return new Composition(new TreeSet<>(List.of(members)), year, CompositionStatus.INDICATIVE);
    }
}
