package nl.gebiedsmonitor.api.impact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.impact.CashFlow;
import nl.gebiedsmonitor.domain.impact.DiscountRate;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RecordRealisation;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RegisterImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.ReviseImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import org.jspecify.annotations.Nullable;

/** What is posted about impact analyses. */
final class ImpactBodies {

    private ImpactBodies() {}

    /** An analysis that is to be registered. */
    record ImpactAnalysisBody(@Nullable String id, @Nullable PlanBody plan) {

        RegisterImpactAnalysis read(LocalDate today) {
            Fields fields = new Fields();
            Field<ImpactAnalysisId> readId = fields.required("id", id, ImpactAnalysisId::new);
            Field<ImpactPlan> readPlan = fields.requiredPart("plan", plan, (body, inside) -> body.read(inside, today));
            return fields.make(() -> new RegisterImpactAnalysis(readId.get(), readPlan.get()));
        }
    }

    /** A plan that takes the place of another. */
    record RevisionBody(@Nullable PlanBody plan, @Nullable String reason) {

        ReviseImpactAnalysis read(String id, LocalDate today) {
            Fields fields = new Fields();
            Field<ImpactAnalysisId> readId = fields.required("id", id, ImpactAnalysisId::new);
            Field<ImpactPlan> readPlan = fields.requiredPart("plan", plan, (body, inside) -> body.read(inside, today));
            Field<String> readReason = fields.required("reason", reason, TextRule.REASON::read);
            return fields.make(() -> new ReviseImpactAnalysis(readId.get(), readPlan.get(), readReason.get()));
        }
    }

    /**
     * A plan. What is left out is no measure, the prices of the base year, and the Dutch standard discount rate of today.
     *
     * @param priceIndices of each other price level in use, what its prices are multiplied by
     */
    record PlanBody(
            @Nullable String title,
            @Nullable String gebied,
            @Nullable List<String> measures,
            @Nullable Integer baseYear,
            @Nullable Integer horizon,
            @Nullable Integer priceLevel,
            @Nullable Map<String, @Nullable BigDecimal> priceIndices,
            @Nullable DiscountRateBody discountRate,
            @Nullable List<@Nullable CashFlowBody> cashFlows) {

        @Nullable
        ImpactPlan read(Fields fields, LocalDate today) {
            Field<String> readTitle = fields.required("title", title, ImpactPlan.TITLE::read);
            Field<GebiedCode> readGebied = fields.required("gebied", gebied, GebiedCode::new);
            List<MeasureId> readMeasures = fields.list(ImpactPlan.MEASURES, measures, MeasureId::new);
            Field<Integer> base = fields.requiredValue("baseYear", baseYear, ImpactPlan::requireYear);
            Field<Integer> last = fields.requiredValue("horizon", horizon, ImpactPlan::requireHorizon);
            Field<DiscountRate> rate = discountRate == null
                    ? fields.optional("discountRate", today, DiscountRate::standardOn)
                    : fields.part("discountRate", discountRate, DiscountRateBody::read);
            SortedMap<Integer, BigDecimal> indices = indices(fields);
            Field<Integer> stated = fields.optional("priceLevel", priceLevel, ImpactPlan::requireYear);
            Integer level = priceLevel == null ? base.orNull() : stated.orNull();
            Set<String> keys = new HashSet<>();
            List<CashFlow> flows =
                    fields.parts(ImpactPlan.CASH_FLOWS, cashFlows, (body, inside) -> body.read(inside, level, keys));
            return fields.makeIfGood(() -> new ImpactPlan(
                    readTitle.get(),
                    readGebied.get(),
                    readMeasures,
                    base.get(),
                    last.get(),
                    stated.or(base.get()),
                    indices,
                    rate.get(),
                    flows));
        }

        private SortedMap<Integer, BigDecimal> indices(Fields fields) {
            SortedMap<Integer, BigDecimal> indices = new TreeMap<>();
            (priceIndices == null ? Map.<String, @Nullable BigDecimal>of() : priceIndices).forEach((year, index) -> {
                Integer read =
                        fields.required("priceIndices", year, PlanBody::year).orNull();
                BigDecimal good = fields.requiredValue("priceIndices." + year, index, value -> value)
                        .orNull();
                if (read != null && good != null) {
                    indices.put(read, good);
                }
            });
            return indices;
        }

        private static Integer year(String text) {
            if (!text.matches("[0-9]{4}")) {
                throw new InvalidValue("calendar-year", text, "A price index is named by its year, such as 2020.");
            }
            return Integer.valueOf(text);
        }
    }

