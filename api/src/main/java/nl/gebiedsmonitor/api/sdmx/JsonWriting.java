package nl.gebiedsmonitor.api.sdmx;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes SDMX-JSON 2.0. The data set comes before the structure that its indices point into, so that the rows pass once
 * and only the codes that occurred are held.
 */
final class JsonWriting implements DataWriter {

    private final Message message;
    private final JsonGenerator json;
    private final Map<String, Integer> indicators = new LinkedHashMap<>();
    private final Map<String, Integer> gebieden = new LinkedHashMap<>();
    private final Map<String, Integer> periods = new LinkedHashMap<>();
    private boolean begun;
    private @Nullable String open;

    JsonWriting(Message message, JsonGenerator json) {
        this.message = message;
        this.json = json;
        json.writeStartObject();
        JsonHead.write(JsonHead.DATA_SCHEMA, message.position(), message.recordedAt(), message.language(), json);
        json.writeObjectPropertyStart("data");
        json.writeArrayPropertyStart("dataSets");
    }

    @Override
    public void write(ObservationView row) {
        if (!begun) {
            begin();
        }
        String series = index(indicators, row.indicator()) + ":" + index(gebieden, row.gebied());
        int period = index(periods, row.period());
        if (message.flat()) {
            json.writeArrayPropertyStart(series + ":" + period);
        } else {
            if (!series.equals(open)) {
                closeSeries();
                json.writeObjectPropertyStart(series);
                json.writeObjectPropertyStart("observations");
                open = series;
            }
            json.writeArrayPropertyStart(Integer.toString(period));
        }
        observation(row);
        json.writeEndArray();
    }

    private void begin() {
        begun = true;
        json.writeStartObject();
        json.writeNumberProperty("structure", 0);
        json.writeArrayPropertyStart("links");
        JsonHead.link(Artefact.DATAFLOW.urn(), "dataflow", json);
        json.writeEndArray();
        json.writeStringProperty("action", message.changes() ? "Replace" : "Information");
        json.writeObjectPropertyStart(message.flat() ? "observations" : "series");
    }

    private void observation(ObservationView row) {
        if (message.shown().value()) {
            if (row.value() == null) {
                json.writeNull();
            } else {
                json.writeNumber(row.value().doubleValue());
            }
        }
        if (message.shown().status()) {
            json.writeNumber(StatusCode.of(row).place());
        }
    }

    private void closeSeries() {
        if (open != null) {
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static int index(Map<String, Integer> values, String value) {
        Integer known = values.get(value);
        if (known == null) {
            known = values.size();
            values.put(value, known);
        }
        return known;
    }

    @Override
    public void finish() {
        if (begun) {
            closeSeries();
            json.writeEndObject();
            if (message.shown().unit()) {
                units();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("structures");
        if (begun) {
            structure();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    /** The unit belongs to the indicator alone, whatever the gebied and the period. */
    private void units() {
        json.writeObjectPropertyStart("dimensionGroupAttributes");
        indicators.forEach((code, index) -> {
            json.writeArrayPropertyStart(index + "::");
            json.writeString(message.unit(code));
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void structure() {
        json.writeStartObject();
        json.writeArrayPropertyStart("dataSets");
        json.writeNumber(0);
        json.writeEndArray();
        json.writeArrayPropertyStart("links");
        JsonHead.link(Artefact.DATAFLOW.urn(), "dataflow", json);
        JsonHead.link(Artefact.DATA_STRUCTURE.urn(), "datastructure", json);
        json.writeEndArray();
        JsonHead.name(Artefact.DATAFLOW.title(), message.language(), json);
        dimensions();
        json.writeObjectPropertyStart("measures");
        if (message.shown().value()) {
            json.writeArrayPropertyStart("observation");
            begin(Component.OBS_VALUE);
            json.writeObjectPropertyStart("format");
            json.writeStringProperty("dataType", "Double");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        attributes();
        json.writeEndObject();
    }

    private void dimensions() {
        json.writeObjectPropertyStart("dimensions");
        json.writeArrayPropertyStart(message.flat() ? "observation" : "series");
        dimension(Component.INDICATOR);
        indicators.keySet().forEach(code -> value(code, message.indicator(code)));
        endDimension();
        dimension(Component.GEBIED);
        Map<GebiedCode, String> names = message.gebieden()
                .names(gebieden.keySet().stream().map(GebiedCode::new).toList(), message.position());
        gebieden.keySet().forEach(code -> value(code, Text.of(names.getOrDefault(new GebiedCode(code), code))));
        endDimension();
        if (!message.flat()) {
            json.writeEndArray();
            json.writeArrayPropertyStart("observation");
        }
        dimension(Component.TIME_PERIOD);
        periods.keySet().forEach(period -> period(new Period(period)));
        endDimension();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void begin(Component component) {
        json.writeStartObject();
        json.writeStringProperty("id", component.name());
        JsonHead.name(component.title(), message.language(), json);
    }

    private void dimension(Component component) {
        begin(component);
        json.writeNumberProperty("keyPosition", component.place());
        json.writeArrayPropertyStart("values");
    }

    private void endDimension() {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void value(String code, Text name) {
        json.writeStartObject();
        json.writeStringProperty("id", code);
        JsonHead.name(name, message.language(), json);
        json.writeEndObject();
    }

    /** Periods have no codes, and a range could not be one: a code holds no slash. */
    private void period(Period period) {
        TimePeriod days = TimePeriod.of(period);
        json.writeStartObject();
        json.writeStringProperty("value", TimePeriod.write(period));
        json.writeStringProperty(
                "start", days.first().atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        json.writeStringProperty(
                "end", days.last().atTime(23, 59, 59).toInstant(ZoneOffset.UTC).toString());
        json.writeEndObject();
    }

    private void attributes() {
        json.writeObjectPropertyStart("attributes");
        if (message.shown().unit()) {
            json.writeArrayPropertyStart("dimensionGroup");
            begin(Component.UNIT_MEASURE);
            json.writeObjectPropertyStart("relationship");
            json.writePOJOProperty("dimensions", List.of(Component.INDICATOR.name()));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        if (message.shown().status()) {
            json.writeArrayPropertyStart("observation");
            begin(Component.OBS_STATUS);
            json.writeObjectPropertyStart("relationship");
            json.writeObjectPropertyStart("observation");
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayPropertyStart("values");
            for (StatusCode status : StatusCode.values()) {
                value(status.name(), status.title());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
