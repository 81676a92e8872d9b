package nl.gebiedsmonitor.api.feed;

import java.util.List;

/**
 * Some events that a reader wants, in order.
 *
 * @param upTo the cursor to go on from: every event up to this position is on the page, or was not wanted
 */
record RenderedPage(List<Rendered> events, long upTo) {

    /** The events in the JSON batch format of CloudEvents. */
    byte[] json() {
        EventBatch batch = new EventBatch();
        events.forEach(batch::add);
        return batch.json();
    }
}
