package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.domain.leefbaarheid.TypologyRule;
import org.jspecify.annotations.Nullable;

/**
 * A version of a score model as it is posted. What is left out is version 1, an aggregation by inhabitants with a minimum
 * coverage of 0.8, and no published deviation, classes of developments, decimals or typology.
 */
record ScoreModelBody(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String description,
        @Nullable String source,
        @Nullable Double referenceLevel,
        @Nullable List<@Nullable DimensionBody> dimensions,
        @Nullable String deviationIndicator,
        @Nullable ClassificationBody scoreClasses,
        @Nullable ClassificationBody deviationClasses,
        @Nullable ClassificationBody dimensionClasses,
        @Nullable ClassificationBody developmentClasses,
        @Nullable Integer decimals,
        @Nullable String aggregationWeight,
        @Nullable Double minimumCoverage,
        @Nullable List<@Nullable TypologyRuleBody> typology) {

    ModelDefinition read(Fields fields) {
        Field<ModelId> readId = fields.required("id", id, ModelId::new);
        Field<Integer> readVersion = fields.optional("version", version, ModelKey::requireVersion);
        Field<String> readName = fields.required("name", name, ModelDefinition.NAME::read);
        Field<String> readDescription = fields.optional("description", description, ModelDefinition.DESCRIPTION::read);
        Field<String> readSource = fields.required("source", source, ModelDefinition.SOURCE::read);
        Field<Double> level =
                fields.requiredValue("referenceLevel", referenceLevel, ModelDefinition.REFERENCE_LEVEL::read);
        List<Dimension> readDimensions = dimensions(fields);
        Field<IndicatorCode> deviation = fields.optional("deviationIndicator", deviationIndicator, IndicatorCode::new);
        Field<Classification> ofScore = fields.requiredPart("scoreClasses", scoreClasses, ClassificationBody::read);
        Field<Classification> ofDeviation =
                fields.requiredPart("deviationClasses", deviationClasses, ClassificationBody::read);
        Field<Classification> ofDimension =
                fields.requiredPart("dimensionClasses", dimensionClasses, ClassificationBody::read);
        Field<Classification> ofDevelopment =
                fields.part("developmentClasses", developmentClasses, ClassificationBody::read);
        Field<Integer> readDecimals = fields.optional("decimals", decimals, IndicatorDefinition::requireDecimals);
        Field<IndicatorCode> weight = fields.optional("aggregationWeight", aggregationWeight, IndicatorCode::new);
        Field<Double> coverage =
                fields.optional("minimumCoverage", minimumCoverage, ModelDefinition.MINIMUM_COVERAGE::read);
        List<TypologyRule> readTypology = typology(fields, ofScore.orNull());
        return fields.make(() -> new ModelDefinition(
                readId.get(),
                readVersion.or(1),
                readName.get(),
                readDescription.orNull(),
                readSource.get(),
                level.get(),
                readDimensions,
                deviation.orNull(),
                ofScore.get(),
                ofDeviation.get(),
                ofDimension.get(),
                ofDevelopment.orNull(),
                readDecimals.orNull(),
                weight.or(ModelDefinition.INHABITANTS),
                coverage.or(ModelDefinition.DEFAULT_MINIMUM_COVERAGE),
                readTypology));
    }

    private List<Dimension> dimensions(Fields fields) {
        Set<String> taken = new HashSet<>();
        return fields.parts(ModelDefinition.DIMENSIONS, dimensions, (body, inside) -> body.read(inside, taken));
    }

    private List<TypologyRule> typology(Fields fields, @Nullable Classification scoreClasses) {
        Set<String> taken = new HashSet<>();
        return fields.parts(
                ModelDefinition.TYPOLOGY, typology, (body, inside) -> body.read(inside, taken, scoreClasses));
    }
}