    /**
     * A discount rate.
     *
     * @param rate as a fraction: 0.0225 is 2.25 % a year
     * @param inForceSince the day, as in 2021-01-01
     */
    record DiscountRateBody(
            @Nullable BigDecimal rate,
            @Nullable String source,
            @Nullable String inForceSince) {

        @Nullable
        DiscountRate read(Fields fields) {
            Field<BigDecimal> readRate = fields.requiredValue("rate", rate, DiscountRate::requireRate);
            Field<String> readSource = fields.required("source", source, DiscountRate.SOURCE::read);
            Field<LocalDate> since = fields.optional("inForceSince", inForceSince, Fields::date);
            return fields.makeIfGood(() -> new DiscountRate(readRate.get(), readSource.get(), since.orNull()));
        }
    }

    /** One cost or benefit; it falls in one year when no last one is said, and is in the prices of the results. */
    record CashFlowBody(
            @Nullable String key,
            @Nullable String stakeholder,
            @Nullable String effect,
            @Nullable Integer fromYear,
            @Nullable Integer toYear,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Integer priceLevel,
            @Nullable String source) {

        /**
         * @param level the price level of the results; null when that is at fault
         * @param taken the keys of those before it
         */
        @Nullable
        CashFlow read(Fields fields, @Nullable Integer level, Set<String> taken) {
            Field<String> readKey = fields.required("key", key, CashFlow::readKey);
            Field<String> who = fields.required("stakeholder", stakeholder, CashFlow.STAKEHOLDER::read);
            Field<String> what = fields.required("effect", effect, CashFlow.EFFECT::read);
            Field<Integer> from = fields.requiredValue("fromYear", fromYear, CashFlow::requireYear);
            Field<Integer> to = fields.optional("toYear", toYear, CashFlow::requireYear);
            Field<BigDecimal> readAmount = fields.requiredValue("amount", amount, CashFlow::euro);
            fields.optional("low", low, CashFlow::euro);
            fields.optional("high", high, CashFlow::euro);
            Field<Integer> prices = fields.optional("priceLevel", priceLevel, ImpactPlan::requireYear);
            Field<String> readSource = fields.required("source", source, CashFlow.SOURCE::read);
            if (readKey.orNull() != null && !taken.add(readKey.get())) {
                fields.add(new Fault(null, "key", key, "cash-flow-key-once", "This key is there twice."));
            }
            Integer inPrices = priceLevel == null ? level : prices.orNull();
            return inPrices == null
                    ? null
                    : fields.makeIfGood(() -> new CashFlow(
                            readKey.get(),
                            who.get(),
                            what.get(),
                            from.get(),
                            to.or(from.get()),
                            readAmount.get(),
                            low,
                            high,
                            inPrices,
                            readSource.get()));
        }
    }

    /** What a cost or benefit turned out to be in one year. */
    record RealisationBody(
            @Nullable String cashFlow,
            @Nullable Integer year,
            @Nullable BigDecimal amount,
            @Nullable Integer priceLevel,
            @Nullable String source) {

        RecordRealisation read(String id) {
            Fields fields = new Fields();
            Field<ImpactAnalysisId> readId = fields.required("id", id, ImpactAnalysisId::new);
            Field<String> key = fields.required("cashFlow", cashFlow, text -> text);
            Field<Integer> readYear = fields.requiredValue("year", year, CashFlow::requireYear);
            Field<BigDecimal> readAmount = fields.requiredValue("amount", amount, CashFlow::euro);
            Field<Integer> level = fields.requiredValue("priceLevel", priceLevel, ImpactPlan::requireYear);
            Field<String> readSource = fields.required("source", source, CashFlow.SOURCE::read);
            return fields.make(() -> new RecordRealisation(
                    readId.get(),
                    new Realisation(key.get(), readYear.get(), readAmount.get(), level.get(), readSource.get())));
        }
    }
}
