package nl.gebiedsmonitor.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.time.Instant;
import java.util.Objects;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The CloudEvents SDK for Java reads what the product writes, and the addresses in it lead somewhere. */
class CloudEventsSdkTest {

    private static final JsonFormat FORMAT = new JsonFormat();

    @ParameterizedTest
    @EnumSource
    void a_batch_and_a_single_event_of_the_stream_are_the_same_events(TestDatabase database) {
        Town town = new Town(Product.on(database));
        long last = town.grow(3);
        Answer batch = town.client().get("/v1/feed?after=" + (last - 3));
        try (StreamReader stream = town.stream("?after=" + (last - 3))) {
            for (JsonNode element : batch.json()) {
                CloudEvent fromBatch = FORMAT.deserialize(element.toString().getBytes(UTF_8));
                String data = stream.nextEvent().lines().toList().getLast().substring("data: ".length());
                CloudEvent fromStream = FORMAT.deserialize(data.getBytes(UTF_8));
                assertThat(fromStream).isEqualTo(fromBatch);
                assertRead(fromBatch, element, town.client());
            }
        }
    }

    private static void assertRead(CloudEvent event, JsonNode element, Client client) {
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(element.get("id").asString());
        assertThat(event.getType()).isEqualTo("nl.gebiedsmonitor.gebied-registered");
        assertThat(event.getSource().toString()).isEqualTo("urn:nld:gebiedsmonitor");
        assertThat(event.getSubject()).isEqualTo(element.at("/data/code").asString());
        assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isBeforeOrEqualTo(Instant.now());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("position"))
                .isEqualTo(element.get("position").asString());
        assertThat(new String(Objects.requireNonNull(event.getData()).toBytes(), UTF_8))
                .isEqualTo(element.get("data").toString());
        assertThat(Objects.requireNonNull(event.getDataSchema()).isAbsolute()).isTrue();
        Answer schema = client.get(event.getDataSchema().toString());
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.json().get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
}
