package nl.gebiedsmonitor.api.feed;

import java.io.IOException;
import java.io.OutputStream;

/** An event as bytes that can be given to any number of readers: a CloudEvent in JSON, on one line. */
public final class Rendered {

    private final long position;
    private final String type;
    private final byte[] json;

    Rendered(long position, String type, byte[] json) {
        this.position = position;
        this.type = type;
        this.json = json;
    }

    /** Of its event. */
    public long position() {
        return position;
    }

    /** The type of the CloudEvent. */
    String type() {
        return type;
    }

    /** In bytes. */
    int size() {
        return json.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(json);
    }
}
