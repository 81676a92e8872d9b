package nl.gebiedsmonitor.api.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What kinds of events there are, and what each of them says. */
@RestController
class EventTypes {

    /**
     * A kind of event.
     *
     * @param type as CloudEvents has it
     * @param description what happened, in a line
     * @param dataschema the address of its schema here
     */
    record EventType(String type, String description, String dataschema) {}

    private static final String SCHEMA = "application/schema+json";

    private final Map<String, String> descriptions;
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    EventTypes(JsonMapper json) throws IOException {
        try (InputStream in = new ClassPathResource("feed/event-types.json").getInputStream()) {
            this.descriptions = json.readValue(in, new TypeReference<TreeMap<String, String>>() {});
        }
        if (!descriptions.keySet().equals(EventNames.all())) {
            throw new IllegalStateException("Every type of event is described, and no other");
        }
        EventSchemas generator = new EventSchemas();
        descriptions.forEach((name, description) ->
                schemas.put(CloudEvent.TYPE_PREFIX + name, generator.of(EventNames.classOf(name), description)));
    }

    @GetMapping("/v1/event-types")
    Map<String, List<EventType>> all() {
        return Map.of(
                "eventTypes",
                descriptions.entrySet().stream()
                        .map(named -> new EventType(
                                CloudEvent.TYPE_PREFIX + named.getKey(),
                                named.getValue(),
                                CloudEvent.SCHEMAS + CloudEvent.TYPE_PREFIX + named.getKey()))
                        .toList());
    }

    @GetMapping(
            path = CloudEvent.SCHEMAS + "{type}",
            produces = {SCHEMA, MediaType.APPLICATION_JSON_VALUE})
    JsonNode schema(@PathVariable String type) {
        JsonNode schema = schemas.get(type);
        if (schema == null) {
            throw new NotFound("type of event " + type);
        }
        return schema;
    }
}
