package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.gebiedsmonitor.api.tabular.TextWriter;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.springframework.stereotype.Component;

/** Observations as JSON, one a line, each as a page of JSON has it. */
@Component
class NdjsonObservations implements ObservationWriter {

    private static final byte[] INDICATOR = utf8("{\"indicator\":\"");
    private static final byte[] GEBIED = utf8("\",\"gebied\":\"");
    private static final byte[] PERIOD = utf8("\",\"period\":\"");
    private static final byte[] VALUE = utf8("\",\"value\":");
    private static final byte[] STATUS = utf8(",\"status\":\"");
    private static final byte[] MISSING_REASON = utf8("\",\"missingReason\":\"");
    private static final byte[] END = utf8("\"}\n");

    @Override
    public Format format() {
        return Format.NDJSON;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        response.setContentType(Format.NDJSON.mediaType().toString());
        TextWriter out = new TextWriter(response.getOutputStream());
        selection.rows().accept(view -> write(view, out));
        out.flush();
    }

    /** The codes and words of an observation hold no sign that JSON escapes. */
    private static void write(ObservationView view, TextWriter out) {
        out.writeBytes(INDICATOR)
                .write(view.indicator())
                .writeBytes(GEBIED)
                .write(view.gebied())
                .writeBytes(PERIOD)
                .write(view.period())
                .writeBytes(VALUE)
                .write(view.value() == null ? "null" : Double.toString(view.value()))
                .writeBytes(STATUS)
                .write(view.status().name());
        if (view.missingReason() != null) {
            out.writeBytes(MISSING_REASON).write(view.missingReason().name());
        }
        out.writeBytes(END);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
