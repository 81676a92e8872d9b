package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletRequest;

/** The headers of this API's own, and those of drafts that Spring does not know. */
public final class Headers {

    /** The position of the last event that a command stored. */
    public static final String EVENT_POSITION = "Event-Position";

    /** The position that what is read must have seen. */
    public static final String MIN_EVENT_POSITION = "Min-Event-Position";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static final String API_VERSION = "API-Version";

    private Headers() {}

    /** The position that the answer to a request must have seen, which {@link Reads} has found good; 0 when any will do. */
    public static long minEventPosition(HttpServletRequest request) {
        String position = request.getHeader(MIN_EVENT_POSITION);
        return position == null ? 0 : Long.parseLong(position);
    }
}
