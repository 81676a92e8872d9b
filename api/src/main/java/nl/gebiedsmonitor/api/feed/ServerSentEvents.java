package nl.gebiedsmonitor.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes events as the HTML standard (WHATWG) has it for text/event-stream. A reader keeps the last id it was sent, with
 * or without data, and sends it as Last-Event-ID when it comes back.
 */
final class ServerSentEvents {

    private final OutputStream out;
    private final Flushable answer;

    /** @param answer sends what was written so far, which the stream of a body does not do by itself */
    ServerSentEvents(OutputStream out, Flushable answer) {
        this.out = out;
        this.answer = answer;
    }

    /** Shows the reader that it is connected, and spreads over some seconds when readers who are cut off come back. */
    void begin() throws IOException {
        write("retry: " + ThreadLocalRandom.current().nextInt(1_000, 5_000) + "\n\n");
        flush();
    }

    void send(Rendered event) throws IOException {
        write("id: " + event.position() + "\nevent: " + event.type() + "\ndata: ");
        event.writeTo(out);
        write("\n\n");
    }

    /** Moves the place from which the reader will go on; nobody sees an event. */
    void moveTo(long position) throws IOException {
        write("id: " + position + "\n\n");
    }

    /** Shows that both ends are there. */
    void beat() throws IOException {
        write(":\n\n");
    }

    void flush() throws IOException {
        answer.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
