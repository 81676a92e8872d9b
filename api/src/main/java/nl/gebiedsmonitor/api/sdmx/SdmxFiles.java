package nl.gebiedsmonitor.api.sdmx;

import static java.util.stream.Collectors.toMap;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Observations as SDMX files, for whoever has rows in the order of indicator, gebied and period. */
@Component
public class SdmxFiles {

    private final IndicatorQueries indicators;
    private final GebiedQueries gebieden;
    private final EventLog log;
    private final JsonMapper json;

    SdmxFiles(IndicatorQueries indicators, GebiedQueries gebieden, EventLog log, JsonMapper json) {
        this.indicators = indicators;
        this.gebieden = gebieden;
        this.log = log;
        this.json = json;
    }

    /** The media type of what {@link #writeCsv} writes. */
    public static String csvType() {
        return DataForm.CSV + ";version=" + DataForm.VERSION;
    }

    /** The media type of what {@link #writeJson} writes. */
    public static String jsonType() {
        return DataForm.JSON + ";version=" + DataForm.VERSION;
    }

    /**
     * Writes rows as SDMX-CSV 2.0 while they are read, however many there are.
     *
     * @param position at which they are read
     */
    public void writeCsv(Consumer<Consumer<ObservationView>> rows, long position, OutputStream out) {
        write(rows, csv(all(position), CsvLayout.PLAIN, out));
    }

    /**
     * Writes rows as SDMX-JSON 2.0 while they are read, however many there are.
     *
     * @param position at which they are read
     */
    public void writeJson(Consumer<Consumer<ObservationView>> rows, long position, OutputStream out) {
        write(rows, json(all(position), out));
    }

    private static void write(Consumer<Consumer<ObservationView>> rows, DataWriter writer) {
        rows.accept(writer::write);
        writer.finish();
    }

    private Message all(long position) {
        return message(position, definitions(position), false, false, Shown.ALL, Language.NL);
    }

    Message message(
            long position,
            Map<String, IndicatorDefinition> definitions,
            boolean changes,
            boolean flat,
            Shown shown,
            Language language) {
        return new Message(position, recordedAt(position), changes, flat, shown, language, definitions, gebieden);
    }

    /** When the event of a position was recorded. */
    Instant recordedAt(long position) {
        return log.recordedAt(position).orElse(Instant.EPOCH);
    }

    /** All indicators at a position by their codes. */
    Map<String, IndicatorDefinition> definitions(long position) {
        return indicators.all(position).stream()
                .collect(toMap(definition -> definition.code().value(), definition -> definition));
    }

    DataWriter csv(Message message, CsvLayout layout, OutputStream out) {
        return new CsvWriting(message, layout, out);
    }

    DataWriter json(Message message, OutputStream out) {
        return new JsonWriting(message, json.createGenerator(out));
    }
}
