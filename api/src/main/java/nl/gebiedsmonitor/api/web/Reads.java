package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.toCollection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Before any endpoint: the position asked for is waited for, and a query key that nobody knows is told. */
@Component
class Reads implements HandlerInterceptor {

    private final Projections projections;
    private final GebiedsmonitorProperties properties;

    Reads(Projections projections, GebiedsmonitorProperties properties) {
        this.projections = projections;
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            rejectUnknownKeys(request, method);
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

    private static void rejectUnknownKeys(HttpServletRequest request, HandlerMethod method) {
        Set<String> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(Reads::nameOf)
                .collect(toCollection(TreeSet::new));
        List<Fault> faults = new ArrayList<>();
        for (String key : new TreeSet<>(request.getParameterMap().keySet())) {
            if (!known.contains(key)) {
                faults.add(new Fault(
                        null,
                        key,
                        request.getParameter(key),
                        "query-key",
                        "There is no query key \"" + key + "\" here; there "
                                + (known.isEmpty() ? "is none" : "are " + known) + "."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InputRejected(faults);
        }
    }

    private static String nameOf(MethodParameter parameter) {
        String named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return named.isEmpty() ? parameter.getParameter().getName() : named;
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
