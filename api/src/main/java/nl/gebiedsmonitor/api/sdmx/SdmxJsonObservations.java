package nl.gebiedsmonitor.api.sdmx;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import nl.gebiedsmonitor.api.observation.writing.ObservationWriter;
import nl.gebiedsmonitor.api.observation.writing.Selection;
import nl.gebiedsmonitor.api.web.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Observations as SDMX-JSON 2.0, in series, for who asks for them by the names of this product. */
@Component
class SdmxJsonObservations implements ObservationWriter {

    private final SdmxFiles files;

    SdmxJsonObservations(SdmxFiles files) {
        this.files = files;
    }

    @Override
    public Format format() {
        return Format.SDMX_JSON;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        response.setContentType(format().mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, selection.language().tag());
        OutputStream out = response.getOutputStream();
        files.write(selection, message -> files.json(message, out));
    }
}
