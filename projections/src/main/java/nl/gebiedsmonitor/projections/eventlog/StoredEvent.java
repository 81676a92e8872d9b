package nl.gebiedsmonitor.projections.eventlog;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.DomainEvent;

/**
 * An event as the log holds it.
 *
 * @param position its number in the log, from 1, without gaps, in the order of commit
 * @param type its logical name, such as {@code manifest-signed}
 * @param size how many bytes its payload takes as it is stored
 * @param content what it says, or why that cannot be read; parsed when first asked for
 */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        int size,
        Supplier<Content> content) {

    /** What became of the stored bytes when they were parsed. */
    public sealed interface Content {

        /** They could be read. */
        record Parsed(DomainEvent payload, Map<String, String> metadata) implements Content {

            /** JSON has a null that no event is. */
            public Parsed {
                Objects.requireNonNull(payload);
                Objects.requireNonNull(metadata);
            }
        }

        /** They are damaged, or older than what is understood today. */
        record Unreadable(RuntimeException cause) implements Content {}
    }

    public boolean isReadable() {
        return content.get() instanceof Content.Parsed;
    }

    /**
     * What happened.
     *
     * @throws UnreadableEvent when what is stored cannot be read
     */
    public DomainEvent payload() {
        return readable().payload();
    }

    /**
     * Who, on behalf of which organisation, from which source, and which message caused it.
     *
     * @throws UnreadableEvent when what is stored cannot be read
     */
    public Map<String, String> metadata() {
        return readable().metadata();
    }

    private Content.Parsed readable() {
        return switch (content.get()) {
            case Content.Parsed readable -> readable;
            case Content.Unreadable unreadable -> throw new UnreadableEvent(position, type, unreadable.cause());
        };
    }
}
