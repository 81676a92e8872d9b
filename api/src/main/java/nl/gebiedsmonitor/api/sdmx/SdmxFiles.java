package nl.gebiedsmonitor.api.sdmx;

import static java.util.stream.Collectors.toMap;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import nl.gebiedsmonitor.api.observation.writing.Selection;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes SDMX messages of rows in the order of indicator, gebied and period. */
@Component
class SdmxFiles {

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

    /** Writes all that an observation says, an answer without any included. */
    void write(Selection selection, Function<Message, DataWriter> form) {
        DataWriter writer = form.apply(message(
                selection.position(),
                definitions(selection.position()),
                selection.changes(),
                false,
                Shown.ALL,
                selection.language()));
        selection.rows().accept(writer::write);
        writer.finish();
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

    DataWriter csv(Message message, CsvForm layout, OutputStream out) {
        return new CsvWriting(message, layout, out);
    }

    DataWriter json(Message message, OutputStream out) {
        return new JsonWriting(message, json.createGenerator(out));
    }
}
