package nl.gebiedsmonitor.api.web;

/** The headers of this API's own, and those of drafts that Spring does not know. */
public final class Headers {

    /** The position of the last event that a command stored. */
    public static final String EVENT_POSITION = "Event-Position";

    /** The position that what is read must have seen. */
    public static final String MIN_EVENT_POSITION = "Min-Event-Position";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static final String API_VERSION = "API-Version";

    private Headers() {}
}
