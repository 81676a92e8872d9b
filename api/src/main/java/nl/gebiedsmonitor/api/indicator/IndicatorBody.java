package nl.gebiedsmonitor.api.indicator;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import org.jspecify.annotations.Nullable;

/** An indicator as it is posted; only the code, the Dutch name and the frequency are required. */
record IndicatorBody(
        @Nullable String code,
        @Nullable String nameNl,
        @Nullable String nameEn,
        @Nullable String unit,
        @Nullable String frequency,
        @Nullable String dimension,
        @Nullable String polarity,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Integer decimals,
        @Nullable String aggregation,
        @Nullable String source,
        @Nullable Double disclosureThreshold) {

    IndicatorDefinition read(Fields fields) {
        Field<IndicatorCode> readCode = fields.required("code", code, IndicatorCode::new);
        Field<String> readName = fields.required("nameNl", nameNl, IndicatorDefinition.NAME_NL::read);
        Field<String> readNameEn = fields.optional("nameEn", nameEn, IndicatorDefinition.NAME_EN::read);
        Field<String> readUnit = fields.optional("unit", unit, IndicatorDefinition.UNIT::read);
        Field<Frequency> readFrequency = fields.required("frequency", frequency, Fields.oneOf(Frequency.class));
        Field<String> readDimension = fields.optional("dimension", dimension, IndicatorDefinition.DIMENSION::read);
        Field<Polarity> readPolarity = fields.optional("polarity", polarity, Fields.oneOf(Polarity.class));
        Field<Double> readMin = fields.optional("min", min, IndicatorDefinition::requireLimit);
        Field<Double> readMax = fields.optional("max", max, IndicatorDefinition::requireLimit);
        fields.check(() -> IndicatorDefinition.requireRange(readMin.orNull(), readMax.orNull()));
        Field<Integer> readDecimals = fields.optional("decimals", decimals, IndicatorDefinition::requireDecimals);
        Field<Aggregation> readAggregation = fields.optional("aggregation", aggregation, Aggregation::new);
        Field<String> readSource = fields.optional("source", source, IndicatorDefinition.SOURCE::read);
        Field<Double> readThreshold =
                fields.optional("disclosureThreshold", disclosureThreshold, IndicatorDefinition::requireThreshold);
        return fields.make(() -> new IndicatorDefinition(
                readCode.get(),
                readName.get(),
                readNameEn.orNull(),
                readUnit.orNull(),
                readFrequency.get(),
                readDimension.orNull(),
                readPolarity.or(Polarity.NEUTRAL),
                readMin.orNull(),
                readMax.orNull(),
                readDecimals.orNull(),
                readAggregation.or(Aggregation.NONE),
                readSource.orNull(),
                readThreshold.orNull()));
    }
}
