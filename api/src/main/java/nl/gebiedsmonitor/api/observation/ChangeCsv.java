package nl.gebiedsmonitor.api.observation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.tabular.CsvRows;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.projections.observation.ChangeView;

/** Changes as a CSV file, for whoever asks for one. */
final class ChangeCsv {

    private ChangeCsv() {}

    /** Writes rows while they are read, however many there are; of a new figure, what was before is empty. */
    static void write(Consumer<Consumer<ChangeView>> rows, CsvStyle style, HttpServletResponse response)
            throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvRows csv = new CsvRows(response.getOutputStream(), style);
        csv.header(List.of(
                "indicator", "gebied", "period", "valueBefore", "statusBefore", "valueAfter", "statusAfter", "change"));
        rows.accept(view -> csv.code(view.indicator())
                .code(view.gebied())
                .code(view.period())
                .number(view.before() == null ? null : view.before().value())
                .code(view.before() == null ? null : view.before().status().name())
                .number(view.after().value())
                .code(view.after().status().name())
                .number(view.change())
                .end());
        csv.flush();
    }
}
