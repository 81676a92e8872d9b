package nl.gebiedsmonitor.api.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Tells what Tomcat refuses before any of our code sees it, such as a malformed address, as problem+json too. */
@Component
class TomcatErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** Writes the problem; Tomcat makes it by the name of its class. */
    public static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.getContentWritten() > 0) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setHeader(Headers.API_VERSION, EveryResponse.API_VERSION);
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write("{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value()
                            + ",\"detail\":\"This request cannot be read as HTTP.\"}");
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("The client is gone", gone);
            }
        }
    }
}
