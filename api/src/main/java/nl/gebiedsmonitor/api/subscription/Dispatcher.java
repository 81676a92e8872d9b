package nl.gebiedsmonitor.api.subscription;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.subscription.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives a thread to each subscription that is due, some at a time, so that a receiver that hangs costs its own place
 * only. It looks when the log has grown, when somebody subscribes or resumes, and when a moment has come; others of the
 * same database are seen each second.
 */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** While many write, the log grows all the time; it is not looked at for each event. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final Duration TO_END = Duration.ofSeconds(20);

    private final EventLog log;
    private final Turns turns;
    private final Sending sending;
    private final WebhookClient client;
    private final Clock clock;
    private final int places;
    private final Semaphore free;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Bell bell = new Bell();
    private volatile boolean running;

    Dispatcher(EventLog log, Turns turns, Sending sending, WebhookClient client, Clock clock, int places) {
        this.log = log;
        this.turns = turns;
        this.sending = sending;
        this.client = client;
        this.clock = clock;
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Has it look now. */
    void wake() {
        bell.ring();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("webhook-head").start(this::watchHead);
        Thread.ofVirtual().name("webhook-dispatcher").start(this::run);
    }

    /** Breaks off what is being sent, which will be sent again, and waits for what is being written down. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        client.breakOff();
        try {
            if (free.tryAcquire(places, TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(places);
            } else {
                LOG.warn("Webhooks are stopped in the middle of a turn");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watchHead() {
        long seen = -1;
        while (running) {
            try {
                if (log.awaitHead(seen + 1, BETWEEN_LOOKS)) {
                    seen = log.head();
                    bell.ring();
                }
                Thread.sleep(BREATH);
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                rest(failed);
            }
        }
    }

    private void run() {
        while (running) {
            try {
                bell.await(look());
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                rest(failed);
            }
        }
    }

    /** Gives each its thread, and answers how long until there may be another. */
    private Duration look() throws InterruptedException {
        int vacant = free.availablePermits();
        if (vacant > 0) {
            for (String id : turns.due(vacant)) {
                if (running && underWay.add(id)) {
                    free.acquire();
                    Thread.ofVirtual().name("webhook-" + id).start(() -> turn(id));
                }
            }
        }
        Duration wait = turns.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(until -> until.compareTo(BETWEEN_LOOKS) < 0)
                .orElse(BETWEEN_LOOKS);
        return wait.isNegative() ? BREATH : wait.plusMillis(1);
    }

    private void turn(String id) {
        try {
            sending.takeTurn(id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (running) {
                LOG.warn("The turn of subscription {} failed", id, failed);
            }
        } finally {
            underWay.remove(id);
            free.release();
            bell.ring();
        }
    }

    private void rest(RuntimeException failed) {
        if (!running) {
            return;
        }
        LOG.warn("Webhooks stand still and try again", failed);
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
