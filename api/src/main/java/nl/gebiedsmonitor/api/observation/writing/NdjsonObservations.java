package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.gebiedsmonitor.api.tabular.TextWriter;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.springframework.stereotype.Component;

/** Observations as JSON, one a line, each as a page of JSON has it. */
@Component
class NdjsonObservations implements ObservationWriter {

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
        out.write("{\"indicator\":\"")
                .write(view.indicator())
                .write("\",\"gebied\":\"")
                .write(view.gebied())
                .write("\",\"period\":\"")
                .write(view.period())
                .write("\",\"value\":")
                .write(view.value() == null ? "null" : Double.toString(view.value()))
                .write(",\"status\":\"")
                .write(view.status().name());
        if (view.missingReason() != null) {
            out.write("\",\"missingReason\":\"").write(view.missingReason().name());
        }
        out.write("\"}\n");
    }
}
