package nl.gebiedsmonitor.api.leefbaarheid;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.MinMax;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.None;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.ZScore;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** A standardisation as it is posted: the method, and the fields that belong to it and to no other. */
record StandardisationBody(
        @Nullable String method,
        @Nullable String referenceGebied,
        @Nullable String referenceType,
        @Nullable String referencePeriod,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double min,
        @Nullable Double max) {

    private enum Method {
        NONE,
        Z_SCORE,
        MIN_MAX
    }

    private static final Map<Method, Set<String>> FIELDS = Map.of(
            Method.NONE,
            Set.of(),
            Method.Z_SCORE,
            Set.of("referenceGebied", "referenceType", "referencePeriod", "mean", "standardDeviation"),
            Method.MIN_MAX,
            Set.of("min", "max"));

    @Nullable
    Standardisation read(Fields fields) {
        Method readMethod =
                fields.required("method", method, Fields.oneOf(Method.class)).orNull();
        if (readMethod == null) {
            return null;
        }
        refuseOthers(readMethod, requireNonNull(FIELDS.get(readMethod)), fields);
        return switch (readMethod) {
            case NONE -> fields.makeIfGood(None::new);
            case Z_SCORE -> zScore(fields);
            case MIN_MAX -> minMax(fields);
        };
    }

    private void refuseOthers(Method readMethod, Set<String> known, Fields fields) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("referenceGebied", referenceGebied);
        given.put("referenceType", referenceType);
        given.put("referencePeriod", referencePeriod);
        given.put("mean", mean);
        given.put("standardDeviation", standardDeviation);
        given.put("min", min);
        given.put("max", max);
        given.forEach((name, value) -> {
            if (value != null && !known.contains(name)) {
                fields.add(new Fault(
                        null,
                        name,
                        value.toString(),
                        "known-field",
                        "There is no field " + name + " with the method " + readMethod + "."));
            }
        });
    }

    private @Nullable ZScore zScore(Fields fields) {
        Field<GebiedCode> gebied = fields.required("referenceGebied", referenceGebied, GebiedCode::new);
        Field<GebiedType> type = fields.optional("referenceType", referenceType, Fields.oneOf(GebiedType.class));
        Field<Period> period = fields.required("referencePeriod", referencePeriod, Period::new);
        Field<Double> readMean = fields.optional("mean", mean, ZScore.MEAN::read);
        Field<Double> readDeviation =
                fields.optional("standardDeviation", standardDeviation, ZScore.STANDARD_DEVIATION::read);
        fields.check(() -> ZScore.requireTogether(mean, standardDeviation));
        return fields.makeIfGood(() -> new ZScore(
                gebied.get(), type.or(GebiedType.BUURT), period.get(), readMean.orNull(), readDeviation.orNull()));
    }

    private @Nullable MinMax minMax(Fields fields) {
        Field<Double> readMin = fields.requiredValue("min", min, MinMax.MIN::read);
        Field<Double> readMax = fields.requiredValue("max", max, MinMax.MAX::read);
        if (readMin.orNull() != null && readMax.orNull() != null) {
            fields.check(() -> MinMax.requireOrder(readMin.get(), readMax.get()));
        }
        return fields.makeIfGood(() -> new MinMax(readMin.get(), readMax.get()));
    }
}
