package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.gebiedsmonitor.api.tabular.CsvRows;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Links;
import org.springframework.stereotype.Component;

/** Observations as a CSV file, with a link to its metadata. */
@Component
class CsvObservations implements ObservationWriter {

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        Links.addDescription(CsvMetadata.address(selection.csv()), CsvMetadata.MEDIA_TYPE, response);
        CsvRows csv = new CsvRows(response.getOutputStream(), selection.csv());
        csv.header(CsvMetadata.COLUMNS);
        selection.rows().accept(view -> csv.code(view.indicator())
                .code(view.gebied())
                .code(view.period())
                .number(view.value())
                .code(view.status().name())
                .code(view.missingReason() == null ? null : view.missingReason().name())
                .end());
        csv.flush();
    }
}
