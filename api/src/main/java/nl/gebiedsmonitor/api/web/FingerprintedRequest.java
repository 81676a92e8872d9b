package nl.gebiedsmonitor.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** A request that is digested while it is read, so that a body of any size is recognised without being held. */
final class FingerprintedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;
    private @Nullable DigestedStream stream;
    private @Nullable String fingerprint;

    FingerprintedRequest(HttpServletRequest request) {
        super(request);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
        String target = request.getMethod()
                + ' '
                + request.getRequestURI()
                + '?'
                + request.getQueryString()
                + '\n'
                + request.getContentType()
                + '\n';
        digest.update(target.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable FingerprintedRequest of(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, FingerprintedRequest.class);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new DigestedStream(super.getInputStream(), digest);
        }
        return stream;
    }

    String fingerprint() {
        if (fingerprint == null) {
            try {
                getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            fingerprint = HexFormat.of().formatHex(digest.digest());
        }
        return fingerprint;
    }

    private static final class DigestedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final MessageDigest digest;

        DigestedStream(ServletInputStream in, MessageDigest digest) {
            this.in = in;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                digest.update((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                digest.update(bytes, offset, count);
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
            // The rest of the body still counts for the fingerprint; the container closes it.
        }
    }
}
