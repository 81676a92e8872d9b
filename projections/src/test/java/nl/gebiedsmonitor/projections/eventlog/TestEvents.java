package nl.gebiedsmonitor.projections.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Events to append. */
final class TestEvents {

    static final String ENDORSED = "manifest-endorsed";
    static final String WITHDRAWN = "manifest-withdrawn";

    private TestEvents() {}

    static NewEvent event(String aggregate, long sequence) {
        return sized(aggregate, sequence, 10);
    }

    static NewEvent sized(String aggregate, long sequence, int characters) {
        return stored(aggregate, sequence, ENDORSED, """
                {"slug":"kom-op","endorser":"%s","endorsedOn":"2020-06-15"}""".formatted("x".repeat(characters)));
    }

    /** An event that no projection of these tests is kept from. */
    static NewEvent unconcerning(String aggregate, long sequence) {
        return stored(aggregate, sequence, WITHDRAWN, """
                {"slug":"kom-op","withdrawnOn":"2020-06-15","reason":"test"}""");
    }

    static NewEvent stored(String aggregate, long sequence, String type, String payload) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "Manifest",
                aggregate,
                sequence,
                type,
                "1",
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    static Acknowledgement acknowledgement(String id, String key) {
        return new Acknowledgement(id, "gemeente", key, "fingerprint", 201, "/v1/" + id, "{}");
    }
}
