package nl.gebiedsmonitor.api.effect;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.effect.Deadline;
import org.springframework.stereotype.Component;

/**
 * The computations that somebody waits for at the other end of a request. Each has a deadline, which its solver looks at as
 * it goes, and no more of them run at a time than there are processors.
 */
@Component
public class Computations {

    private final GebiedsmonitorProperties properties;
    private final Semaphore computing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    Computations(GebiedsmonitorProperties properties) {
        this.properties = properties;
    }

    /**
     * Computes something as soon as there is room for it.
     *
     * @param advice what to do when it takes too long, in words
     * @throws TooBusy when there is no room for as long as a request waits
     * @throws TooLarge when it takes longer than that
     */
    public <T> T run(Duration atMost, String advice, Function<Deadline, T> computation) throws InterruptedException {
        if (!computing.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TooBusy("Other computations are going on; try again in a moment.");
        }
        try {
            return computation.apply(Deadline.in(atMost));
        } catch (Deadline.Passed passed) {
            throw tooLarge(atMost, advice);
        } finally {
            computing.release();
        }
    }

    /** What is told of a computation that took longer than it may. */
    public static TooLarge tooLarge(Duration atMost, String advice) {
        return new TooLarge(
                "This was not computed within " + atMost.toMillis() / 1000.0 + " s, and was stopped; " + advice + ".");
    }
}
