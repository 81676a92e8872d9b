package nl.gebiedsmonitor.api.vintage;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer of which nothing is sent. Of a good one the digest and the length are kept, however long it is; of any other
 * the body. Nothing reaches the response that it stands in front of.
 */
final class DigestingResponse extends HttpServletResponseWrapper {

    private final MessageDigest digest = newDigest();
    private final ByteArrayOutputStream problem = new ByteArrayOutputStream();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Body body = new Body();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    private int status = SC_OK;
    private long length;

    DigestingResponse(HttpServletResponse outer) {
        super(outer);
    }

    boolean isGood() {
        return status == SC_OK;
    }

    /** The digest of a good answer, in hexadecimal; it can be asked for once. */
    String sha256() {
        writer.flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    long length() {
        return length;
    }

    /** The body of an answer that is not good. */
    byte[] problem() {
        writer.flush();
        return problem.toByteArray();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private final class Body extends ServletOutputStream {

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            if (isGood()) {
                digest.update(bytes, offset, count);
            } else {
                problem.write(bytes, offset, count);
            }
            length += count;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer that is cited is read at once");
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    /** What was digested cannot be taken back, as what was sent cannot. */
    @Override
    public boolean isCommitted() {
        return isGood() && length > 0;
    }

    @Override
    public void reset() {
        resetBuffer();
        headers.clear();
        status = SC_OK;
    }

    @Override
    public void resetBuffer() {
        if (isCommitted()) {
            throw new IllegalStateException("A part was digested");
        }
        problem.reset();
        length = 0;
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setBufferSize(int size) {
        // nothing is kept
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void sendRedirect(String location) {
        status = SC_FOUND;
        setHeader("Location", location);
    }

    @Override
    public void sendRedirect(String location, int code, boolean clearBuffer) {
        status = code;
        setHeader("Location", location);
    }

    @Override
    public void addCookie(Cookie cookie) {
        // nobody gets it
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        headers.merge(name, value, (one, other) -> one + ", " + other);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long value) {
        setHeader(name, Long.toString(value));
    }

    @Override
    public void addDateHeader(String name, long value) {
        addHeader(name, Long.toString(value));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        String value = headers.get(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return Set.copyOf(headers.keySet());
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public void setContentType(@Nullable String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        // bodies are written as bytes
    }

    @Override
    public void setCharacterEncoding(@Nullable Charset encoding) {
        // bodies are written as bytes
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setContentLength(int count) {
        // it is counted
    }

    @Override
    public void setContentLengthLong(long count) {
        // it is counted
    }

    @Override
    public void setLocale(Locale locale) {
        // no answer depends on it
    }

    @Override
    public void setTrailerFields(Supplier<Map<String, String>> trailers) {
        // no answer has any
    }
}
