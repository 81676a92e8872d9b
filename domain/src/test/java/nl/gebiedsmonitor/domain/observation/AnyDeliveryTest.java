package nl.gebiedsmonitor.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.TestDesk.Posting;

/** What holds for every delivery, drawn from few figures so that they meet, change and are given twice. */
class AnyDeliveryTest {

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void the_counts_add_up_to_the_cells_delivered(
            @ForAll("cells") List<Cell> held, @ForAll("cells") List<Cell> cells, @ForAll boolean revision) {
        TestDesk desk = deskHolding(held);
        Receipt receipt = desk.send(posting(cells, revision).as("levering"));
        assertThat(receipt.accepted()
                        + receipt.unchanged()
                        + receipt.revised()
                        + receipt.rejected()
                        + receipt.missing())
                .isEqualTo(cells.size());
        assertThat(receipt.errorCount() > 0).isEqualTo(receipt.rejected() > 0);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void the_order_of_the_cells_does_not_matter(
            @ForAll("cells") List<Cell> held,
            @ForAll("cells") List<Cell> cells,
            @ForAll boolean revision,
            @ForAll Random random) {
        List<Cell> shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, random);
        TestDesk one = deskHolding(held);
        TestDesk other = deskHolding(held);
        assertThat(other.send(posting(shuffled, revision).as("levering")))
                .isEqualTo(one.send(posting(cells, revision).as("levering")));
        assertThat(other.held()).isEqualTo(one.held());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void what_is_delivered_twice_is_unchanged_the_second_time(
            @ForAll("cells") List<Cell> held, @ForAll("cells") List<Cell> cells, @ForAll boolean revision) {
        TestDesk desk = deskHolding(held);
        Receipt first = desk.send(posting(cells, revision).as("levering-1"));
        List<DomainEvent> before = desk.events();
        assertThat(desk.send(posting(cells, revision).as("levering-2")))
                .isEqualTo(new Receipt(
                        "levering-2",
                        0,
                        cells.size() - first.rejected(),
                        0,
                        first.rejected(),
                        0,
                        first.errors(),
                        first.errorCount()));
        assertThat(desk.events()).isEqualTo(before);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void a_dry_run_tells_what_the_delivery_then_does(
            @ForAll("cells") List<Cell> held, @ForAll("cells") List<Cell> cells, @ForAll boolean revision) {
        TestDesk desk = deskHolding(held);
        List<DomainEvent> before = desk.events();
        Receipt told = desk.send(posting(cells, revision).asDryRun().as("levering"));
        assertThat(desk.events()).isEqualTo(before);
        assertThat(desk.send(posting(cells, revision).as("levering"))).isEqualTo(told);
        assertThat(desk.events().size() > before.size()).isEqualTo(told.changesAnything());
    }

    private static TestDesk deskHolding(List<Cell> cells) {
        TestDesk desk = new TestDesk();
        desk.send(posting(cells, true).as("eerder"));
        return desk;
    }

    private static Posting posting(List<Cell> cells, boolean revision) {
        return Posting.of(cells).asPartial().revising(revision ? "Rekenfout" : null);
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        Arbitrary<Observation> observations = Combinators.combine(
                        Arbitraries.of(Register.ARNHEM, Register.PRESIKHAAF, Register.PC4, Register.UNKNOWN),
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.of(Register.YEAR, Register.YEAR_BEFORE)),
                                Tuple.of(1, Arbitraries.of(Register.QUARTER))),
                        Arbitraries.of(-0.0, 0.0, 1.5, 1.6, 99.0),
                        Arbitraries.of(ObsStatus.class))
                .as((gebied, period, value, status) ->
                        new Observation(gebied, period, status == ObsStatus.MISSING ? null : value, status, null));
        Arbitrary<Cell> cells = Combinators.combine(
                        Arbitraries.of(Register.AFWIJKING, Register.WERKLOOSHEID, Register.RETIRED, Register.UNDEFINED),
                        observations)
                .as((indicator, observation) -> new Cell(0, FieldNames.STANDARD, indicator, observation));
        return cells.list().ofMaxSize(12).map(AnyDeliveryTest::numbered);
    }

    private static List<Cell> numbered(List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(row -> new Cell(
                        row + 2L,
                        FieldNames.STANDARD,
                        cells.get(row).indicator(),
                        cells.get(row).observation()))
                .toList();
    }
}
