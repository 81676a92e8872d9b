package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.Set;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.TypologyRule;
import org.jspecify.annotations.Nullable;

/** A rule of a typology as it is posted; any number of inhabitants will do where none is asked for. */
record TypologyRuleBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Integer fromClass,
        @Nullable Integer toClass,
        @Nullable Double minimumInhabitants,
        @Nullable String source) {

    /** @param scoreClasses among which the rule asks for some; null when they are at fault themselves */
    @Nullable
    TypologyRule read(Fields fields, Set<String> takenKeys, @Nullable Classification scoreClasses) {
        Field<String> readKey = fields.required(
                "key", key, text -> ModelDefinition.requireOwnTypologyKey(takenKeys, TypologyRule.requireKey(text)));
        Field<String> readName = fields.required("name", name, TypologyRule.NAME::read);
        Field<GebiedType> readType = fields.required("type", type, Fields.oneOf(GebiedType.class));
        Field<Integer> from = fields.requiredValue("fromClass", fromClass, klass -> klass);
        Field<Integer> to = fields.requiredValue("toClass", toClass, klass -> klass);
        if (from.orNull() != null && to.orNull() != null) {
            fields.check(() -> TypologyRule.requireClasses(from.get(), to.get()));
        }
        if (to.orNull() != null && scoreClasses != null) {
            fields.check(() -> ModelDefinition.requireClass(to.get(), scoreClasses));
        }
        Field<Double> inhabitants =
                fields.optional("minimumInhabitants", minimumInhabitants, TypologyRule.MINIMUM_INHABITANTS::read);
        Field<String> readSource = fields.required("source", source, TypologyRule.SOURCE::read);
        return fields.makeIfGood(() -> new TypologyRule(
                readKey.get(),
                readName.get(),
                readType.get(),
                from.get(),
                to.get(),
                inhabitants.or(0.0),
                readSource.get()));
    }
}
