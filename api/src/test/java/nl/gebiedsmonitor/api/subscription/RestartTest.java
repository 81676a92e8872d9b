package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver misses nothing when the product is stopped in the middle, nor when several deliver from one database. */
class RestartTest {

    /** The address in the events stays when the port does not. */
    private static final String[] OPTIONS = Subscribed.with("--gebiedsmonitor.public-url=https://monitor.example");

    @ParameterizedTest
    @EnumSource
    void a_receiver_gets_everything_in_order_through_a_restart(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        AtomicInteger taken = new AtomicInteger();
        Receiver.Manner slow = exchange -> {
            if (taken.incrementAndGet() == 2) {
                exchange.sendResponseHeaders(200, 0);
                return;
            }
            Receiver.answering(200).answer(exchange);
        };
        try (Receiver receiver = new Receiver(slow)) {
            List<Long> wanted = new ArrayList<>();
            String secret;
            try (Product product = Product.start(arguments, OPTIONS)) {
                register(product.client(), wanted, 0, 250);
                secret = Subscribed.to(product.client(), receiver, ",\"after\":\"0\"")
                        .secret();
                receiver.await(2);
            }
            int sent = receiver.requests().size();
            try (Product product = Product.start(arguments, OPTIONS)) {
                register(product.client(), wanted, 250, 260);
                List<Receiver.Request> requests = receiver.awaitPosition(wanted.getLast());
                assertThat(requests).allSatisfy(request -> assertThat(request.isSignedWith(secret))
                        .isTrue());
                List<Long> got = Receiver.positions(requests);
                assertThat(new LinkedHashSet<>(got)).containsExactlyElementsOf(upTo(wanted.getLast()));
                assertThat(requests.get(sent).id())
                        .isEqualTo(requests.get(sent - 1).id());
                assertThat(requests.get(sent).body())
                        .isEqualTo(requests.get(sent - 1).body());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_has_the_same_id_under_another_address(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        try (Receiver receiver = new Receiver(Receiver.answering(500))) {
            try (Product product =
                    Product.start(arguments, Subscribed.with("--gebiedsmonitor.public-url=https://one.example"))) {
                Subscribed.to(product.client(), receiver, "");
                Subscribed.register(product.client(), "GM6432");
                receiver.await(1);
            }
            List<Receiver.Request> before = receiver.requests();
            receiver.become(Receiver.answering(200));
            try (Product _ =
                    Product.start(arguments, Subscribed.with("--gebiedsmonitor.public-url=https://other.example"))) {
                Receiver.Request again = receiver.await(before.size() + 1).getLast();
                assertThat(again.body()).contains("https://other.example");
                assertThat(before).allSatisfy(request -> {
                    assertThat(request.body()).contains("https://one.example");
                    assertThat(request.id()).isEqualTo(again.id());
                });
            }
        }
    }

    @Test
    void of_two_processes_on_one_database_one_delivers_at_a_time() {
        List<String> arguments = TestDatabase.POSTGRESQL.arguments(Product.newDataDir());
        try (Receiver receiver = new Receiver(Receiver.answering(200));
                Product one = Product.start(arguments, OPTIONS);
                Product other = Product.start(arguments, OPTIONS)) {
            Subscribed.to(one.client(), receiver, "");
            List<Long> wanted = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                register((i % 2 == 0 ? one : other).client(), wanted, i, i + 1);
            }
            assertThat(Receiver.positions(receiver.awaitPosition(wanted.getLast())))
                    .isEqualTo(wanted);
        }
    }

    /** All positions: what an empty installation brings along comes first. */
    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void register(Client client, List<Long> positions, int from, int to) {
        for (int i = from; i < to; i++) {
            positions.add(Subscribed.register(client, "BU6431%04d".formatted(i)));
        }
    }
}
