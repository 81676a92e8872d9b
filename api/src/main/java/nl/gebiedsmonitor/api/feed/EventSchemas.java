package nl.gebiedsmonitor.api.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON Schemas (2020-12) of the records of events, as Jackson writes them: what may be null is left out then, and
 * whatever has one value is that value. Properties may be added to an event, so a schema forbids none.
 */
final class EventSchemas {

    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule())
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.INLINE_ALL_SCHEMAS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> isOneText(type.getErasedType())
                        ? new CustomDefinition(
                                context.getGeneratorConfig().createObjectNode().put("type", "string"),
                                CustomDefinition.DefinitionType.INLINE,
                                CustomDefinition.AttributeInclusion.YES)
                        : null);
        config.forFields().withRequiredCheck(field -> !mayBeNull(field));
        this.generator = new SchemaGenerator(config.build());
    }

    JsonNode of(Class<?> event, String description) {
        ObjectNode schema = generator.generateSchema(event);
        schema.put("title", event.getSimpleName());
        schema.put("description", description);
        return schema;
    }

    private static boolean isOneText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static boolean mayBeNull(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
