package nl.gebiedsmonitor.domain.observation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Counts the faults of a delivery and keeps the first of them by line, so that a file that is wrong throughout takes no
 * more memory than a good one.
 */
final class FaultTally {

    private record Told(long line, long order, Fault fault) {}

    private static final Comparator<Told> BY_LINE =
            Comparator.comparingLong(Told::line).thenComparingLong(Told::order);

    /** The one furthest down the file is the first to go. */
    private final PriorityQueue<Told> kept = new PriorityQueue<>(BY_LINE.reversed());

    private long count;
    private boolean inItself;

    /** Adds the faults of what could not be read: those that are listed, of so many in all. */
    void addUnreadable(Collection<Fault> listed, long all) {
        listed.forEach(this::add);
        count += all - listed.size();
        inItself |= all > 0;
    }

    /** Tells a fault of the cell itself, wrong whatever the state of the system. */
    void reject(Cell cell, String field, @Nullable String value, String rule, String detail) {
        inItself = true;
        add(new Fault(cell.line(), field, value, rule, detail));
    }

    /** Tells that the present state stands in the way of a cell that is good in itself. */
    void refuse(Cell cell, String field, @Nullable String value, String rule, String detail) {
        add(new Fault(cell.line(), field, value, rule, detail));
    }

    private void add(Fault fault) {
        Told told = new Told(fault.line() == null ? 0 : fault.line(), count++, fault);
        if (kept.size() < Receipt.SHOWN) {
            kept.add(told);
        } else if (told.line() < kept.element().line()) {
            kept.remove();
            kept.add(told);
        }
    }

    /** How many faults there are in all. */
    long count() {
        return count;
    }

    /** Whether a fault is there that no change of the state would mend. */
    boolean isWrongInItself() {
        return inItself;
    }

    /** The first {@value Receipt#SHOWN} faults, in the order of their lines. */
    List<Fault> first() {
        return kept.stream().sorted(BY_LINE).map(Told::fault).toList();
    }
}
