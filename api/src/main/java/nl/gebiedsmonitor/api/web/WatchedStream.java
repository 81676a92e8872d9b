package nl.gebiedsmonitor.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request, each part of which is shown to somebody as it is read. Closing it leaves the body open. */
final class WatchedStream extends ServletInputStream {

    /** Sees what is read. */
    interface Watcher {

        void saw(byte[] bytes, int offset, int count);
    }

    private final ServletInputStream in;
    private final Watcher watcher;

    WatchedStream(ServletInputStream in, Watcher watcher) {
        this.in = in;
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            watcher.saw(new byte[] {(byte) one}, 0, 1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            watcher.saw(bytes, offset, count);
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    @Override
    public void close() {
        // The container closes it.
    }
}
