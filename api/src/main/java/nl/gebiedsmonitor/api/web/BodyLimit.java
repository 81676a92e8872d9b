package nl.gebiedsmonitor.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
        return List.of("/v1/gebieden", "/v1/effect-estimates").contains(request.getRequestURI()) ? 50 : 10;
    }

    private static void requireUpTo(int megabytes, long length) {
        if (length > megabytes * MEGABYTE) {
            throw new TooLarge("At most " + megabytes + " MB is taken at once here; send it in parts.");
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private @Nullable WatchedStream stream;
        private long length;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new WatchedStream(super.getInputStream(), (_, _, count) -> {
                    length += count;
                    requireUpTo(megabytes(this), length);
                });
            }
            return stream;
        }
    }
}
