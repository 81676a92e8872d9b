package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.observation.Suppression.PRIMARY;
import static nl.gebiedsmonitor.domain.observation.Suppression.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Disclosure.Total;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DisclosureTest {

    private static final GebiedCode GEMEENTE = new GebiedCode("GM0001");
    private static final GebiedCode WIJK_1 = new GebiedCode("WK000101");
    private static final GebiedCode WIJK_2 = new GebiedCode("WK000102");
    private static final GebiedCode WIJK_3 = new GebiedCode("WK000103");
    private static final GebiedCode WIJK_4 = new GebiedCode("WK000104");
    private static final GebiedCode BUURT_2A = new GebiedCode("BU00010201");
    private static final GebiedCode BUURT_2B = new GebiedCode("BU00010202");
    private static final Total WIJKEN = total(GEMEENTE, WIJK_1, WIJK_2, WIJK_3, WIJK_4);

    @Test
    void where_no_figure_is_under_the_threshold_nothing_is_hidden() {
        assertThat(hidden(5, Map.of(GEMEENTE, 15.0, WIJK_1, 5.0, WIJK_2, 10.0), WIJKEN))
                .isEmpty();
    }

    @Test
    void a_figure_under_the_threshold_is_hidden_and_so_is_0() {
        assertThat(hidden(5, Map.of(WIJK_1, 4.999, WIJK_2, 0.0, WIJK_3, 5.0, WIJK_4, -4.0, GEMEENTE, -5.0)))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_2, PRIMARY, WIJK_4, PRIMARY));
    }

    @Test
    void with_a_single_hidden_part_the_next_smallest_is_hidden_as_well() {
        assertThat(hidden(5, Map.of(GEMEENTE, 63.0, WIJK_1, 3.0, WIJK_2, 30.0, WIJK_3, 20.0, WIJK_4, 10.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_4, SECONDARY));
    }

    @Test
    void of_parts_of_one_size_the_first_code_is_hidden_first() {
        assertThat(hidden(5, Map.of(GEMEENTE, 33.0, WIJK_1, 3.0, WIJK_2, 10.0, WIJK_3, 10.0, WIJK_4, 10.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_2, SECONDARY));
    }

    @Test
    void hidden_parts_that_stay_under_the_threshold_together_are_joined_by_another() {
        assertThat(hidden(5, Map.of(GEMEENTE, 53.0, WIJK_1, 3.0, WIJK_2, 0.0, WIJK_3, 20.0, WIJK_4, 30.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_2, PRIMARY, WIJK_3, SECONDARY));
        assertThat(hidden(5, Map.of(GEMEENTE, 55.0, WIJK_1, 3.0, WIJK_2, 2.0, WIJK_3, 20.0, WIJK_4, 30.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_2, PRIMARY));
    }

    @Test
    void when_no_part_is_left_to_hide_the_total_is_hidden() {
        assertThat(hidden(5, Map.of(GEMEENTE, 6.0, WIJK_1, 3.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, GEMEENTE, SECONDARY));
    }

    @Test
    void parts_without_a_figure_hide_nothing() {
        assertThat(hidden(5, Map.of(GEMEENTE, 63.0, WIJK_1, 3.0, WIJK_4, 10.0), WIJKEN))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_4, SECONDARY));
    }

    @Test
    void a_total_without_a_figure_gives_nothing_away() {
        assertThat(hidden(5, Map.of(WIJK_1, 3.0, WIJK_2, 30.0), WIJKEN)).isEqualTo(Map.of(WIJK_1, PRIMARY));
    }

    @Test
    void what_is_hidden_for_another_is_not_told_by_its_own_parts() {
        Total buurten = total(WIJK_2, BUURT_2A, BUURT_2B);
        assertThat(hidden(
                        5,
                        Map.of(GEMEENTE, 53.0, WIJK_1, 3.0, WIJK_2, 20.0, WIJK_3, 30.0, BUURT_2A, 12.0, BUURT_2B, 8.0),
                        WIJKEN,
                        buurten))
                .isEqualTo(Map.of(WIJK_1, PRIMARY, WIJK_2, SECONDARY, BUURT_2B, SECONDARY));
    }

    @Test
    void a_total_that_is_hidden_is_a_hidden_part_of_the_next_total() {
        Total buurten = total(WIJK_2, BUURT_2A, BUURT_2B);
        assertThat(hidden(
                        5,
                        Map.of(GEMEENTE, 50.0, WIJK_1, 40.0, WIJK_2, 10.0, BUURT_2A, 4.0, BUURT_2B, 0.0),
                        WIJKEN,
                        buurten))
                .isEqualTo(Map.of(BUURT_2A, PRIMARY, BUURT_2B, PRIMARY, WIJK_2, SECONDARY, WIJK_1, SECONDARY));
    }

    /** Were all of them looked at whenever one is hidden, this would take minutes. */
    @Test
    @Timeout(20)
    void a_country_of_buurten_is_done_at_once() {
        Map<GebiedCode, Double> values = new HashMap<>();
        List<GebiedCode> buurten = IntStream.range(0, 60_000)
                .mapToObj(number -> new GebiedCode("BU%08d".formatted(number)))
                .toList();
        buurten.forEach(buurt -> values.put(buurt, 0.0));
        values.put(new GebiedCode("NL"), 1_000_000.0);
        List<Total> totals = new ArrayList<>();
        totals.add(new Total(new GebiedCode("NL"), new TreeSet<>(buurten)));
        assertThat(Disclosure.hidden(5, values, totals)).hasSize(60_001);
    }

    private static SortedMap<GebiedCode, Suppression> hidden(
            double threshold, Map<GebiedCode, Double> values, Total... totals) {
        return Disclosure.hidden(threshold, values, List.of(totals));
    }

    private static Total total(GebiedCode of, GebiedCode... parts) {
        return new Total(of, new TreeSet<>(List.of(parts)));
    }
}
