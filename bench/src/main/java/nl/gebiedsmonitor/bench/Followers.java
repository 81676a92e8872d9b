package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Readers of the feed from a position on: some by its stream, and one by webhook. */
final class Followers implements AutoCloseable {

    private static final Pattern POSITION = Pattern.compile("\"position\":\"([0-9]+)\"");
    private static final long PATIENCE = 120_000_000_000L;

    private final HttpServer receiver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Stream<String>> streams = new ArrayList<>();
    private final List<AtomicLong> seen = new ArrayList<>();
    private volatile AtomicLong hook = new AtomicLong();
    private String subscription = "";

    Followers() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    /** Where the webhook is sent, as host and port. */
    String target() {
        return "127.0.0.1:" + receiver.getAddress().getPort();
    }

    /** Begins to follow. */
    void follow(ProductProcess product, long position, int tails) {
        hook = seenAfter(position);
        subscription = product.postJson(
                        "/v1/subscriptions",
                        "{\"target\":\"http://%s/\",\"after\":\"%d\"}".formatted(target(), position))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (int tail = 0; tail < tails; tail++) {
            AtomicLong one = seenAfter(position);
            Stream<String> lines = product.lines("/v1/feed/stream?after=" + position);
            streams.add(lines);
            var _ = threads.submit(() -> lines.filter(line -> line.startsWith("id: "))
                    .forEach(line -> one.set(Long.parseLong(line.substring("id: ".length())))));
        }
    }

    private AtomicLong seenAfter(long position) {
        AtomicLong one = new AtomicLong(position);
        seen.add(one);
        return one;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher positions =
                    POSITION.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            while (positions.find()) {
                hook.set(Long.parseLong(positions.group(1)));
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Waits until each has seen an event. */
    void await(long position) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (seen.stream().anyMatch(one -> one.get() < position)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("At " + position + " the readers are at " + seen);
            }
            Thread.sleep(5);
        }
    }

    /** Follows no more. */
    void leave(ProductProcess product) {
        product.delete(subscription);
        streams.forEach(Stream::close);
        streams.clear();
        seen.clear();
    }

    @Override
    public void close() {
        streams.forEach(Stream::close);
        receiver.stop(0);
        threads.shutdownNow();
    }
}
