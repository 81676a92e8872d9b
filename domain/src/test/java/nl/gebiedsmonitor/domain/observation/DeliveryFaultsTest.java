package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.observation.Register.AFWIJKING;
import static nl.gebiedsmonitor.domain.observation.Register.AMSTERDAM;
import static nl.gebiedsmonitor.domain.observation.Register.ARNHEM;
import static nl.gebiedsmonitor.domain.observation.Register.NEDERLAND;
import static nl.gebiedsmonitor.domain.observation.Register.PRESIKHAAF;
import static nl.gebiedsmonitor.domain.observation.Register.QUARTER;
import static nl.gebiedsmonitor.domain.observation.Register.RETIRED;
import static nl.gebiedsmonitor.domain.observation.Register.UNDEFINED;
import static nl.gebiedsmonitor.domain.observation.Register.UNKNOWN;
import static nl.gebiedsmonitor.domain.observation.Register.WERKLOOSHEID;
import static nl.gebiedsmonitor.domain.observation.Register.YEAR;
import static nl.gebiedsmonitor.domain.observation.Register.afwijking;
import static nl.gebiedsmonitor.domain.observation.Register.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import nl.gebiedsmonitor.domain.observation.TestDesk.Posting;
import org.junit.jupiter.api.Test;

/** What a receipt tells of the cells that are refused. */
class DeliveryFaultsTest {

    private static final FieldNames WIDE = new FieldNames("afw", "postcode", "jaar", "afw");

    private final TestDesk desk = new TestDesk();

    @Test
    void of_very_many_faults_those_of_the_first_lines_are_shown_and_all_are_counted() {
        Cell[] fromTheLast = LongStream.rangeClosed(1, 3_000)
                .map(line -> 3_001 - line)
                .mapToObj(line -> afwijking(line, line % 2 == 0 ? UNKNOWN : ARNHEM, 99))
                .toArray(Cell[]::new);
        Receipt receipt = tryOut(fromTheLast);
        assertThat(receipt.errors())
                .hasSize(Receipt.SHOWN)
                .extracting(Fault::line)
                .isSorted();
        assertThat(receipt.errors().getFirst().line()).isEqualTo(1);
        assertThat(receipt.errors().getLast().line()).isLessThan(700);
        assertThat(receipt.rejected()).isEqualTo(3_000);
        assertThat(receipt.errorCount()).isEqualTo(7_500);
    }

    @Test
    void every_rule_is_told_by_line_in_the_order_of_the_lines() {
        assertThat(tryOut(
                                afwijking(9, NEDERLAND, 50.1),
                                cell(8, RETIRED, ARNHEM, YEAR, 1),
                                afwijking(7, UNKNOWN, 1),
                                cell(6, WERKLOOSHEID, ARNHEM, YEAR, 1),
                                cell(5, UNDEFINED, ARNHEM, YEAR, 1),
                                afwijking(4, AMSTERDAM, -50.1))
                        .errors())
                .extracting(Fault::line, Fault::field, Fault::value, Fault::rule)
                .containsExactly(
                        tuple(4L, "value", "-50.1", "value-in-range"),
                        tuple(5L, "indicator", "ONBEKEND", "indicator-defined"),
                        tuple(6L, "period", "2024", "period-fits-frequency"),
                        tuple(7L, "gebied", "GM9999", "gebied-known"),
                        tuple(8L, "indicator", "WOZ-OUD", "indicator-in-use"),
                        tuple(9L, "value", "50.1", "value-in-range"));
    }

    @Test
    void a_cell_with_many_faults_is_rejected_once() {
        Receipt receipt = tryOut(cell(2, AFWIJKING, UNKNOWN, QUARTER, 99));
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(receipt.errorCount()).isEqualTo(3);
    }

    @Test
    void a_fault_is_told_in_the_words_of_the_sender() {
        var cell = new Cell(2, WIDE, AFWIJKING, Observation.of(UNKNOWN, QUARTER, 99));
        assertThat(tryOut(cell).errors()).extracting(Fault::field).containsExactly("postcode", "jaar", "afw");
    }

    @Test
    void what_is_wrong_with_a_whole_line_is_told_once_for_all_its_cells() {
        Receipt receipt = tryOut(
                new Cell(2, WIDE, AFWIJKING, Observation.of(UNKNOWN, YEAR, 1)),
                new Cell(2, WIDE, WERKLOOSHEID, Observation.of(UNKNOWN, QUARTER, 1)));
        assertThat(receipt.rejected()).isEqualTo(2);
        assertThat(receipt.errors()).extracting(Fault::rule).containsExactly("gebied-known");
        assertThat(receipt.errorCount()).isEqualTo(1);
    }

