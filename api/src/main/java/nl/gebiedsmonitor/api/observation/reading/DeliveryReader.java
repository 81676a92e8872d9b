package nl.gebiedsmonitor.api.observation.reading;

import java.io.IOException;
import java.io.InputStream;
import nl.gebiedsmonitor.api.tabular.GuardedLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Reads a delivery as a stream: only its cells are held, never its text. */
public final class DeliveryReader {

    /** How many rows a delivery has at most. */
    public static final long MAX_ROWS = 1_000_000;

    private static final String NOT_JSON = "This cannot be read as JSON";

    private final JsonFactory json = new JsonFactory();
    private final long maxRows;

    public DeliveryReader() {
        this(MAX_ROWS);
    }

    DeliveryReader(long maxRows) {
        this.maxRows = maxRows;
    }

    /** Reads a CSV file, long or wide as the options say. */
    public DeliveryReading csv(InputStream body, CsvOptions options) throws IOException {
        Cells cells = new Cells(maxRows);
        new CsvReading(cells, CsvLayout.of(options)).read(body);
        return cells.finish(null);
    }

    /** Reads one observation object a line. */
    public DeliveryReading ndjson(InputStream body) throws IOException {
        Cells cells = new Cells(maxRows);
        JsonObservations observations = new JsonObservations(cells);
        GuardedLines lines = new GuardedLines(body, cells.faults());
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (lines.isBad()) {
                cells.startRow();
                cells.unreadable(1);
            } else if (!line.isBlank()) {
                readLine(line, lines.number(), cells, observations);
            }
        }
        return cells.finish(null);
    }

    private void readLine(String line, long number, Cells cells, JsonObservations observations) {
        if (!isOneObject(line)) {
            cells.startRow();
            cells.unreadable(1);
            cells.fault(number, "observation", line, "json", NOT_JSON + ": a line holds one object.");
            return;
        }
        try (JsonParser parser = json.createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
            parser.nextToken();
            observations.read(parser, number);
        }
    }

    private boolean isOneObject(String line) {
        try (JsonParser parser = json.createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    /** Reads an object with a source and an array of observations. */
    public DeliveryReading json(InputStream body) {
        Cells cells = new Cells(maxRows);
        String source = null;
        try (JsonParser parser = json.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            source = readDelivery(parser, cells);
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            cells.fault(
                    location == null ? 1 : Math.max(1, location.getLineNr()),
                    "body",
                    null,
                    "json",
                    NOT_JSON + (location == null ? "." : ", at column " + location.getColumnNr() + "."));
        }
        return cells.finish(source);
    }

    private static @Nullable String readDelivery(JsonParser parser, Cells cells) {
        String source = null;
        boolean observed = false;
        JsonObservations observations = new JsonObservations(cells);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            cells.fault(1, "body", null, "type", "A delivery is an object with a source and observations.");
            return null;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            long line = parser.currentTokenLocation().getLineNr();
            if (name.equals("source") && token == JsonToken.VALUE_STRING) {
                source = parser.getString();
            } else if (name.equals("observations") && token == JsonToken.START_ARRAY) {
                observed = true;
                readAll(parser, cells, observations);
            } else {
                cells.fault(line, name, null, "known-field", "A delivery is an object with a source and observations.");
                parser.skipChildren();
            }
        }
        if (!observed) {
            cells.fault(1, "observations", null, "required", "The field observations is required.");
        }
        return source;
    }

    private static void readAll(JsonParser parser, Cells cells, JsonObservations observations) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            long line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_OBJECT) {
                observations.read(parser, line);
            } else {
                cells.startRow();
                cells.unreadable(1);
                cells.fault(line, "observations", null, "type", "An observation is an object.");
                parser.skipChildren();
            }
        }
    }
}
