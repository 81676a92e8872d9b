package nl.gebiedsmonitor.api.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.feed.FeedQueries;
import nl.gebiedsmonitor.projections.feed.FreshPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the head of the log for all who wait for events: each event is read and rendered once, whoever they are. It
 * rests while nobody waits, and ends before the web server does, so that whoever waits is answered.
 */
@Component
class Tail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int EVENTS_AT_ONCE = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How long it goes on when the last reader left: one that polls comes back. */
    private static final Duration LINGERING = Duration.ofMinutes(1);

    private final EventLog log;
    private final FeedQueries feed;
    private final CloudEvents cloudEvents;
    private final ReadQuota quota;
    private final int mostReaders;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition joined = lock.newCondition();
    private final ReentrantLock atWork = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("tail").unstarted(this::run);
    private volatile Held held = Held.nothing();
    private int readers;
    private long lastLeft = System.nanoTime();

    Tail(
            EventLog log,
            FeedQueries feed,
            CloudEvents cloudEvents,
            ReadQuota quota,
            GebiedsmonitorProperties properties) {
        this.log = log;
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.quota = quota;
        this.mostReaders = properties.feed().readers();
    }

    /** The place of one who waits for events; closed when that one leaves. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws TooBusy when there is no place left */
    Place join() {
        lock.lock();
        try {
            if (readers >= mostReaders || isClosed()) {
                throw new TooBusy("As many wait for events as there is room for; try again in a moment.");
            }
            readers++;
            joined.signal();
            return this::leave;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            readers--;
            lastLeft = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** How many have a place. */
    int readers() {
        lock.lock();
        try {
            return readers;
        } finally {
            lock.unlock();
        }
    }

    Held held() {
        return held;
    }

    /** Whether the product is being stopped, and nobody should wait any longer. */
    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits until there may be more for one who has read up to a position, or the tail stands still, or the time is over. */
    void await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Held now = held;
        while (!isClosed() && !now.hasNewsFor(position) && now.awaitReplaced(end - System.nanoTime())) {
            now = held;
            if (now.isBlocked()) {
                return;
            }
        }
    }

    /** Does nothing for a time, unless the product is stopped. */
    void pause(Duration time) throws InterruptedException {
        boolean _ = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            while (!isClosed()) {
                awaitReaders();
                follow();
                hold(Held.nothing());
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("The tail ends", interrupted);
        }
    }

    private void awaitReaders() throws InterruptedException {
        lock.lock();
        try {
            while (readers == 0) {
                joined.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isFollowed() {
        lock.lock();
        try {
            return readers > 0 || System.nanoTime() - lastLeft < LINGERING.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void follow() throws InterruptedException {
        boolean failing = false;
        while (!isClosed() && isFollowed()) {
            try {
                advance();
                failing = false;
                log.awaitHead(held.upTo() + 1, BETWEEN_LOOKS);
            } catch (RuntimeException failed) {
                if (!failing) {
                    LOG.warn("The tail of the feed stands still and tries again", failed);
                }
                failing = true;
                block();
                pause(BETWEEN_LOOKS);
            }
        }
    }

    /** Forgets all: what it holds may be hidden by what comes after the place where it stands. */
    private void block() {
        Held now = held;
        if (!now.isBlocked()) {
            hold((now.isFollowed() ? Held.followedFrom(now.upTo()) : now).blocked());
        }
    }

    /** Is never interrupted: that would close H2's file for all. */
    private void advance() {
        atWork.lock();
        try {
            if (isClosed()) {
                return;
            }
            if (!held.isFollowed()) {
                hold(Held.followedFrom(log.head()));
            }
            FreshPage fresh = feed.fresh(held.upTo(), EVENTS_AT_ONCE);
            if (!fresh.page().events().isEmpty()) {
                Held before = fresh.unsettles() ? Held.followedFrom(held.upTo()) : held;
                hold(before.with(fresh.page().events().stream()
                        .map(event -> new Held.Event(cloudEvents.render(event), feed.topic(event.stored(), quota)))
                        .toList()));
            } else if (held.isBlocked()) {
                hold(Held.followedFrom(held.upTo()));
            }
        } finally {
            atWork.unlock();
        }
    }

    private void hold(Held next) {
        Held before = held;
        held = next;
        before.replace();
        if (isClosed()) {
            next.replace();
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        closed.countDown();
        held.replace();
        atWork.lock();
        try {
            thread.interrupt();
        } finally {
            atWork.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
