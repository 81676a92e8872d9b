package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation;
import nl.gebiedsmonitor.domain.leefbaarheid.WeightedIndicator;
import org.jspecify.annotations.Nullable;

/** A dimension as it is posted. */
record DimensionBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable List<@Nullable WeightedIndicatorBody> indicators) {

    /** An indicator of it; what is left out is a weight of 1, and a figure taken as it is. */
    record WeightedIndicatorBody(
            @Nullable String indicator,
            @Nullable Double weight,
            @Nullable StandardisationBody standardisation) {

        private @Nullable WeightedIndicator read(Fields fields, Set<IndicatorCode> taken) {
            Field<IndicatorCode> readIndicator = fields.required(
                    "indicator", indicator, text -> Dimension.requireOnce(taken, new IndicatorCode(text)));
            Field<Double> readWeight = fields.optional("weight", weight, WeightedIndicator::requireWeight);
            Field<Standardisation> readStandardisation =
                    fields.part("standardisation", standardisation, StandardisationBody::read);
            return fields.makeIfGood(() -> new WeightedIndicator(
                    readIndicator.get(), readWeight.or(1.0), readStandardisation.or(new Standardisation.None())));
        }
    }

    @Nullable
    Dimension read(Fields fields, Set<String> takenKeys) {
        Field<String> readKey = fields.required(
                "key", key, text -> ModelDefinition.requireOwnDimensionKey(takenKeys, Dimension.requireKey(text)));
        Field<String> readName = fields.required("name", name, Dimension.NAME::read);
        Set<IndicatorCode> taken = new HashSet<>();
        List<WeightedIndicator> readIndicators =
                fields.parts(Dimension.INDICATORS, indicators, (body, inside) -> body.read(inside, taken));
        return fields.makeIfGood(() -> new Dimension(readKey.get(), readName.get(), readIndicators));
    }
}
