package nl.gebiedsmonitor.api.web;

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
    private @Nullable WatchedStream stream;
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
            stream = new WatchedStream(super.getInputStream(), digest::update);
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
}
