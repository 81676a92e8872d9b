package nl.gebiedsmonitor.domain.observation;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;

/**
 * The fate of every cell of a delivery. The five counts are disjoint and add up to the cells delivered.
 *
 * @param accepted new values
 * @param unchanged cells that were known just so
 * @param revised cells that took the place of an earlier observation
 * @param rejected cells with a fault
 * @param missing new observations without a value
 * @param errors the first {@value #SHOWN} faults, in order of their lines
 * @param errorCount how many faults there are in all
 */
public record Receipt(
        String id,
        long accepted,
        long unchanged,
        long revised,
        long rejected,
        long missing,
        List<Fault> errors,
        long errorCount) {

    /** How many faults a receipt lists. */
    public static final int SHOWN = 1000;

    public Receipt {
        errors = List.copyOf(errors);
    }

    /** Whether taking the delivery adds or replaces anything. */
    public boolean changesAnything() {
        return accepted + revised + missing > 0;
    }
}
