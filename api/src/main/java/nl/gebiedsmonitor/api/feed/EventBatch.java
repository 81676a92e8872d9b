package nl.gebiedsmonitor.api.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Events on their way in the JSON batch format of CloudEvents (1.0.2, section 4). */
public final class EventBatch {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int events;
    private long last;

    public void add(Rendered event) {
        try {
            out.write(events == 0 ? '[' : ',');
            event.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        events++;
        last = event.position();
    }

    /** How many there are. */
    public int events() {
        return events;
    }

    /** The position of the last of them, 0 when there is none. */
    public long last() {
        return last;
    }

    /** How large it is with one more, in bytes. */
    public long sizeWith(Rendered more) {
        return out.size() + 2L + more.size();
    }

    /** The batch as it is sent; nothing can be added any more. */
    public byte[] json() {
        if (events == 0) {
            out.write('[');
        }
        out.write(']');
        return out.toByteArray();
    }
}
