package nl.gebiedsmonitor.projections.eventlog;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes and reads the observations within an event by hand, in the form that Jackson would give them. They are nearly all
 * that the log holds, and this takes half the time of its reflection.
 */
final class ObservationJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ObservationJson() {
        addSerializer(Observation.class, new Writer());
        addDeserializer(Observation.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Observation> {

        @Override
        public void serialize(Observation observation, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("gebied", observation.gebied().value());
            json.writeStringProperty("period", observation.period().value());
            if (observation.value() != null) {
                json.writeNumberProperty("value", observation.value().doubleValue());
            }
            json.writeStringProperty("status", observation.status().name());
            if (observation.missingReason() != null) {
                json.writeStringProperty(
                        "missingReason", observation.missingReason().name());
            }
            json.writeEndObject();
        }
    }

    private static final class Reader extends ValueDeserializer<Observation> {

        @Override
        public Observation deserialize(JsonParser json, DeserializationContext context) {
            GebiedCode gebied = null;
            Period period = null;
            Double value = null;
            ObsStatus status = null;
            MissingReason missingReason = null;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken token = json.nextToken();
                switch (name) {
                    case "gebied" -> gebied = new GebiedCode(json.getString());
                    case "period" -> period = new Period(json.getString());
                    case "value" -> value = token == JsonToken.VALUE_NULL ? null : (Double) json.getDoubleValue();
                    case "status" -> status = ObsStatus.valueOf(json.getString());
                    case "missingReason" -> missingReason = reason(token, json);
                    default -> json.skipChildren();
                }
            }
            if (gebied == null || period == null || status == null) {
                return context.reportInputMismatch(
                        Observation.class, "An observation has a gebied, a period and a status");
            }
            return new Observation(gebied, period, value, status, missingReason);
        }

        private static @Nullable MissingReason reason(JsonToken token, JsonParser json) {
            return token == JsonToken.VALUE_NULL ? null : MissingReason.valueOf(json.getString());
        }
    }
}