    @Test
    void a_figure_given_twice_names_both_lines_and_rejects_both() {
        Receipt receipt = desk.send(
                Posting.of(afwijking(2, ARNHEM, 1.5), afwijking(3, PRESIKHAAF, 2.5), afwijking(4, ARNHEM, 1.5))
                        .asPartial()
                        .as("levering-1"));
        assertThat(receipt.rejected()).isEqualTo(2);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.errors())
                .extracting(Fault::line, Fault::rule, Fault::detail)
                .containsExactly(tuple(2L, "given-once", twice(2, 4)), tuple(4L, "given-once", twice(2, 4)));
        assertThat(desk.held().values()).containsExactly(Observation.of(PRESIKHAAF, YEAR, 2.5));
    }

    @Test
    void a_figure_given_three_times_names_the_first_line_and_another() {
        assertThat(tryOut(afwijking(2, ARNHEM, 1.5), afwijking(3, ARNHEM, 1.6), afwijking(4, ARNHEM, 1.7))
                        .errors())
                .extracting(Fault::line, Fault::detail)
                .containsExactly(tuple(2L, twice(2, 3)), tuple(3L, twice(2, 3)), tuple(4L, twice(2, 4)));
    }

    @Test
    void the_lines_of_a_figure_given_twice_do_not_depend_on_the_order_of_the_cells() {
        assertThat(tryOut(afwijking(4, ARNHEM, 1.7), afwijking(2, ARNHEM, 1.5), afwijking(3, ARNHEM, 1.6))
                        .errors())
                .extracting(Fault::line, Fault::detail)
                .containsExactly(tuple(2L, twice(2, 3)), tuple(3L, twice(2, 3)), tuple(4L, twice(2, 4)));
    }

    @Test
    void two_identical_cells_on_one_line_are_two_rejected_cells() {
        assertThat(tryOut(afwijking(2, ARNHEM, 1.5), afwijking(2, ARNHEM, 1.5)).rejected())
                .isEqualTo(2);
    }

    @Test
    void a_figure_of_another_indicator_gebied_or_period_is_another_figure() {
        assertThat(tryOut(
                                afwijking(2, ARNHEM, 1.5),
                                afwijking(3, PRESIKHAAF, 1.5),
                                cell(4, AFWIJKING, ARNHEM, new Period("2023"), 1.5),
                                cell(5, WERKLOOSHEID, ARNHEM, QUARTER, 1.5))
                        .accepted())
                .isEqualTo(4);
    }

    @Test
    void a_figure_that_needs_a_revision_is_named_without_the_value_that_stands_which_may_be_hidden() {
        desk.deliver(afwijking(1, ARNHEM, 1.5));
        assertThat(tryOut(afwijking(2, ARNHEM, 1.6)).errors()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("final-value-needs-revision");
            assertThat(fault.value()).isEqualTo("1.6");
            assertThat(fault.detail()).contains("LBM-AFW of GM0202 in 2024").doesNotContain("1.5");
        });
    }

    @Test
    void the_first_1000_faults_are_listed_and_all_are_counted() {
        Cell[] cells = LongStream.iterate(2500, line -> line > 0, line -> line - 1)
                .mapToObj(line -> afwijking(line, new GebiedCode("GM%04d".formatted(9999 - line)), 1))
                .toArray(Cell[]::new);
        Receipt receipt = tryOut(cells);
        assertThat(receipt.rejected()).isEqualTo(2500);
        assertThat(receipt.errorCount()).isEqualTo(2500);
        assertThat(receipt.errors())
                .extracting(Fault::line)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void faults_of_what_could_not_be_read_are_listed_among_the_others_and_all_counted() {
        List<Fault> listed = LongStream.rangeClosed(1, 1000)
                .mapToObj(line -> new Fault(2 * line, "value", "veel", "number", "This is a number."))
                .toList();
        Receipt receipt = desk.send(new ReceiveDelivery(
                "levering-1", null, true, true, null, List.of(afwijking(3, UNKNOWN, 1)), listed, 1500, 1400));
        assertThat(receipt.rejected()).isEqualTo(1401);
        assertThat(receipt.errorCount()).isEqualTo(1501);
        assertThat(receipt.errors())
                .hasSize(1000)
                .extracting(Fault::line)
                .startsWith(2L, 3L, 4L)
                .endsWith(1998L);
    }

    private Receipt tryOut(Cell... cells) {
        return desk.send(Posting.of(cells).asDryRun().as("proef"));
    }

    private static String twice(long one, long other) {
        return "LBM-AFW of GM0202 in 2024 is given twice: on line " + one + " and on line " + other + ".";
    }
}
