package nl.gebiedsmonitor.api.observation.reading;

import java.io.IOException;
import java.io.InputStream;
import nl.gebiedsmonitor.api.tabular.GuardedLines;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a delivery as a stream: only its cells are held, never its text. */
public final class DeliveryReader {

    /** How many rows a delivery has at most. */
    public static final long MAX_ROWS = 1_000_000;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(GuardedLines.LONGEST)
                    .maxNestingDepth(20)
                    .build())
            .build();
    private final long maxRows;

    public DeliveryReader() {
        this(MAX_ROWS);
    }

    DeliveryReader(long maxRows) {
        this.maxRows = maxRows;
    }

    /** Reads a CSV file, long or wide as the options say. */
    public DeliveryReading csv(InputStream body, CsvOptions options, CellBudget.Share share) throws IOException {
        Cells cells = new Cells(maxRows, share);
        boolean whole = new CsvReading(cells, CsvLayout.of(options)).read(body);
        return cells.finish(null, whole);
    }

    /** Reads one observation object a line. */
    public DeliveryReading ndjson(InputStream body, CellBudget.Share share) throws IOException {
        Cells cells = new Cells(maxRows, share);
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
        if (cells.rows() == 0) {
            cells.fault(1, "body", null, "not-empty", "The file holds one observation a line, and there is none.");
        }
        return cells.finish(null, cells.rows() > 0);
    }

    private void readLine(String line, long number, Cells cells, JsonObservations observations) {
        if (!isOneObject(line)) {
            cells.startRow();
            cells.unreadable(1);
            cells.fault(number, "observation", line, "json", "This cannot be read as JSON: a line holds one object.");
            return;
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            observations.read(parser, number);
        }
    }

    private boolean isOneObject(String line) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
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
    public DeliveryReading json(InputStream body, CellBudget.Share share) throws IOException {
        Cells cells = new Cells(maxRows, share);
        return new JsonDelivery(cells).read(json, body);
    }
}
