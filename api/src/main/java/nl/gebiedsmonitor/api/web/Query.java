package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What can be wrong with a query or a path whatever it asks for. */
final class Query {

    private Query() {}

    /**
     * Looks at the keys of a query, and at the path.
     *
     * @throws InputRejected with every key that is unknown, empty, repeated or no text, and every such path
     * @throws NotImplemented with every key that is good by its standard and not made
     */
    static void check(HttpServletRequest request, HandlerMethod method) {
        Map<String, MethodParameter> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(toMap(Query::nameOf, parameter -> parameter, (first, second) -> first, TreeMap::new));
        Set<String> notMade = notMade(method);
        List<Fault> faults = new ArrayList<>();
        List<Fault> unmade = new ArrayList<>();
        new TreeMap<>(request.getParameterMap()).forEach((key, values) -> {
            MethodParameter parameter = known.get(key);
            if (notMade.contains(key)) {
                unmade.add(notMade(key, values[0]));
            } else if (parameter == null) {
                faults.add(unknown(key, values[0], known));
            } else {
                check(key, values, Collection.class.isAssignableFrom(parameter.getParameterType()), faults);
            }
        });
        checkPath(request, faults);
        if (!faults.isEmpty()) {
            throw new InputRejected(faults);
        }
        if (!unmade.isEmpty()) {
            throw new NotImplemented(unmade);
        }
    }

    private static Set<String> notMade(HandlerMethod method) {
        NotMade keys = method.getMethodAnnotation(NotMade.class);
        return keys == null ? Set.of() : Set.of(keys.value());
    }

    private static Fault notMade(String key, String value) {
        return new Fault(null, key, value, "not-made", "The query key " + key + " is not made here.");
    }

    private static Fault unknown(String key, String value, Map<String, MethodParameter> known) {
        String others = known.isEmpty() ? "there is none" : "there are " + String.join(", ", known.keySet());
        return new Fault(null, key, value, "query-key", "There is no query key of this name here; " + others + ".");
    }

    private static void check(String key, String[] values, boolean many, List<Fault> faults) {
        if (values.length > 1 && !many) {
            faults.add(new Fault(null, key, values[1], "query-key-once", "The query key " + key + " is there twice."));
        }
        for (String value : values) {
            if (value.isBlank()) {
                faults.add(new Fault(
                        null, key, value, "required", "The query key " + key + " has no value; leave it out."));
            } else if (!PlainText.holds(value)) {
                faults.add(noText(key, value));
            }
        }
    }

    private static void checkPath(HttpServletRequest request, List<Fault> faults) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
            parts.forEach((name, value) -> {
                if (!PlainText.holds(String.valueOf(value))) {
                    faults.add(noText(String.valueOf(name), String.valueOf(value)));
                }
            });
        }
    }

    private static Fault noText(String name, String value) {
        return new Fault(null, name, value, "control-character", "There is a control character in " + name + ".");
    }

    private static String nameOf(MethodParameter parameter) {
        String named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return named.isEmpty() ? parameter.getParameter().getName() : named;
    }
}
