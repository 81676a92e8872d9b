package nl.gebiedsmonitor.api.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes care of requests that nobody can be told a problem of any more. A client that went away or fell silent is no
 * fault of ours. An answer of which a part was sent is broken off together with its connection, so that its reader sees
 * that it is incomplete and never takes an error text for data.
 */
final class BrokenAnswers implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswers.class);

    /** An answer that was broken off. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOff(Throwable cause) {
            super("An answer was broken off", cause);
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failed) {
        if (isClientGone(failed) || isOfTheConnection(request, failed)) {
            LOG.debug("The client of {} {} went away", request.getMethod(), request.getRequestURI(), failed);
            if (!response.isCommitted()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                response.setHeader("Connection", "close");
            }
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            throw new BrokenOff(failed);
        }
        return null;
    }

    /** Whatever else fails while an answer is waited for is no such exception itself. */
    private static boolean isOfTheConnection(HttpServletRequest request, Exception failed) {
        return request.getDispatcherType() == DispatcherType.ASYNC && failed instanceof IOException;
    }

    private static boolean isClientGone(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequestException
                    || cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
