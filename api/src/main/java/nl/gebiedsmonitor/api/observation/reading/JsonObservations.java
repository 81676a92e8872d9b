package nl.gebiedsmonitor.api.observation.reading;

import java.util.HashSet;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one observation object at a time from a JSON parser. */
final class JsonObservations {

    private static final Set<String> FIELDS =
            Set.of("indicator", "gebied", "period", "status", "missingReason", "value");

    private final Cells cells;

    JsonObservations(Cells cells) {
        this.cells = cells;
    }

    /** Reads the object that the parser stands at the start of. */
    void read(JsonParser parser, long line) {
        cells.startRow();
        fields(parser, line).finish();
    }

    private Row fields(JsonParser parser, long line) {
        Row row = new Row(line);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            row.take(name, value, parser);
        }
        return row;
    }

    private interface Reading<T> {

        @Nullable
        T read(long line, String field, @Nullable String text);
    }

    private final class Row {

        private final long line;
        private @Nullable String indicator;
        private @Nullable String gebied;
        private @Nullable String period;
        private @Nullable String status;
        private @Nullable String missingReason;
        private @Nullable Double value;
        private boolean unknownField;

        /** Of the fields that an observation has, those that were there. */
        private final Set<String> seen = new HashSet<>(8);

        /** Of the fields that an observation has, those with a fault. */
        private final Set<String> faulty = new HashSet<>(2);

        Row(long line) {
            this.line = line;
        }

        void take(String name, JsonToken token, JsonParser parser) {
            if (FIELDS.contains(name) && !seen.add(name)) {
                fault(name, null, "field-once", "The field " + name + " is there twice.");
            }
            switch (name) {
                case "indicator" -> indicator = text(name, token, parser);
                case "gebied" -> gebied = text(name, token, parser);
                case "period" -> period = text(name, token, parser);
                case "status" -> status = text(name, token, parser);
                case "missingReason" -> missingReason = text(name, token, parser);
                case "value" -> value = number(name, token, parser);
                default -> {
                    unknownField = true;
                    cells.fault(line, name, null, "known-field", "There is no field " + name + " in an observation.");
                    parser.skipChildren();
                }
            }
        }

        private @Nullable String text(String name, JsonToken token, JsonParser parser) {
            if (token == JsonToken.VALUE_STRING) {
                return parser.getString();
            }
            if (token != JsonToken.VALUE_NULL) {
                fault(name, token.isScalarValue() ? parser.getString() : null, "type", "This is a text, in quotes.");
                parser.skipChildren();
            }
            return null;
        }

        private @Nullable Double number(String name, JsonToken token, JsonParser parser) {
            if (token.isNumeric()) {
                double number = Double.parseDouble(parser.getString());
                if (Double.isFinite(number)) {
                    return number;
                }
                fault(name, parser.getString(), "finite-number", "This number is too large to be held.");
            } else if (token != JsonToken.VALUE_NULL) {
                fault(name, token.isScalarValue() ? parser.getString() : null, "number", "This is a number, or null.");
                parser.skipChildren();
            }
            return null;
        }

        private void fault(String field, @Nullable String offending, String rule, String detail) {
            faulty.add(field);
            cells.fault(line, field, offending, rule, detail);
        }

        /** Reads a text into a value, unless its fault was told already. */
        private <T> @Nullable T read(String field, @Nullable String text, Reading<T> reading) {
            return faulty.contains(field) ? null : reading.read(line, field, text);
        }

        void finish() {
            IndicatorCode readIndicator = read("indicator", indicator, cells::indicator);
            GebiedCode readGebied = read("gebied", gebied, cells::gebied);
            Period readPeriod = read("period", period, cells::period);
            Constant<ObsStatus> readStatus = Constant.read(cells, line, "status", status, ObsStatus.class);
            Constant<MissingReason> reason =
                    Constant.read(cells, line, "missingReason", missingReason, MissingReason.class);
            if (faulty.isEmpty()
                    && !unknownField
                    && readIndicator != null
                    && readGebied != null
                    && readPeriod != null
                    && readStatus.good()
                    && reason.good()) {
                cells.add(
                        line,
                        FieldNames.STANDARD,
                        readIndicator,
                        readGebied,
                        readPeriod,
                        value,
                        readStatus.value(),
                        reason.value());
            } else {
                cells.unreadable(1);
            }
        }
    }
}
