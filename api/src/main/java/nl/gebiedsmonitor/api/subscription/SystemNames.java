package nl.gebiedsmonitor.api.subscription;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Names as the machine looks them up, on threads of their own: a look-up cannot be broken off, and may take minutes. */
final class SystemNames implements Targets.Names, AutoCloseable {

    private static final int AT_ONCE = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    private final Duration atMost;

    SystemNames(Duration atMost) {
        this.atMost = atMost;
    }

    @Override
    public List<InetAddress> lookUp(String host) throws UnknownHostException {
        Future<List<InetAddress>> found = threads.submit(() -> List.of(InetAddress.getAllByName(host)));
        try {
            return found.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            found.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** Leaves look-ups that do not end to themselves. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
