package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Observations as a JSON-stat 2.0 dataset (json-stat.org): a cube with the dimensions indicator, gebied and period. Rows are
 * read twice at one position, first for the cube and then for its cells, and never held.
 */
@Component
class JsonStatObservations implements ObservationWriter {

    private final GebiedQueries gebieden;
    private final IndicatorQueries indicators;
    private final EventLog log;
    private final JsonMapper json;

    JsonStatObservations(GebiedQueries gebieden, IndicatorQueries indicators, EventLog log, JsonMapper json) {
        this.gebieden = gebieden;
        this.indicators = indicators;
        this.log = log;
        this.json = json;
    }

    @Override
    public Format format() {
        return Format.JSON_STAT;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        if (selection.changes()) {
            throw new InputRejected(List.of(new Fault(
                    null,
                    "format",
                    "json-stat",
                    "cube-of-changes",
                    "In a cube of what was updated the rest would look missing; ask for csv, ndjson or parquet.")));
        }
        Cube cube = Cube.of(selection.rows());
        Map<IndicatorCode, IndicatorDefinition> definitions = indicators.definitions(
                cube.indicators().stream().map(IndicatorCode::new).toList(), selection.position());
        response.setContentType(Format.JSON_STAT.mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, selection.language().tag());
        JsonGenerator out = json.createGenerator(response.getOutputStream());
        out.writeStartObject();
        out.writeStringProperty("version", "2.0");
        out.writeStringProperty("class", "dataset");
        writeHead(cube, definitions, selection, out);
        out.writeObjectPropertyStart("dimension");
        writeIndicators(cube, definitions, selection.language(), out);
        writeGebieden(cube, selection, out);
        writeDimension("period", selection.language().of("Periode", "Period"), cube.periods(), out);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        writeExtension(selection, out);
        new Cells(cube, out).write(selection.rows());
        out.writeEndObject();
        out.close();
    }

    private void writeHead(
            Cube cube, Map<IndicatorCode, IndicatorDefinition> definitions, Selection selection, JsonGenerator out) {
        Language language = selection.language();
        out.writeStringProperty(
                "label",
                definitions.size() == 1
                        ? name(definitions.values().iterator().next(), language)
                        : language.of("Waarnemingen", "Observations"));
        List<String> sources = definitions.values().stream()
                .map(IndicatorDefinition::source)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!sources.isEmpty()) {
            out.writeStringProperty("source", String.join("; ", sources));
        }
        log.recordedAt(selection.position()).ifPresent(when -> out.writeStringProperty("updated", when.toString()));
        writeArray("id", List.of("indicator", "gebied", "period"), out);
        out.writeArrayPropertyStart("size");
        out.writeNumber(cube.indicators().size());
        out.writeNumber(cube.gebieden().size());
        out.writeNumber(cube.periods().size());
        out.writeEndArray();
        out.writeObjectPropertyStart("role");
        writeArray("metric", List.of("indicator"), out);
        writeArray("geo", List.of("gebied"), out);
        writeArray("time", List.of("period"), out);
        out.writeEndObject();
    }

    private static void writeIndicators(
            Cube cube, Map<IndicatorCode, IndicatorDefinition> definitions, Language language, JsonGenerator out) {
        writeDimension("indicator", "Indicator", cube.indicators(), out);
        out.writeObjectPropertyStart("label");
        for (String code : cube.indicators()) {
            IndicatorDefinition definition = definitions.get(new IndicatorCode(code));
            out.writeStringProperty(code, definition == null ? code : name(definition, language));
        }
        out.writeEndObject();
        out.writeObjectPropertyStart("unit");
        for (String code : cube.indicators()) {
            IndicatorDefinition definition = definitions.get(new IndicatorCode(code));
            out.writeObjectPropertyStart(code);
            if (definition != null && definition.unit() != null) {
                out.writeStringProperty("label", definition.unit());
            }
            if (definition != null && definition.decimals() != null) {
                out.writeNumberProperty("decimals", definition.decimals());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeGebieden(Cube cube, Selection selection, JsonGenerator out) {
        Map<GebiedCode, String> names =
                gebieden.names(cube.gebieden().stream().map(GebiedCode::new).toList(), selection.position());
        writeDimension("gebied", selection.language().of("Gebied", "Area"), cube.gebieden(), out);
        out.writeObjectPropertyStart("label");
        for (String code : cube.gebieden()) {
            out.writeStringProperty(code, names.getOrDefault(new GebiedCode(code), code));
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Begins a dimension and its categories, which may get more than their index. */
    private static void writeDimension(String id, String label, List<String> codes, JsonGenerator out) {
        out.writeObjectPropertyStart(id);
        out.writeStringProperty("label", label);
        out.writeObjectPropertyStart("category");
        writeArray("index", codes, out);
    }

    /** JSON-stat has no place for the words of a status; Eurostat keeps them here too. */
    private static void writeExtension(Selection selection, JsonGenerator out) {
        out.writeObjectPropertyStart("extension");
        out.writeNumberProperty("position", selection.position());
        out.writeObjectPropertyStart("status");
        out.writeObjectPropertyStart("label");
        for (CellStatus status : CellStatus.values()) {
            out.writeStringProperty(status.name(), status.label(selection.language()));
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeArray(String name, List<String> texts, JsonGenerator out) {
        out.writeArrayPropertyStart(name);
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    private static String name(IndicatorDefinition definition, Language language) {
        return language.of(definition.nameNl(), definition.nameEn());
    }
}
