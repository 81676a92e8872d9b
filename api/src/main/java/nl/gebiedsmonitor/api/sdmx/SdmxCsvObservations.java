package nl.gebiedsmonitor.api.sdmx;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import nl.gebiedsmonitor.api.observation.writing.ObservationWriter;
import nl.gebiedsmonitor.api.observation.writing.Selection;
import nl.gebiedsmonitor.api.web.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Observations as SDMX-CSV 2.0, for who asks for them by the names of this product. */
@Component
class SdmxCsvObservations implements ObservationWriter {

    private final SdmxFiles files;

    SdmxCsvObservations(SdmxFiles files) {
        this.files = files;
    }

    @Override
    public Format format() {
        return Format.SDMX_CSV;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        response.setContentType(format().mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, selection.language().tag());
        OutputStream out = response.getOutputStream();
        files.write(selection, message -> files.csv(message, CsvForm.PLAIN, out));
    }
}
