package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;

/** A kennisinstelling that has events sent to it. */
final class HookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final Seen seen;

    HookReceiver(Seen seen) throws IOException {
        this.seen = seen;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Host and port. */
    String target() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    Seen seen() {
        return seen;
    }

    /** Asks for every event from the first on. */
    void subscribe(RestartableProduct product) {
        String subscription = "{\"target\":\"http://" + target() + "/\",\"after\":\"0\"}";
        Answer answer = product.whileItRestarts(client -> client.post("/v1/subscriptions", subscription));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String batch = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Client.read(batch).forEach(seen::addOnce);
            seen.isComplete();
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
