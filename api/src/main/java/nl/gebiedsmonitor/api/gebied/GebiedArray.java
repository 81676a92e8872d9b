package nl.gebiedsmonitor.api.gebied;

import nl.gebiedsmonitor.api.web.JsonFaults;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads gebieden from a JSON array, one at a time; what is wrong with one is told by its place in the array. */
final class GebiedArray {

    private final JsonMapper json;

    GebiedArray(JsonMapper json) {
        this.json = json;
    }

    /** Reads the array that the parser stands at the start of. */
    RegisterGebieden read(JsonParser parser) {
        GebiedReading reading = new GebiedReading();
        long ordinal = 0;
        try {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                ordinal++;
                JsonNode element = parser.readValueAsTree();
                reading.add(ordinal, element, json);
            }
            if (parser.nextToken() != null) {
                reading.fault(new Fault(null, null, null, "type", "There is more after the array."));
            }
        } catch (JacksonIOException failed) {
            throw failed;
        } catch (JacksonException malformed) {
            reading.fault(JsonFaults.of(malformed));
        }
        return reading.command();
    }
}
