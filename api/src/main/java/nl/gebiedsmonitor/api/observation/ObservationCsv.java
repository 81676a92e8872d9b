package nl.gebiedsmonitor.api.observation;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Observations as a CSV file, for whoever asks for one. */
final class ObservationCsv {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private ObservationCsv() {}

    /** Whether CSV is asked for: by format, or otherwise by what is accepted rather than JSON. */
    static boolean isWanted(@Nullable String format, @Nullable String accept, Fields fields) {
        if (format != null) {
            if (!format.equals("csv") && !format.equals("json")) {
                fields.add(new Fault(null, "format", format, "format", "A format is json or csv."));
            }
            return format.equals("csv");
        }
        return accept != null
                && acceptable(accept).stream()
                        .filter(type -> type.isCompatibleWith(CSV) || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                        .findFirst()
                        .map(type -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
                        .orElse(false);
    }

    /** What is accepted, the most wanted first; a header that cannot be read asks for nothing in particular. */
    private static List<MediaType> acceptable(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException malformed) {
            return List.of();
        }
    }

    /** Writes rows while they are read, however many there are. */
    static void write(Consumer<Consumer<ObservationView>> rows, HttpServletResponse response) throws IOException {
        response.setContentType(CSV.toString());
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
