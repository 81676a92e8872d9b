package nl.gebiedsmonitor.domain.observation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.RecordIndicator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Takes observations in, one or a delivery of many, and brings each to its series in one transaction.
 *
 * <p>Series are loaded in the order of their ids, so that deliveries which overlap wait for each other and never for
 * ever.
 */
public final class ObservationDesk {

    private final Repository<ObservationSeries> series;
    private final Repository<Delivery> deliveries;
    private final Indicators indicators;
    private final Gebieden gebieden;

    public ObservationDesk(
            Repository<ObservationSeries> series,
            Repository<Delivery> deliveries,
            Indicators indicators,
            Gebieden gebieden) {
        this.series = series;
        this.deliveries = deliveries;
        this.indicators = indicators;
        this.gebieden = gebieden;
    }

    /**
     * Records one observation and tells what became of it.
     *
     * @throws InputRejected with every fault it has, when one of them is its own
     * @throws RuleViolated when nothing but the present state stands in its way
     */
    @CommandHandler
    Outcome record(RecordIndicator command) {
        Cell cell =
                new Cell(0, FieldNames.STANDARD, command.indicator(), command.observation(), command.reasonStated());
        FaultTally faults = new FaultTally();
        Assessed assessed =
                assess(List.of(cell), command.revisionReason(), faults).getFirst();
        if (faults.count() > 0) {
            throw refusal(faults);
        }
        Assessment assessment = assessed.assessment();
        assessed.record(null, command.revisionReason());
        if (!assessment.added().isEmpty()) {
            return Outcome.RECORDED;
        }
        return assessment.revised().isEmpty() ? Outcome.UNCHANGED : Outcome.REVISED;
    }

    private static RuntimeException refusal(FaultTally faults) {
        List<Fault> withoutLine = faults.first().stream()
                .map(fault -> new Fault(null, fault.field(), fault.value(), fault.rule(), fault.detail()))
                .toList();
        return faults.isWrongInItself() ? new InputRejected(withoutLine) : new RuleViolated(withoutLine);
    }

    /**
     * Takes a delivery and answers its receipt.
     *
     * @throws DeliveryRejected when it has a fault and is neither partial nor a dry run; nothing is stored then
     */
    @CommandHandler
    Receipt receive(ReceiveDelivery command) throws Exception {
        FaultTally faults = new FaultTally();
        faults.addUnreadable(command.unreadable(), command.unreadableFaults());
        List<Assessed> assessed = assess(command.cells(), command.revisionReason(), faults);
        Receipt receipt =
                receipt(command, assessed.stream().map(Assessed::assessment).toList(), faults);
        if (command.dryRun()) {
            return receipt;
        }
        if (receipt.errorCount() > 0 && !command.partial()) {
            throw new DeliveryRejected(receipt);
        }
        if (receipt.changesAnything()) {
            assessed.forEach(each -> each.record(command.id(), command.revisionReason()));
            deliveries.newInstance(() -> new Delivery(command, receipt));
        }
        return receipt;
    }

    private List<Assessed> assess(List<Cell> cells, @Nullable String revisionReason, FaultTally faults) {
        Admission admission = new Admission(
                indicators.defined(cells.stream().map(Cell::indicator).collect(toSet())),
                gebieden.registered(
                        cells.stream().map(cell -> cell.observation().gebied()).collect(toSet())),
                revisionReason,
                faults);
        admission.tellUnknownGebieden(cells);
        Map<SeriesId, List<Cell>> inLockOrder = new TreeMap<>(cells.stream()
                .collect(groupingBy(
                        cell -> SeriesId.of(cell.indicator(), cell.observation().gebied()))));
        List<Assessed> assessed = new ArrayList<>();
        inLockOrder.forEach((id, ofSeries) -> {
            admission.startSeries(ofSeries);
            Aggregate<ObservationSeries> aggregate = load(id);
            assessed.add(new Assessed(aggregate, aggregate.invoke(held -> held.assess(id, ofSeries, admission))));
        });
        return assessed;
    }

    private Aggregate<ObservationSeries> load(SeriesId id) {
        try {
            return series.loadOrCreate(id.toString(), ObservationSeries::new);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("Series " + id + " cannot be loaded", failed);
        }
    }

    private static Receipt receipt(ReceiveDelivery command, List<Assessment> assessments, FaultTally faults) {
        long added = 0;
        long missing = 0;
        long revised = 0;
        long unchanged = 0;
        long rejected = command.unreadableCells();
        for (Assessment assessment : assessments) {
            added += assessment.added().size();
            missing += assessment.missing();
            revised += assessment.revised().size();
            unchanged += assessment.unchanged();
            rejected += assessment.rejectedCells();
        }
        return new Receipt(
                command.id(), added - missing, unchanged, revised, rejected, missing, faults.first(), faults.count());
    }

    private record Assessed(Aggregate<ObservationSeries> aggregate, Assessment assessment) {

        void record(@Nullable String delivery, @Nullable String revisionReason) {
            aggregate.execute(held -> held.record(assessment, delivery, revisionReason));
        }
    }
}
