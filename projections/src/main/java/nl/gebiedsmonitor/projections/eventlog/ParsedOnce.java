package nl.gebiedsmonitor.projections.eventlog;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The stored bytes of an event, parsed when somebody wants to know what they say. */
final class ParsedOnce implements Supplier<Content> {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final String type;
    private byte @Nullable [] payload;
    private byte @Nullable [] metadata;
    private @Nullable Content content;

    ParsedOnce(ObjectMapper json, String type, byte[] payload, byte[] metadata) {
        this.json = json;
        this.type = type;
        this.payload = payload;
        this.metadata = metadata;
    }

    @Override
    public synchronized Content get() {
        if (content == null) {
            content = parse(Objects.requireNonNull(payload), Objects.requireNonNull(metadata));
            payload = null;
            metadata = null;
        }
        return content;
    }

    private Content parse(byte[] storedPayload, byte[] storedMetadata) {
        try {
            return new Content.Parsed(
                    (DomainEvent) json.readValue(storedPayload, EventNames.classOf(type)),
                    json.readValue(storedMetadata, STRINGS));
        } catch (RuntimeException unreadable) {
            return new Content.Unreadable(unreadable);
        }
    }
}
