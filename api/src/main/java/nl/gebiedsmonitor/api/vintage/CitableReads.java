package nl.gebiedsmonitor.api.vintage;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The reads that can be cited: our own that take {@code asOf}, and the comparison of two moments. */
@Component
class CitableReads {

    private static final String COMPARISON = "/v1/vintages/compare";

    private final RequestMappingHandlerMapping handlers;
    private final Vintages vintages;

    CitableReads(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, Vintages vintages) {
        this.handlers = handlers;
        this.vintages = vintages;
    }

    /**
     * The read of a path and query, pinned to a position and a format, so that it answers the same whenever it is asked
     * for and whatever is accepted.
     *
     * @throws InvalidValue when it is no read that can be cited
     */
    InnerRequest find(String text, HttpServletRequest outer) {
        Question question = Question.parse(text);
        HandlerMethod handler = handler(new InnerRequest(outer, question));
        if (handler == null || !handler.getBeanType().getPackageName().startsWith("nl.gebiedsmonitor.api.")) {
            throw Question.notCitable(text);
        }
        if (takes(handler, "asOf")) {
            question = pinned(question);
        } else if (!question.path().equals(COMPARISON)) {
            throw Question.notCitable(text);
        }
        if (takes(handler, "format") && !question.parameters().containsKey("format")) {
            question = question.with("format", "json");
        }
        return new InnerRequest(outer, question);
    }

    private Question pinned(Question question) {
        String[] given = question.parameters().get("asOf");
        if (given == null) {
            return question.with("asOf", Long.toString(vintages.latest()));
        }
        try {
            return given.length == 1
                    ? question.with("asOf", vintages.parse(given[0]).toString())
                    : question;
        } catch (InvalidValue toldByTheRead) {
            return question;
        }
    }

    private @Nullable HandlerMethod handler(InnerRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain chain = handlers.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (ServletException notARead) {
            return null;
        } catch (Exception failed) {
            throw new IllegalStateException("No handler can be looked for", failed);
        }
    }

    private static boolean takes(HandlerMethod handler, String key) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        && key.equals(parameter.getParameter().getName()));
    }
}
