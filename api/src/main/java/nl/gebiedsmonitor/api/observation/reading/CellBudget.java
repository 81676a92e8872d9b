package nl.gebiedsmonitor.api.observation.reading;

import java.util.concurrent.Semaphore;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.api.web.TooLarge;
import org.springframework.stereotype.Component;

/**
 * How many figures this process holds at once, over all deliveries that are being taken: they are held until they are
 * stored, and together they must fit in its memory.
 */
@Component
public final class CellBudget {

    private static final int MOST = 10_000_000;

    /** What a figure takes at its most, from reading it to its stored event. */
    private static final int BYTES_PER_CELL = 500;

    /** How many are taken from the budget at a time. */
    private static final int BLOCK = 5_000;

    private final int total;
    private final Semaphore free;

    CellBudget() {
        this((int) Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES_PER_CELL));
    }

    CellBudget(int total) {
        this.total = total;
        this.free = new Semaphore(total);
    }

    /** Opens the share of one delivery, which is given back when it is closed. */
    public Share open() {
        return new Share();
    }

    /** What one delivery has of the budget. */
    public final class Share implements AutoCloseable {

        private int granted;
        private int used;

        private Share() {}

        /**
         * Takes room for one more.
         *
         * @throws TooLarge when this delivery would not fit were it alone
         * @throws TooBusy when it does not fit beside the others
         */
        void takeOne() {
            if (used == granted) {
                grow();
            }
            used++;
        }

        private void grow() {
            int more = Math.min(BLOCK, total - granted);
            if (more == 0) {
                throw new TooLarge("At most " + total + " figures are taken at once here; send them in parts.");
            }
            if (!free.tryAcquire(more)) {
                throw new TooBusy("Other deliveries are being taken just now; send this one again in a moment.");
            }
            granted += more;
        }

        @Override
        public void close() {
            free.release(granted);
            granted = 0;
            used = 0;
        }
    }
}
