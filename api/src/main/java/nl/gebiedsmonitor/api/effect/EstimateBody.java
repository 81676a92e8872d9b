package nl.gebiedsmonitor.api.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.domain.effect.EffectEstimate;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.TimeWeight;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import org.jspecify.annotations.Nullable;

/** An estimate as it is answered; what is not known is null and not left out, so that nobody overlooks it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EstimateBody(
        String method,
        double estimate,
        @Nullable Double standardError,
        @Nullable List<Double> confidenceInterval,
        @Nullable Double pValue,
        List<UnitWeight> unitWeights,
        List<TimeWeight> timeWeights,
        int controls,
        int treatedUnits,
        int prePeriods,
        int postPeriods,
        String solver,
        int iterations,
        double gap,
        String inference,
        @Nullable Integer replications,
        @Nullable Long seed,
        List<String> warnings) {

    static EstimateBody of(EffectEstimate found) {
        EffectEstimate.Interval interval = found.confidenceInterval();
        return new EstimateBody(
                word(found.estimator()),
                found.estimate(),
                found.standardError(),
                interval == null ? null : List.of(interval.lower(), interval.upper()),
                found.pValue(),
                found.unitWeights(),
                found.timeWeights(),
                found.controls(),
                found.treatedUnits(),
                found.prePeriods(),
                found.postPeriods(),
                word(found.solver()),
                found.iterations(),
                found.gap(),
                word(found.inference()),
                found.replications(),
                found.seed(),
                found.warnings());
    }

    /** How a constant is written in a query and in an answer. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
