package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties.WebhookProperties;
import org.junit.jupiter.api.Test;

class WebhookClientTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final WebhookProperties PROPERTIES = new WebhookProperties(
            List.of(), List.of(SOON), Duration.ofDays(5), SOON, SOON, SOON, Duration.ofHours(24), 4, 1);

    @Test
    void a_name_that_led_elsewhere_when_it_was_looked_at_is_not_followed_inside() throws IOException {
        try (ServerSocketChannel inside = ServerSocketChannel.open()) {
            inside.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            inside.configureBlocking(false);
            int port = ((InetSocketAddress) inside.getLocalAddress()).getPort();
            AtomicInteger asked = new AtomicInteger();
            Targets targets = new Targets(
                    List.of(),
                    _ -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1")));
            String target = targets.read("https://rebinding.example:" + port + "/");
            try (WebhookClient client = new WebhookClient(targets, PROPERTIES, Clock.systemUTC())) {
                Answered answered = client.post(target, "application/json", Map.of(), new byte[] {'[', ']'});
                assertThat(answered.kind()).isEqualTo(Answered.Kind.UNREACHABLE);
                assertThat(answered.words()).contains("private network");
            }
            assertThat(asked).hasValue(2);
            assertThat(inside.accept()).as("a connection").isNull();
        }
    }

    @Test
    void nothing_more_is_sent_once_it_is_broken_off() {
        try (Receiver receiver = new Receiver(Receiver.answering(200))) {
            Targets allowed = new Targets(List.of("127.0.0.1"), host -> List.of(InetAddress.getByName(host)));
            try (WebhookClient client = new WebhookClient(allowed, PROPERTIES, Clock.systemUTC())) {
                client.breakOff();
                assertThat(client.post(receiver.address(), "application/json", Map.of(), new byte[0])
                                .kind())
                        .isEqualTo(Answered.Kind.BROKEN_OFF);
            }
            assertThat(receiver.requests()).isEmpty();
        }
    }
}
