package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before any endpoint: a body of another kind or size than is taken is refused, what is wrong with the query and the path
 * as such is told, and the position asked for is waited for.
 */
@Component
class Reads implements HandlerInterceptor {

    private final Projections projections;
    private final GebiedsmonitorProperties properties;

    Reads(Projections projections, GebiedsmonitorProperties properties) {
        this.projections = projections;
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            requireTaken(request);
            BodyLimit.check(request);
            Query.check(request, method);
            String position = request.getHeader(Headers.MIN_EVENT_POSITION);
            if (position != null) {
                projections.awaitAll(parse(position), properties.patience());
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("nl.gebiedsmonitor.api");
    }

    /** Forms are not taken, and neither is anything packed: their bodies would be read for something else. */
    private static void requireTaken(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new HttpMediaTypeNotSupportedException("A body is sent as it is, without Content-Encoding.");
        }
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
            throw new HttpMediaTypeNotSupportedException("A form is not taken here.");
        }
    }

    private static long parse(String position) {
        try {
            long parsed = Long.parseLong(position);
            if (parsed >= 0) {
                return parsed;
            }
        } catch (NumberFormatException malformed) {
            // told below, with all that is not a position
        }
        throw new InputRejected(List.of(new Fault(
                null,
                Headers.MIN_EVENT_POSITION,
                position,
                "event-position",
                "A position is a whole number, 0 or more, as Event-Position gave it.")));
    }
}
