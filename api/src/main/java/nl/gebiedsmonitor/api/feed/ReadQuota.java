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
class ReadQuota implements RememberedTopic.Quota {

    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    ReadQuota(GebiedsmonitorProperties properties) {
        this.patience = properties.patience();
    }

    /** @throws TooBusy when no place comes free in time */
    @Override
    public <T> T take(Supplier<T> reading) {
        if (!isAdmitted()) {
            throw new TooBusy("Many read the feed from far back at the moment; try again in a moment.");
        }
        try {
            return reading.get();
        } finally {
            places.release();
        }
    }

    private boolean isAdmitted() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
