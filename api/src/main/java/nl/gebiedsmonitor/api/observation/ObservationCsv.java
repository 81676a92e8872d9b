package nl.gebiedsmonitor.api.observation;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.projections.observation.ObservationView;

/** Observations as a CSV file, for whoever asks for one. */
final class ObservationCsv {

    private ObservationCsv() {}

    /** Writes rows while they are read, however many there are. */
    static void write(Consumer<Consumer<ObservationView>> rows, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvWriter writer =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.writeRecord("indicator", "gebied", "period", "value", "status");
        rows.accept(view -> writer.writeRecord(
                view.indicator(),
                view.gebied(),
                view.period(),
                view.value() == null ? "" : view.value().toString(),
                view.status().name()));
        writer.flush();
    }
}
