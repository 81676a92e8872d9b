package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which headers of a request its answer depends on (RFC 9110, 12.5.5). */
public final class Vary {

    private Vary() {}

    /** Says so in the answer to the current request. */
    public static void by(String header) {
        HttpServletResponse response =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        ? attributes.getResponse()
                        : null;
        if (response != null) {
            List<String> names = new ArrayList<>(response.getHeaders(HttpHeaders.VARY));
            if (!names.contains(header)) {
                names.add(header);
                response.setHeader(HttpHeaders.VARY, String.join(", ", names));
            }
        }
    }
}
