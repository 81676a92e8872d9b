package nl.gebiedsmonitor.api.sdmx;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.ObservationView;

/** Writes SDMX-CSV 2.0, an observation a line. */
final class CsvWriting implements DataWriter {

    private final Message message;
    private final CsvForm layout;
    private final CsvWriter csv;
    private final List<String> line = new ArrayList<>();
    private final Map<String, String> periods = new HashMap<>();
    private final Map<String, String> gebieden;

    CsvWriting(Message message, CsvForm layout, OutputStream out) {
        this.message = message;
        this.layout = layout;
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.gebieden =
                layout.names() || layout.codesWithNames() ? message.gebieden().names(message.position()) : Map.of();
        header();
    }

    private void header() {
        line.add("STRUCTURE");
        line.add("STRUCTURE_ID");
        if (layout.names()) {
            line.add("STRUCTURE_NAME");
        }
        line.add("ACTION");
        if (layout.seriesKeys()) {
            line.add("SERIES_KEY");
        }
        if (layout.observationKeys()) {
            line.add("OBS_KEY");
        }
        message.shown()
                .components()
                .forEach(each -> coded(each.name(), each.title().in(message.language())));
        end();
    }

    @Override
    public void write(ObservationView row) {
        line.add(Artefact.DATAFLOW.type());
        coded(Artefact.DATAFLOW.reference(), Artefact.DATAFLOW.title().in(message.language()));
        line.add(message.changes() ? "R" : "I");
        String series = row.indicator() + "." + row.gebied();
        String period = periods.computeIfAbsent(row.period(), this::period);
        if (layout.seriesKeys()) {
            line.add(series);
        }
        if (layout.observationKeys()) {
            line.add(series + "." + period);
        }
        message.shown().components().forEach(each -> cell(each, row, period));
        end();
    }

    private void cell(Component component, ObservationView row, String period) {
        switch (component) {
            case INDICATOR ->
                coded(row.indicator(), message.indicator(row.indicator()).in(message.language()));
            case GEBIED -> coded(row.gebied(), gebieden.getOrDefault(row.gebied(), row.gebied()));
            case TIME_PERIOD -> uncoded(period);
            case OBS_VALUE -> uncoded(row.value() == null ? "" : row.value().toString());
            case UNIT_MEASURE -> {
                String unit = message.unit(row.indicator());
                uncoded(unit == null ? "" : unit);
            }
            case OBS_STATUS -> {
                StatusCode status = StatusCode.of(row);
                coded(status.name(), status.title().in(message.language()));
            }
        }
    }

    private String period(String text) {
        Period period = new Period(text);
        return layout.days() ? TimePeriod.of(period).first().toString() : TimePeriod.write(period);
    }

    private void coded(String code, String name) {
        line.add(layout.codesWithNames() ? code + ": " + name : code);
        if (layout.names()) {
            line.add(name);
        }
    }

    private void uncoded(String value) {
        line.add(value);
        if (layout.names()) {
            line.add("");
        }
    }

    private void end() {
        csv.writeRecord(line);
        line.clear();
    }

    @Override
    public void finish() {
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
