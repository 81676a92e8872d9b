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
        @Nullable String source) {

    IndicatorDefinition read(Fields fields) {
        Field<IndicatorCode> readCode = fields.required("code", code, IndicatorCode::new);
        Field<String> readName = fields.required("nameNl", nameNl, text -> text);
        Field<Frequency> readFrequency = fields.required("frequency", frequency, Fields.oneOf(Frequency.class));
        Field<Polarity> readPolarity = fields.optional("polarity", polarity, Fields.oneOf(Polarity.class));
        Field<Aggregation> readAggregation = fields.optional("aggregation", aggregation, Aggregation::new);
        return fields.make(() -> new IndicatorDefinition(
                readCode.get(),
                readName.get(),
                nameEn,
                unit,
                readFrequency.get(),
                dimension,
                readPolarity.or(Polarity.NEUTRAL),
                min,
                max,
                decimals,
                readAggregation.or(Aggregation.NONE),
                source));
    }
}
