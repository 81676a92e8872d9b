package nl.gebiedsmonitor.api.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as UTF-8 by way of one buffer, without a copy of it. It is for answers of hundreds of thousands of lines, and
 * fails with {@link UncheckedIOException} so that it can be called for each row of a query.
 */
public final class TextWriter {

    private static final int BUFFER = 32 * 1024;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;

    public TextWriter(OutputStream out) {
        this.out = out;
    }

    public TextWriter write(String text) {
        int count = text.length();
        if (count > BUFFER) {
            return writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        if (count > BUFFER - length) {
            flushBuffer();
        }
        int end = length;
        for (int i = 0; i < count; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                return writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
            buffer[end++] = (byte) character;
        }
        length = end;
        return this;
    }

    /** Writes a character of ASCII. */
    public TextWriter write(char character) {
        if (length == BUFFER) {
            flushBuffer();
        }
        buffer[length++] = (byte) character;
        return this;
    }

    /** Writes bytes that are UTF-8 already. */
    public TextWriter writeBytes(byte[] bytes) {
        if (bytes.length > BUFFER - length) {
            flushBuffer();
        }
        if (bytes.length > BUFFER) {
            send(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
        return this;
    }

    /** Sends all that was written. */
    public void flush() {
        flushBuffer();
        try {
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void flushBuffer() {
        send(buffer, length);
        length = 0;
    }

    private void send(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
