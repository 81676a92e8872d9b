package nl.gebiedsmonitor.api.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.projections.feed.RememberedTopic;
import org.springframework.stereotype.Component;

/** Lets few readers of the feed use the database at once, however many there are, and leaves the rest to writers. */
@Component
class Turns implements RememberedTopic.Turns {

    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    Turns(GebiedsmonitorProperties properties) {
        this.patience = properties.patience();
    }

    /** @throws TooBusy when it is nobody's turn to end in time */
    @Override
    public <T> T take(Supplier<T> reading) {
        if (!isMine()) {
            throw new TooBusy("Many read the feed from far back at the moment; try again in a moment.");
        }
        try {
            return reading.get();
        } finally {
            turns.release();
        }
    }

    private boolean isMine() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
