package nl.gebiedsmonitor.api.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers that the NLGov REST API Design Rules 2.1 ask of every response, and the digest of keyed requests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryResponse extends OncePerRequestFilter {

    /** The version of the API, as every response and the OpenAPI document state it. */
    static final String API_VERSION = "1.0.0";

    /** Of what Tomcat refuses by itself, this is the only dispatch. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(Headers.API_VERSION, API_VERSION);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        boolean keyed = request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader(Headers.IDEMPOTENCY_KEY) != null;
        chain.doFilter(keyed ? new FingerprintedRequest(request) : request, EntityTags.unlessThere(request, response));
    }
}
