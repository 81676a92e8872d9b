package nl.gebiedsmonitor.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body that is larger than its endpoint takes. Deliveries are bounded by their rows instead. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

    private static final long MEGABYTE = 1_000_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/v1/deliveries");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    /** @throws TooLarge when the request announces a larger body than is taken */
    static void check(HttpServletRequest request) {
        if (request.getRequestURI().equals("/v1/deliveries")) {
            return;
        }
        requireUpTo(megabytes(request), request.getContentLengthLong());
    }

    private static int megabytes(HttpServletRequest request) {
        return request.getRequestURI().equals("/v1/gebieden") ? 50 : 10;
    }

    private static void requireUpTo(int megabytes, long length) {
        if (length > megabytes * MEGABYTE) {
            throw new TooLarge("At most " + megabytes + " MB is taken at once here; send it in parts.");
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private @Nullable CountedStream stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new CountedStream(super.getInputStream(), megabytes(this));
            }
            return stream;
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final int megabytes;
        private long length;

        CountedStream(ServletInputStream in, int megabytes) {
            this.in = in;
            this.megabytes = megabytes;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int many) throws IOException {
            int some = in.read(bytes, offset, many);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            length += more;
            requireUpTo(megabytes, length);
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
    }
}
