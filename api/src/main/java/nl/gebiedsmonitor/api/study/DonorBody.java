package nl.gebiedsmonitor.api.study;

import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.DonorRule;
import org.jspecify.annotations.Nullable;

/** What the treated are compared with: a list, or a rule. */
record DonorBody(
        @Nullable List<@Nullable String> gebieden,
        @Nullable RuleBody rule,
        @Nullable Boolean neighbours) {

    @Nullable
    DonorPool read(Fields fields) {
        List<GebiedCode> listed = fields.values(DonorPool.GEBIEDEN, gebieden, GebiedCode::new);
        Field<DonorRule> readRule = fields.part("rule", rule, (body, inside) -> body.read(inside));
        return fields.makeIfGood(() -> new DonorPool(listed, readRule.orNull(), Boolean.TRUE.equals(neighbours)));
    }

    /** @param withoutMeasureOf an opgave */
    record RuleBody(
            @Nullable String type,
            @Nullable List<@Nullable String> within,
            @Nullable String signatoriesOf,
            @Nullable ClassesBody classes,
            @Nullable String withoutMeasureOf) {

        @Nullable
        DonorRule read(Fields fields) {
            Field<GebiedType> readType = fields.required("type", type, Fields.oneOf(GebiedType.class));
            List<GebiedCode> outers = fields.values(DonorRule.WITHIN, within, GebiedCode::new);
            Field<ManifestSlug> manifest = fields.optional("signatoriesOf", signatoriesOf, ManifestSlug::new);
            Field<DonorRule.Classes> readClasses = fields.part("classes", classes, (body, inside) -> body.read(inside));
            Field<Opgave> opgave = fields.optional("withoutMeasureOf", withoutMeasureOf, Fields.oneOf(Opgave.class));
            return fields.makeIfGood(() ->
                    new DonorRule(readType.get(), outers, manifest.orNull(), readClasses.orNull(), opgave.orNull()));
        }
    }

    /** @param model such as {@code leefbaarometer-3.0:1} */
    record ClassesBody(
            @Nullable String model,
            @Nullable String period,
            @Nullable Integer from,
            @Nullable Integer to) {

        DonorRule.@Nullable Classes read(Fields fields) {
            Field<ModelKey> key = fields.required("model", model, ModelKey::parse);
            Field<Period> readPeriod = fields.required("period", period, Period::new);
            Field<Integer> low = fields.requiredValue("from", from, value -> value);
            Field<Integer> high = fields.requiredValue("to", to, value -> value);
            return fields.makeIfGood(() -> new DonorRule.Classes(key.get(), readPeriod.get(), low.get(), high.get()));
        }
    }
}
