package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Development;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * How a score changed since an earlier period.
 *
 * @param since the earlier period
 * @param change of the score; the changes of the dimensions added up in the order of the model, to the last bit
 * @param developmentClass null when the model does not class developments
 * @param dimensions what each dimension added to it; empty when one of the scores rests on the published deviation
 */
record DevelopmentBody(
        String since,
        double change,
        @Nullable Integer developmentClass,
        @Nullable String developmentLabel,
        Map<String, DimensionChangeBody> dimensions) {

    /**
     * What a dimension added to the change.
     *
     * @param indicators what each indicator added to it, which sums exactly
     */
    record DimensionChangeBody(double change, Map<String, Double> indicators) {}

    static DevelopmentBody of(ModelDefinition model, Period since, Development development) {
        Map<String, DimensionChangeBody> dimensions = new LinkedHashMap<>();
        development.dimensions().forEach(dimension -> {
            Map<String, Double> indicators = new LinkedHashMap<>();
            dimension
                    .indicators()
                    .forEach(each -> indicators.put(each.indicator().value(), each.change()));
            dimensions.put(dimension.key(), new DimensionChangeBody(dimension.change(), indicators));
        });
        Classification classes = model.developmentClasses();
        Integer klass = development.developmentClass();
        return new DevelopmentBody(
                since.value(),
                development.total(),
                klass,
                classes == null || klass == null ? null : classes.label(klass),
                dimensions);
    }
}
