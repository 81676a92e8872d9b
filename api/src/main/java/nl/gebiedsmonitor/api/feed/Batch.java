package nl.gebiedsmonitor.api.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Some events that a reader wants, in order.
 *
 * @param upTo the cursor to go on from: every event up to this position is in the batch, or was not wanted
 */
record Batch(List<Rendered> events, long upTo) {

    /** The events in the JSON batch format of CloudEvents. */
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                events.stream().mapToInt(Rendered::size).sum() + events.size() + 2);
        try {
            out.write('[');
            for (int i = 0; i < events.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                events.get(i).writeTo(out);
            }
            out.write(']');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
