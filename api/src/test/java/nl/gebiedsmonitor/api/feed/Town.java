package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;

/** A product in which one buurt after another is registered, each of them one event. */
record Town(Product product) {

    private static final AtomicInteger BUURTEN = new AtomicInteger();

    Client client() {
        return product.client();
    }

    /** Registers the next buurt, and tells at which position. */
    long grow() {
        String code = "BU6301%04d".formatted(BUURTEN.incrementAndGet());
        Answer answer =
                client().post("/v1/gebieden", "{\"code\":\"" + code + "\",\"name\":\"Buurt\",\"type\":\"BUURT\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.position();
    }

    /** Registers some, and tells the position of the last. */
    long grow(int buurten) {
        long last = 0;
        for (int i = 0; i < buurten; i++) {
            last = grow();
        }
        return last;
    }

    StreamReader stream(String query, String... headers) {
        URI any = client().get("/v1/event-types").response().uri();
        return StreamReader.open(any.resolve("/v1/feed/stream" + query), headers);
    }

    /** Waits until as many wait for events. */
    void awaitReaders(int readers) {
        await(() -> client().get("/actuator/prometheus")
                .text()
                .contains("gebiedsmonitor_feed_readers{application=\"gebiedsmonitor\"} " + readers + ".0"));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
