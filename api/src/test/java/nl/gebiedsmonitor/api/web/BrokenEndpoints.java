package nl.gebiedsmonitor.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints with faults of our own, of which the real ones have none that a test could find. */
@RestController
class BrokenEndpoints {

    @GetMapping("/test/fault")
    String fault() {
        throw new IllegalStateException("select secret from java.lang.Object");
    }

    @GetMapping("/test/half-an-answer")
    void half(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        for (int line = 0; line < 20_000; line++) {
            response.getOutputStream().print("a,b,c\n");
        }
        throw new IllegalStateException("the database went away");
    }
}
