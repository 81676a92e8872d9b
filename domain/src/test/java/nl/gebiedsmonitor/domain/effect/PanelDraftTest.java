package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which panels there can be, and why not the others. */
class PanelDraftTest {

    private final List<Fault> faults = new ArrayList<>();
    private final PanelDraft draft = new PanelDraft(PanelDraft.Columns.STANDARD, faults::add);
    private long line = 1;

    @ParameterizedTest
    @CsvSource({
        "a 000, treated-unit",
        "a 111 b 000, untreated-before",
        "a 001 b 011, treated-at-once",
        "a 010 b 000, treated-to-the-end",
        "a 001 b 001, control-unit",
        "a 0 b 0, two-periods treated-unit",
        "a 1 b 0, two-periods"
    })
    void an_impossible_design_is_refused_with_the_reason(String treatments, String rules) {
        String[] words = treatments.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            for (int t = 0; t < words[i + 1].length(); t++) {
                draft.add(++line, words[i], Integer.toString(t), i + t, words[i + 1].charAt(t) == '1');
            }
        }
        assertThat(draft.finish()).isEmpty();
        assertThat(faults).extracting(Fault::rule).containsExactly(rules.split(" ", -1));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.detail()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-9 2019-10 2020-1, 2019-9",
        "Q4-2019 Q1-2020 Q2-2020, Q4-2019",
        "2019 2020-Q1 2020-Q2, 2019",
        "2019-Q4 2020 2021, 2020",
        "2024-12 2024-Q1 2024-Q2, 2024-Q1",
        "2019-12 2019-13 2020-01, 2019-13",
        "2019-02-28 2019-02-29 2019-03-01, 2019-02-29",
        "2019-W52 2019-W54 2020-W01, 2019-W54",
        "2019/2020 2020/2022 2021/2022, 2020/2022",
        "voor tijdens na, voor"
    })
    void times_whose_order_does_not_show_are_refused(String times, String first) {
        double value = 1;
        for (String unit : List.of("a", "b")) {
            for (String time : times.split(" ", -1)) {
                draft.add(++line, unit, time, value++, false);
            }
        }
        assertThat(draft.finish()).isEmpty();
        assertThat(faults).first().extracting(Fault::rule, Fault::value).containsExactly("time-order", first);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12 2020-01 2020-02",
        "2019-Q4 2020-Q1 2020-Q2",
        "9 10 11",
        "2019-12-31 2020-01-01 2020-01-02",
        "2019/2020 2020/2021 2021/2022"
    })
    void times_in_their_order_are_taken(String times) {
        double value = 1;
        String[] each = times.split(" ", -1);
        for (int t = each.length - 1; t >= 0; t--) {
            draft.add(++line, "a", each[t], value++, t == 2);
            draft.add(++line, "b", each[t], value++, false);
        }
        assertThat(draft.finish().orElseThrow().times()).containsExactly(each);
    }

    @ParameterizedTest
    @CsvSource({"2000 2000.0 2001, 2000 and 2000.0", "1 01 2, 01 and 1"})
    void one_time_that_is_written_in_two_ways_is_refused(String times, String same) {
        double value = 1;
        for (String unit : List.of("a", "b")) {
            for (String time : times.split(" ", -1)) {
                draft.add(++line, unit, time, value++, false);
            }
        }
        assertThat(draft.finish()).isEmpty();
        assertThat(faults)
                .first()
                .extracting(Fault::rule, Fault::detail)
                .containsExactly("time-once", same + " are the same time; write it in one way.");
    }

    @Test
    void an_outcome_that_is_the_same_everywhere_shows_nothing() {
        add("a", 5, 5);
        add("b", 5, 5);
        assertThat(draft.finish()).isEmpty();
        assertThat(faults).extracting(Fault::rule).containsExactly("outcome-varies");
    }

    @Test
    void values_beyond_what_can_be_squared_are_refused() {
        add("a", 5, -1e200);
        add("b", 5, 6);
        add("c", 1e101, 1e-200);
        assertThat(draft.finish()).isEmpty();
        assertThat(faults)
                .extracting(Fault::detail)
                .containsExactly(
                        "The value of a in 1 is -1.0E200; values are 0, or between 1e-100 and 1e100, with or without a minus sign.",
                        "The value of c in 0 is 1.0E101; values are 0, or between 1e-100 and 1e100, with or without a minus sign.",
                        "The value of c in 1 is 1.0E-200; values are 0, or between 1e-100 and 1e100, with or without a minus sign.");
        assertThat(faults).extracting(Fault::line).doesNotContainNull();
    }

    @Test
    void a_cell_given_twice_and_the_cells_that_are_missing_are_all_told() {
        draft.add(2, "a", "2020", 1, false);
        draft.add(3, "a", "2021", 1, false);
        draft.add(4, "b", "2020", 1, false);
        draft.add(5, "a", "2021", 2, false);
        draft.add(6, "c", "2022", 2, false);
        assertThat(draft.finish()).isEmpty();
        assertThat(faults)
                .extracting(Fault::rule)
                .containsExactlyInAnyOrder(
                        "cell-once",
                        "balanced-panel",
                        "balanced-panel",
                        "balanced-panel",
                        "balanced-panel",
                        "balanced-panel");
        assertThat(faults.getFirst().line()).isEqualTo(5);
        assertThat(faults.getFirst().detail()).contains("a in 2021").contains("line 3");
        assertThat(faults).extracting(Fault::value).contains("a in 2022", "b in 2021", "b in 2022", "c in 2020");
    }

    @Test
    void a_panel_of_holes_is_told_without_naming_every_hole() {
        for (int i = 0; i < 200_000; i++) {
            draft.add(i, "unit " + i, Integer.toString(i), i, false);
        }
        assertThat(draft.finish()).isEmpty();
        assertThat(faults).hasSize(101);
        assertThat(faults.getLast().detail()).contains(Long.toString(200_000L * 199_999 - 100));
    }

    @Test
    void periods_that_are_numbers_come_in_order_of_their_value() {
        for (String unit : List.of("b", "a")) {
            for (int t : new int[] {10, 9, 11}) {
                draft.add(++line, unit, Integer.toString(t), t, unit.equals("a") && t == 11);
            }
        }
        Optional<Panel> panel = draft.finish();
        assertThat(panel).isPresent();
        assertThat(panel.orElseThrow().times()).containsExactly("9", "10", "11");
        assertThat(panel.orElseThrow().controls()).containsExactly("b");
        assertThat(panel.orElseThrow().treated()).containsExactly("a");
        assertThat(panel.orElseThrow().prePeriods()).isEqualTo(2);
        assertThat(panel.orElseThrow().postPeriods()).isEqualTo(1);
    }

    @Test
    void nothing_is_said_to_be_missing_when_a_row_could_not_be_placed() {
        draft.add(2, "a", "2020", 1, false);
        draft.add(3, "a", "2021", 1, false);
        draft.add(4, "b", "2020", 1, false);
        draft.addUnplaced();
        assertThat(draft.finish()).isEmpty();
        assertThat(faults).isEmpty();
    }

    private void add(String unit, double... values) {
        for (int t = 0; t < values.length; t++) {
            draft.add(++line, unit, Integer.toString(t), values[t], unit.equals("a") && t == values.length - 1);
        }
    }
}
