package nl.gebiedsmonitor.api.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.api.product.Client;
import org.jspecify.annotations.Nullable;

/** The product through all its lives on one database; whoever calls it gets the life of the moment. */
final class RestartedProduct implements AutoCloseable {

    private static final Duration TO_BE_REACHABLE = Duration.ofMinutes(5);
    private static final Duration TO_BE_READY = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    /** From here on, a start opens the database, migrates it and lets the projections go on. */
    private static final Pattern BEFORE_DATABASE = Pattern.compile("initialization completed in");

    private final List<String> arguments;
    private final List<String> output = new ArrayList<>();
    private volatile CompletableFuture<Client> reachable = new CompletableFuture<>();
    private @Nullable ProductProcess process;

    RestartedProduct(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Starts it and waits until it says to be ready; it is called as soon as it listens. */
    void start() throws IOException, InterruptedException {
        ProductProcess started = ProductProcess.start(arguments);
        process = started;
        Client client = new Client("http://127.0.0.1:" + started.awaitLine(PORT).group(1));
        reachable.complete(client);
        long deadline = System.nanoTime() + TO_BE_READY.toNanos();
        while (!isReady(client)) {
            if (!started.livesFor(BETWEEN_LOOKS)) {
                throw new AssertionError("The product ended by itself");
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The product is not ready in time");
            }
        }
    }

    /** Starts it, and kills it some time after it turned to its database. */
    void startAndKillAfter(Duration time) throws IOException, InterruptedException {
        ProductProcess started = ProductProcess.start(arguments);
        process = started;
        started.awaitLine(BEFORE_DATABASE);
        killAfter(time);
    }

    /** Lets it live for some time and kills it, by SIGKILL. */
    void killAfter(Duration time) throws InterruptedException {
        ProductProcess killed = Objects.requireNonNull(process);
        if (!killed.livesFor(time)) {
            throw new AssertionError("The product ended by itself");
        }
        CompletableFuture<Client> last = reachable;
        reachable = new CompletableFuture<>();
        killed.kill();
        last.cancel(false);
        output.addAll(killed.output());
        process = null;
    }

    /** A client of the life that goes on, or else of the next, as soon as that listens. */
    Client client() throws InterruptedException {
        while (true) {
            try {
                return reachable.get(TO_BE_REACHABLE.toSeconds(), TimeUnit.SECONDS);
            } catch (CancellationException killed) {
                // then the next life
            } catch (ExecutionException | TimeoutException never) {
                throw new IllegalStateException("The product was not started again", never);
            }
        }
    }

    /** Everything it wrote in all its lives. */
    List<String> output() {
        List<String> all = new ArrayList<>(output);
        if (process != null) {
            all.addAll(process.output());
        }
        return all;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private static boolean isReady(Client client) {
        try {
            return client.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
