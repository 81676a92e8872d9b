package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The feed has the form of CloudEvents 1.0. */
class CloudEventsTest {

    @ParameterizedTest
    @EnumSource
    void every_event_has_the_attributes_of_cloudevents_and_no_others_than_may_be(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer stored = client.post("/v1/gebieden", "{\"code\":\"9201\",\"name\":\"Een\",\"type\":\"PC4\"}");
        Answer feed = client.get("/v1/feed?limit=1&after=" + (stored.position() - 1));
        assertThat(feed.header("Content-Type").orElseThrow()).startsWith("application/cloudevents-batch+json");
        JsonNode event = feed.json().get(0);
        assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]{1,20}"));
        assertThat(event.propertyNames()).contains("specversion", "id", "source", "type", "subject", "time", "data");
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(Instant.parse(event.get("time").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(event.get("position").asString()).isEqualTo(Long.toString(stored.position()));

        Answer next = client.get(feed.next().orElseThrow());
        assertThat(next.status()).isEqualTo(200);
        assertThat(client.get("/v1/feed?after=" + (stored.position() + 1)).status())
                .isEqualTo(400);
    }
}
