package nl.gebiedsmonitor.api.observation.reading;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a delivery of one JSON object. Its observations are counted from 1, so that a fault is found whether the sender
 * broke the text into lines or not; only where the text stops being JSON, its line and column are told.
 */
final class JsonDelivery {

    private static final String SHAPE = "A delivery is an object with a source and observations.";

    private static final Set<String> FIELDS = Set.of("source", "observations");

    private final Cells cells;
    private final JsonObservations observations;
    private @Nullable String source;

    JsonDelivery(Cells cells) {
        this.cells = cells;
        this.observations = new JsonObservations(cells);
    }

    DeliveryReading read(JsonFactory json, InputStream body) throws IOException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            boolean whole = readObject(parser);
            return cells.finish(source, whole);
        } catch (JacksonIOException failed) {
            if (failed.getCause() instanceof CharConversionException) {
                return breakOff(failed);
            }
            throw failed.getCause();
        } catch (JacksonException malformed) {
            return breakOff(malformed);
        }
    }

    private DeliveryReading breakOff(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        cells.breakOff(
                place == null ? 1 : Math.max(1, place.getLineNr()),
                place == null ? 1 : Math.max(1, place.getColumnNr()));
        return cells.finish(source, false);
    }

    private boolean readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            cells.fault(1, "body", null, "type", SHAPE);
            return false;
        }
        Set<String> seen = new HashSet<>();
        boolean whole = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (FIELDS.contains(name) && !seen.add(name)) {
                cells.fault(1, name, null, "field-once", "The field " + name + " is there twice.");
                whole = false;
            }
            whole &= readField(name, token, parser);
        }
        if (!seen.contains("observations")) {
            cells.fault(1, "observations", null, "required", "The field observations is required.");
            whole = false;
        }
        if (parser.nextToken() != null) {
            cells.fault(1, "body", null, "type", "A delivery is one object, and there is more after it.");
            whole = false;
        }
        return whole;
    }

    private boolean readField(String name, JsonToken token, JsonParser parser) {
        if (name.equals("observations") && token == JsonToken.START_ARRAY) {
            readAll(parser);
            if (cells.rows() == 0) {
                cells.fault(1, name, null, "not-empty", "There are no observations in this delivery.");
            }
            return cells.rows() > 0;
        }
        if (name.equals("source") && token == JsonToken.VALUE_STRING) {
            return readSource(parser.getString());
        }
        if (name.equals("source") && token == JsonToken.VALUE_NULL) {
            return true;
        }
        switch (name) {
            case "source" -> cells.fault(1, name, null, "type", "The source is a text, in quotes.");
            case "observations" -> cells.fault(1, name, null, "type", "The observations are an array.");
            default -> cells.fault(1, name, null, "known-field", "There is no field " + name + " here. " + SHAPE);
        }
        parser.skipChildren();
        return false;
    }

    private boolean readSource(String text) {
        try {
            source = Source.named(text);
            return true;
        } catch (InvalidValue invalid) {
            cells.fault(1, "source", invalid.value(), invalid.rule(), invalid.detail());
            return false;
        }
    }

    private void readAll(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                observations.read(parser, cells.rows() + 1);
            } else {
                cells.startRow();
                cells.unreadable(1);
                cells.fault(cells.rows(), "observations", null, "type", "An observation is an object.");
                parser.skipChildren();
            }
        }
    }
}
