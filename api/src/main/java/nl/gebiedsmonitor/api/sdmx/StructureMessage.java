package nl.gebiedsmonitor.api.sdmx;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries.Named;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes artefacts as a structure message of SDMX-JSON 2.0, the codes of gebieden as they are read. */
final class StructureMessage {

    private static final List<String> COLLECTIONS =
            List.of("dataflows", "dataStructures", "conceptSchemes", "codelists", "agencySchemes");

    private final IndicatorQueries indicators;
    private final GebiedQueries gebieden;
    private final long position;
    private final Instant recordedAt;
    private final Language language;
    private final JsonGenerator json;
    private String items = "";
    private boolean hasItems;

    StructureMessage(
            IndicatorQueries indicators,
            GebiedQueries gebieden,
            long position,
            Instant recordedAt,
            Language language,
            JsonGenerator json) {
        this.indicators = indicators;
        this.gebieden = gebieden;
        this.position = position;
        this.recordedAt = recordedAt;
        this.language = language;
        this.json = json;
    }

    /** @param inFull which of the artefacts are told in full; the others as stubs */
    void write(Set<Artefact> artefacts, Predicate<Artefact> inFull) {
        json.writeStartObject();
        JsonHead.write(JsonHead.STRUCTURE_SCHEMA, position, recordedAt, language, json);
        json.writeObjectPropertyStart("data");
        for (String collection : COLLECTIONS) {
            List<Artefact> some = artefacts.stream()
                    .filter(each -> collection(each).equals(collection))
                    .toList();
            if (!some.isEmpty()) {
                json.writeArrayPropertyStart(collection);
                some.forEach(each -> write(each, inFull.test(each)));
                json.writeEndArray();
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String collection(Artefact artefact) {
        return switch (artefact) {
            case DATAFLOW -> "dataflows";
            case DATA_STRUCTURE -> "dataStructures";
            case CONCEPT_SCHEME -> "conceptSchemes";
            case CL_INDICATOR, CL_GEBIED, CL_OBS_STATUS -> "codelists";
            case AGENCY_SCHEME -> "agencySchemes";
        };
    }

    private void write(Artefact artefact, boolean inFull) {
        json.writeStartObject();
        json.writeStringProperty("id", artefact.id());
        json.writeStringProperty("agencyID", artefact.agency());
        json.writeStringProperty("version", artefact.version());
        json.writeBooleanProperty("isExternalReference", false);
        JsonHead.name(artefact.title(), language, json);
        json.writeArrayPropertyStart("links");
        JsonHead.link(artefact.urn(), "self", json);
        json.writeEndArray();
        if (inFull) {
            switch (artefact) {
                case DATAFLOW -> json.writeStringProperty("structure", Artefact.DATA_STRUCTURE.urn());
                case DATA_STRUCTURE -> json.writePOJOProperty("dataStructureComponents", components());
                case CONCEPT_SCHEME -> concepts();
                case CL_INDICATOR ->
                    items("codes", () -> indicators.all(position).forEach(this::indicator));
                case CL_GEBIED -> items("codes", () -> gebieden.forEachName(position, this::gebied));
                case CL_OBS_STATUS -> items("codes", this::statuses);
                case AGENCY_SCHEME -> {
                    json.writeBooleanProperty("isPartial", true);
                    items("agencies", () -> item(Artefact.AGENCY, Text.of(Artefact.AGENCY_NAME), null, Map.of()));
                }
            }
        }
        json.writeEndObject();
    }

    /** Writes an array that is left out when it would be empty, which SDMX-JSON does not have. */
    private void items(String name, Runnable writing) {
        hasItems = false;
        items = name;
        writing.run();
        if (hasItems) {
            json.writeEndArray();
        }
    }

    private void item(String id, Text name, @Nullable String parent, Map<String, String> annotations) {
        if (!hasItems) {
            hasItems = true;
            json.writeArrayPropertyStart(items);
        }
        json.writeStartObject();
        json.writeStringProperty("id", id);
        JsonHead.name(name, language, json);
        if (parent != null) {
            json.writeStringProperty("parent", parent);
        }
        if (!annotations.isEmpty()) {
            json.writeArrayPropertyStart("annotations");
            annotations.forEach((type, value) -> {
                json.writeStartObject();
                json.writeStringProperty("type", type);
                json.writeStringProperty("value", value);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void concepts() {
        items("concepts", () -> {
            for (Component component : Component.values()) {
                item(component.name(), component.title(), null, Map.of());
            }
        });
    }

    private void statuses() {
        for (StatusCode status : StatusCode.values()) {
            item(status.name(), status.title(), null, Map.of("GEBIEDSMONITOR_STATUS", status.ours()));
        }
    }

    private void indicator(IndicatorDefinition definition) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("FREQUENCY", definition.frequency().name());
        annotations.put("POLARITY", definition.polarity().name());
        if (definition.unit() != null) {
            annotations.put("UNIT", definition.unit());
        }
        if (definition.decimals() != null) {
            annotations.put("DECIMALS", definition.decimals().toString());
        }
        if (definition.source() != null) {
            annotations.put("SOURCE", definition.source());
        }
        item(definition.code().value(), Text.of(definition), null, annotations);
    }

    private void gebied(Named gebied) {
        item(gebied.code(), Text.of(gebied.name()), gebied.parent(), Map.of());
    }

    private static Map<String, Object> components() {
        return fields(
                entry("dimensionList", dimensions()),
                entry("measureList", measures()),
                entry("attributeList", attributes()));
    }

    private static Map<String, Object> dimensions() {
        return fields(
                entry("id", "DimensionDescriptor"),
                entry(
                        "dimensions",
                        List.of(
                                coded(Component.INDICATOR, Artefact.CL_INDICATOR),
                                coded(Component.GEBIED, Artefact.CL_GEBIED))),
                entry("timeDimension", component(Component.TIME_PERIOD, format("ObservationalTimePeriod"))));
    }

    private static Map<String, Object> measures() {
        return fields(
                entry("id", "MeasureDescriptor"),
                entry("measures", List.of(component(Component.OBS_VALUE, format("Double")))));
    }

    private static Map<String, Object> attributes() {
        return fields(
                entry("id", "AttributeDescriptor"),
                entry(
                        "attributes",
                        List.of(
                                attribute(
                                        component(Component.UNIT_MEASURE, format("String")),
                                        "optional",
                                        Map.of("dimensions", List.of(Component.INDICATOR.name()))),
                                attribute(
                                        component(Component.OBS_STATUS, enumeration(Artefact.CL_OBS_STATUS)),
                                        "mandatory",
                                        Map.of("observation", Map.of())))));
    }

    private static Map<String, Object> coded(Component component, Artefact codelist) {
        Map<String, Object> dimension = component(component, enumeration(codelist));
        dimension.put("position", component.place());
        return dimension;
    }

    private static Map<String, Object> attribute(
            Map<String, Object> component, String usage, Map<String, Object> relationship) {
        component.put("usage", usage);
        component.put("attributeRelationship", relationship);
        return component;
    }

    private static Map<String, Object> component(Component component, Map<String, Object> representation) {
        return fields(
                entry("id", component.name()),
                entry("conceptIdentity", component.concept()),
                entry("localRepresentation", representation));
    }

    private static Map<String, Object> enumeration(Artefact codelist) {
        return Map.of("enumeration", codelist.urn());
    }

    private static Map<String, Object> format(String dataType) {
        return Map.of("format", Map.of("dataType", dataType));
    }

    /** Fields in their order, so that the same question gives the same bytes. */
    @SafeVarargs
    private static Map<String, Object> fields(Map.Entry<String, Object>... entries) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each : entries) {
            fields.put(each.getKey(), each.getValue());
        }
        return fields;
    }
}
