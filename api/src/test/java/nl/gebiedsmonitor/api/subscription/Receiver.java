package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.gebiedsmonitor.api.product.Client;
import tools.jackson.databind.JsonNode;

/** A receiver of webhooks on this machine, which answers as it is told and remembers what it got. */
final class Receiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How it answers. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    record Request(String id, String timestamp, String signature, String contentType, String body) {

        List<Long> positions() {
            List<Long> positions = new ArrayList<>();
            for (JsonNode event : Client.read(body)) {
                positions.add(event.get("position").asLong());
            }
            return positions;
        }

        /** Verified by the words of Standard Webhooks alone. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
                String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
                return List.of(signature.split(" ", -1)).contains(expected);
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new ArrayList<>();
    private volatile Manner manner;

    Receiver(Manner manner) {
        this.manner = manner;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    static Manner answering(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    void become(Manner other) {
        manner = other;
    }

    List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The positions of all events in requests, in the order in which they came. */
    static List<Long> positions(List<Request> requests) {
        return requests.stream()
                .flatMap(request -> request.positions().stream())
                .toList();
    }

    /** The requests by then, once there are so many. */
    List<Request> await(int count) {
        awaitUntil(() -> requests().size() >= count);
        return requests();
    }

    /** The requests by then, once an event at a position is among them. */
    List<Request> awaitPosition(long position) {
        awaitUntil(() ->
                requests().stream().anyMatch(request -> request.positions().contains(position)));
        return requests();
    }

    void awaitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (requests) {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                assertThat(left)
                        .as("milliseconds left to wait; got %s", requests)
                        .isPositive();
                try {
                    requests.wait(Math.min(left, 100));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (requests) {
            requests.add(new Request(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    header(exchange, "Content-Type"),
                    body));
            requests.notifyAll();
        }
        try {
            manner.answer(exchange);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
