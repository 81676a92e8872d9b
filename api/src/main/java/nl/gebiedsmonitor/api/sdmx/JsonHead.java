package nl.gebiedsmonitor.api.sdmx;

import java.time.Instant;
import nl.gebiedsmonitor.api.web.Language;
import tools.jackson.core.JsonGenerator;

/** The parts that every SDMX-JSON message has. */
final class JsonHead {

    private static final String SCHEMAS = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/";

    static final String DATA_SCHEMA = SCHEMAS + "data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    static final String STRUCTURE_SCHEMA =
            SCHEMAS + "structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    private JsonHead() {}

    static void write(String schema, long position, Instant recordedAt, Language language, JsonGenerator json) {
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("schema", schema);
        json.writeStringProperty("id", "position-" + position);
        json.writeBooleanProperty("test", false);
        json.writeStringProperty("prepared", recordedAt.toString());
        json.writeArrayPropertyStart("contentLanguages");
        for (Language each : Language.values()) {
            json.writeString(each.tag());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("sender");
        json.writeStringProperty("id", Artefact.AGENCY);
        name(Text.of(Artefact.AGENCY_NAME), language, json);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The name in the language that is asked for, and in both. */
    static void name(Text name, Language language, JsonGenerator json) {
        json.writeStringProperty("name", name.in(language));
        json.writeObjectPropertyStart("names");
        for (Language each : Language.values()) {
            json.writeStringProperty(each.tag(), name.in(each));
        }
        json.writeEndObject();
    }

    /** The links of something: to others, or to itself. */
    static void link(String urn, String relation, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("urn", urn);
        json.writeStringProperty("rel", relation);
        json.writeEndObject();
    }
}
