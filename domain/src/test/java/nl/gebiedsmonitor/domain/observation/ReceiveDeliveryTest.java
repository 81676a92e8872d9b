package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.observation.Register.AFWIJKING;
import static nl.gebiedsmonitor.domain.observation.Register.AMSTERDAM;
import static nl.gebiedsmonitor.domain.observation.Register.ARNHEM;
import static nl.gebiedsmonitor.domain.observation.Register.PC4;
import static nl.gebiedsmonitor.domain.observation.Register.PRESIKHAAF;
import static nl.gebiedsmonitor.domain.observation.Register.QUARTER;
import static nl.gebiedsmonitor.domain.observation.Register.UNKNOWN;
import static nl.gebiedsmonitor.domain.observation.Register.WERKLOOSHEID;
import static nl.gebiedsmonitor.domain.observation.Register.YEAR;
import static nl.gebiedsmonitor.domain.observation.Register.afwijking;
import static nl.gebiedsmonitor.domain.observation.Register.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.DeliveryEvent.DeliveryReceived;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.ObservationsRevised;
import nl.gebiedsmonitor.domain.observation.TestDesk.Posting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiveDeliveryTest {

    private static final Observation MISSING = Observation.missing(PC4, YEAR, MissingReason.NOT_PUBLISHED);

    private final TestDesk desk = new TestDesk();

    @Test
    void a_delivery_over_many_series_is_an_event_per_series_and_one_of_its_receipt() {
        Receipt receipt = desk.send(Posting.of(
                        afwijking(2, PRESIKHAAF, 1.5),
                        cell(3, WERKLOOSHEID, ARNHEM, QUARTER, 4.5),
                        afwijking(4, AMSTERDAM, 2.5),
                        afwijking(5, ARNHEM, 3.5))
                .as("levering-1"));
        assertThat(receipt).isEqualTo(new Receipt("levering-1", 4, 0, 0, 0, 0, List.of(), 0));
        assertThat(desk.events())
                .containsExactly(
                        recorded("LBM-AFW/GM0202", of(PRESIKHAAF, 1.5), of(ARNHEM, 3.5)),
                        recorded("LBM-AFW/GM0363", of(AMSTERDAM, 2.5)),
                        recorded("WERKLOOSHEID/GM0202", Observation.of(ARNHEM, QUARTER, 4.5)),
                        new DeliveryReceived("levering-1", "CBS", null, 4, 0, 0, 0, 0));
    }

    @Test
    void an_identical_delivery_changes_nothing_and_adds_no_event() {
        Posting posting = Posting.of(afwijking(2, ARNHEM, 1.5), missing(3));
        desk.send(posting.as("levering-1"));
        List<DomainEvent> before = desk.events();
        assertThat(desk.send(posting.as("levering-2")))
                .isEqualTo(new Receipt("levering-2", 0, 2, 0, 0, 0, List.of(), 0));
        assertThat(desk.send(posting.revising("Voor de zekerheid").as("levering-3")))
                .isEqualTo(new Receipt("levering-3", 0, 2, 0, 0, 0, List.of(), 0));
        assertThat(desk.events()).isEqualTo(before);
    }

    @Test
    void every_count_is_disjoint_from_the_others_and_they_add_up() {
        desk.deliver(afwijking(1, ARNHEM, 1.5), afwijking(2, AMSTERDAM, 2.5));
        Receipt receipt = desk.send(Posting.of(
                        afwijking(2, ARNHEM, 1.5),
                        afwijking(3, AMSTERDAM, 2.6),
                        afwijking(4, PRESIKHAAF, 3.5),
                        missing(5),
                        afwijking(6, UNKNOWN, 99))
                .asPartial()
                .revising("Rekenfout")
                .as("levering-2"));
        assertThat(receipt)
                .extracting(
                        Receipt::accepted, Receipt::unchanged, Receipt::revised, Receipt::rejected, Receipt::missing)
                .containsExactly(1L, 1L, 1L, 1L, 1L);
        assertThat(receipt.errorCount()).isEqualTo(2);
        assertThat(desk.events()).endsWith(new DeliveryReceived("levering-2", "CBS", "Rekenfout", 1, 1, 1, 1, 1));
    }

    @Test
    void a_final_value_that_becomes_missing_is_revised_and_not_missing_anew() {
        desk.deliver(afwijking(1, PC4, 1.5));
        Receipt receipt =
                desk.send(Posting.of(missing(2)).revising("Teruggetrokken").as("levering-2"));
        assertThat(receipt).isEqualTo(new Receipt("levering-2", 0, 0, 1, 0, 0, List.of(), 0));
        assertThat(desk.events())
                .contains(new ObservationsRevised(
                        SeriesId.parse("LBM-AFW/68"), "levering-2", "Teruggetrokken", List.of(MISSING)));
    }

    @Test
    void new_figures_and_replaced_ones_of_a_series_are_events_of_their_own() {
        desk.deliver(afwijking(1, ARNHEM, 1.5));
        List<DomainEvent> before = desk.events();
        desk.send(Posting.of(afwijking(2, ARNHEM, 1.6), afwijking(3, PRESIKHAAF, 3.5))
                .revising("Rekenfout")
                .as("levering-2"));
        SeriesId series = SeriesId.of(AFWIJKING, ARNHEM);
        assertThat(desk.eventsSince(before))
                .containsExactly(
                        new IndicatorRecorded(series, "levering-2", List.of(of(PRESIKHAAF, 3.5))),
                        new ObservationsRevised(series, "levering-2", "Rekenfout", List.of(of(ARNHEM, 1.6))),
                        new DeliveryReceived("levering-2", "CBS", "Rekenfout", 1, 0, 1, 0, 0));
    }

    @Test
    void one_fault_keeps_the_whole_delivery_out() {
        assertThatThrownBy(() -> desk.deliver(afwijking(2, ARNHEM, 1.5), afwijking(3, UNKNOWN, 2.5)))
                .isInstanceOfSatisfying(DeliveryRejected.class, rejected -> {
                    assertThat(rejected.receipt().accepted()).isEqualTo(1);
                    assertThat(rejected.receipt().rejected()).isEqualTo(1);
                    assertThat(rejected.receipt().errors())
                            .extracting(Fault::line)
                            .containsExactly(3L);
                });
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void a_fault_of_what_could_not_be_read_keeps_the_whole_delivery_out() {
        Fault unreadable = new Fault(3L, "value", "veel", "number", "A number is written as -12.5.");
        var delivery = new ReceiveDelivery(
                "levering-1", null, false, false, null, List.of(afwijking(2, ARNHEM, 1.5)), List.of(unreadable), 1, 1);
        DeliveryRejected rejected = catchThrowableOfType(DeliveryRejected.class, () -> desk.send(delivery));
        assertThat(rejected.receipt()).isEqualTo(new Receipt("levering-1", 1, 0, 0, 1, 0, List.of(unreadable), 1));
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void a_partial_delivery_takes_the_good_cells() {
        Receipt receipt = desk.send(Posting.of(afwijking(2, UNKNOWN, 2.5), afwijking(3, ARNHEM, 1.5))
                .asPartial()
                .as("levering-1"));
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(desk.events())
                .containsExactly(
                        recorded("LBM-AFW/GM0202", of(ARNHEM, 1.5)),
                        new DeliveryReceived("levering-1", "CBS", null, 1, 0, 0, 1, 0));
    }

    @Test
    void a_partial_delivery_without_a_good_cell_adds_no_event() {
        Receipt receipt =
                desk.send(Posting.of(afwijking(2, UNKNOWN, 2.5)).asPartial().as("levering-1"));
        assertThat(receipt.changesAnything()).isFalse();
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_stores_nothing() {
        desk.deliver(afwijking(1, ARNHEM, 1.5));
        List<DomainEvent> before = desk.events();
        Posting posting = Posting.of(afwijking(2, ARNHEM, 1.6), afwijking(3, UNKNOWN, 2.5), afwijking(4, PC4, 3.5));
        Receipt receipt = desk.send(posting.asDryRun().as("proef"));
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.errors())
                .extracting(Fault::rule)
                .containsExactly("final-value-needs-revision", "gebied-known");
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.send(posting.asPartial().as("proef"))).isEqualTo(receipt);
    }

    @Test
    void an_event_holds_at_most_1000_observations() {
        Cell[] cells = IntStream.range(0, 2001)
                .mapToObj(number -> afwijking(number + 2L, new GebiedCode("BU0202%04d".formatted(number)), 1.5))
                .toArray(Cell[]::new);
        assertThat(desk.deliver(cells).accepted()).isEqualTo(2001);
        assertThat(desk.events())
                .filteredOn(IndicatorRecorded.class::isInstance)
                .extracting(event -> ((IndicatorRecorded) event).observations().size())
                .containsExactly(1000, 1000, 1);
        assertThat(desk.deliver(cells).unchanged()).isEqualTo(2001);
    }

    @Test
    void an_empty_delivery_changes_nothing() {
        assertThat(desk.deliver()).isEqualTo(new Receipt("eerder-1", 0, 0, 0, 0, 0, List.of(), 0));
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void a_reason_of_a_revision_is_not_blank() {
        RefusedBy.assertInvalid(
                "revision-reason", () -> Posting.of().revising(" ").as("levering-1"));
    }

    private static Cell missing(long line) {
        return new Cell(line, FieldNames.STANDARD, AFWIJKING, MISSING);
    }

    private static Observation of(GebiedCode gebied, double value) {
        return Observation.of(gebied, YEAR, value);
    }

    private static IndicatorRecorded recorded(String series, Observation... observations) {
        return recorded(series, "levering-1", observations);
    }

    private static IndicatorRecorded recorded(String series, @Nullable String delivery, Observation... observations) {
        return new IndicatorRecorded(SeriesId.parse(series), delivery, List.of(observations));
    }
}
