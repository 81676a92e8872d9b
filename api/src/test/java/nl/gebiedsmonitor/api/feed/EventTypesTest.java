package nl.gebiedsmonitor.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.EventSerializer;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.feed.FeedEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every type of event is described, and what the feed says of one fits its schema. */
class EventTypesTest {

    /** Every event there is, filled and bare, as it is stored. */
    private static final Path SAMPLES = Path.of("..", "projections", "src", "test", "resources", "events");

    private final Product product = Product.on(TestDatabase.H2);
    private final Client client = product.client();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void all_types_are_listed_with_what_they_mean_and_where_their_schema_is() {
        JsonNode types = client.get("/v1/event-types").json().get("eventTypes");
        assertThat(types.valueStream().map(type -> type.get("type").asString()).collect(toSet()))
                .isEqualTo(EventNames.all().stream()
                        .map(name -> "nl.gebiedsmonitor." + name)
                        .collect(toSet()));
        assertThat(types.values()).allSatisfy(type -> {
            assertThat(type.get("description").asString()).isNotBlank();
            Answer schema = client.get(type.get("dataschema").asString(), "Accept", "application/schema+json");
            assertThat(schema.status()).isEqualTo(200);
            assertThat(schema.header("Content-Type").orElseThrow()).startsWith("application/schema+json");
            assertThat(schema.json().get("description")).isEqualTo(type.get("description"));
        });
        assertThat(client.get("/v1/event-types/nl.gebiedsmonitor.nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void every_sample_as_the_feed_shows_it_fits_its_schema() {
        List<JsonNode> shown = samples().map(this::asShown).toList();
        assertThat(shown.stream().map(event -> event.get("type").asString()).distinct())
                .hasSameSizeAs(EventNames.all());
        assertThat(shown).allSatisfy(event -> assertThat(faults(event)).isEmpty());
    }

    @Test
    void what_is_left_out_or_of_another_kind_does_not_fit() {
        for (JsonNode event : samples().map(this::asShown).toList()) {
            ObjectNode data = (ObjectNode) event.get("data");
            for (String name : List.copyOf(data.propertyNames())) {
                JsonNode value = data.get(name);
                assertThat(schema(event).at("/properties/" + name).isMissingNode())
                        .as(name)
                        .isFalse();
                data.set(name, value.isBoolean() ? StringNode.valueOf("true") : BooleanNode.TRUE);
                assertThat(faults(event)).as(name + " of " + event).isNotEmpty();
                data.set(name, value);
            }
            String first = List.copyOf(data.propertyNames()).getFirst();
            data.remove(first);
            assertThat(faults(event)).as(first + " of " + event).isNotEmpty();
        }
    }

    private JsonNode schema(JsonNode event) {
        return client.get("/v1/event-types/" + event.get("type").asString()).json();
    }

    private List<?> faults(JsonNode event) {
        Schema schema = registry.getSchema(schema(event));
        return schema.validate(event.get("data"));
    }

    private static Stream<JsonNode> samples() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().map(EventTypesTest::read).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Client.read(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private JsonNode asShown(JsonNode sample) {
        String type = sample.get("type").asString();
        DomainEvent event = (DomainEvent) new EventSerializer()
                .getObjectMapper()
                .readValue(sample.get("payload").toString(), EventNames.classOf(type));
        StoredEvent stored = new StoredEvent(
                1,
                "id",
                "of",
                "subject",
                0,
                type,
                "1",
                Instant.EPOCH,
                1,
                () -> new StoredEvent.Content.Parsed(event, Map.of()));
        RenderedPage page =
                new RenderedPage(List.of(product.bean(CloudEvents.class).render(new FeedEvent(stored, event))), 1);
        return Client.read(new String(page.json(), UTF_8)).get(0);
    }
}
