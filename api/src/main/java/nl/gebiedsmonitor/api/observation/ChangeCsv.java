package nl.gebiedsmonitor.api.observation;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.projections.observation.ChangeView;
import org.jspecify.annotations.Nullable;

/** Changes as a CSV file, for whoever asks for one. */
final class ChangeCsv {

    private ChangeCsv() {}

    /** Writes rows while they are read, however many there are; of a new figure, what was before is empty. */
    static void write(Consumer<Consumer<ChangeView>> rows, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvWriter writer =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.writeRecord(
                "indicator", "gebied", "period", "valueBefore", "statusBefore", "valueAfter", "statusAfter", "change");
        rows.accept(view -> writer.writeRecord(
                view.indicator(),
                view.gebied(),
                view.period(),
                view.before() == null ? "" : number(view.before().value()),
                view.before() == null ? "" : view.before().status().name(),
                number(view.after().value()),
                view.after().status().name(),
                number(view.change())));
        writer.flush();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
