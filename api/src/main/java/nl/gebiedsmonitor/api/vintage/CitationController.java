package nl.gebiedsmonitor.api.vintage;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Headers;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;

/** Cites answers: it carries the read out within this process, and tells what it answered without keeping it. */
@RestController
class CitationController {

    private static final Pattern PERMANENT = Pattern.compile("<([^>]+)>; rel=\"" + Vintages.CITE_AS + "\"");

    private final CitableReads reads;
    private final DispatcherServlet dispatcher;
    private final EventLog log;

    CitationController(CitableReads reads, DispatcherServlet dispatcher, EventLog log) {
        this.reads = reads;
        this.dispatcher = dispatcher;
        this.log = log;
    }

    /** What is wrong with the read itself is told as it tells it. */
    @GetMapping("/v1/citations")
    @Nullable
    ResponseEntity<Citation> cite(
            @RequestParam(required = false) @Nullable String query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        Fields fields = new Fields();
        Field<InnerRequest> read = fields.required("query", query, text -> reads.find(text, request));
        InnerRequest inner = fields.make(read::get);
        DigestingResponse answer = new DigestingResponse(response);
        dispatcher.service(inner, answer);
        if (!answer.isGood()) {
            passOn(answer, response);
            return null;
        }
        return ResponseEntity.ok(citation(String.valueOf(query), answer));
    }

    private Citation citation(String query, DigestingResponse answer) {
        Matcher permanent = PERMANENT.matcher(String.valueOf(answer.getHeader(HttpHeaders.LINK)));
        String position = answer.getHeader(Headers.EVENT_POSITION);
        if (position == null || !permanent.find()) {
            throw new IllegalStateException(query + " answers without saying where it stands");
        }
        long asOf = Long.parseLong(position);
        Instant recordedAt = log.recordedAt(asOf).orElse(null);
        return Citation.of(query, asOf, recordedAt, permanent.group(1), answer);
    }

    private static void passOn(DigestingResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatus());
        String later = answer.getHeader(HttpHeaders.RETRY_AFTER);
        if (later != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, later);
        }
        response.setContentType(answer.getContentType());
        response.getOutputStream().write(answer.problem());
    }
}
