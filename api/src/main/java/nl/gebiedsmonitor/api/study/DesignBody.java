package nl.gebiedsmonitor.api.study;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.EstimationSettings;
import nl.gebiedsmonitor.domain.study.MissingRule;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyOutcome;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import org.jspecify.annotations.Nullable;

/**
 * The design of a study, as it is posted.
 *
 * @param donors no comparison when left out
 * @param estimation as published, with placebos, when its parts are left out
 */
record DesignBody(
        @Nullable String title,
        @Nullable String question,
        @Nullable String kennisinstelling,
        @Nullable String gemeente,
        @Nullable List<@Nullable String> measures,
        @Nullable List<@Nullable OutcomeBody> outcomes,
        @Nullable List<@Nullable TreatedBody> treated,
        @Nullable List<@Nullable String> periods,
        @Nullable DonorBody donors,
        @Nullable EstimationBody estimation,
        @Nullable List<@Nullable String> plannedReadings) {

    @Nullable
    StudyDesign read(Fields fields) {
        Field<String> readTitle = fields.required("title", title, StudyDesign.TITLE::read);
        Field<String> readQuestion = fields.required("question", question, StudyDesign.QUESTION::read);
        Field<String> who = fields.required("kennisinstelling", kennisinstelling, StudyDesign.KENNISINSTELLING::read);
        Field<GebiedCode> forWhom =
                fields.optional("gemeente", gemeente, text -> StudyDesign.requireGemeente(new GebiedCode(text)));
        List<MeasureId> readMeasures = fields.values(StudyDesign.MEASURES, measures, MeasureId::new);
        List<StudyOutcome> readOutcomes =
                fields.parts(StudyDesign.OUTCOMES, outcomes, (body, inside) -> body.read(inside));
        List<TreatedGebied> readTreated =
                fields.parts(StudyDesign.TREATED, treated, (body, inside) -> body.read(inside));
        List<Period> readPeriods = fields.values(StudyDesign.PERIODS, periods, Period::new);
        Field<DonorPool> pool = donors == null
                ? new Field<>(DonorPool.NONE)
                : fields.part("donors", donors, (body, inside) -> body.read(inside));
        Field<EstimationSettings> settings =
                fields.requiredPart("estimation", estimation, (body, inside) -> body.read(inside));
        List<LocalDate> days = fields.values(StudyDesign.READINGS, plannedReadings, Fields::date);
        return fields.makeIfGood(() -> new StudyDesign(
                readTitle.get(),
                readQuestion.get(),
                who.get(),
                forWhom.orNull(),
                readMeasures,
                readOutcomes,
                readTreated,
                readPeriods,
                pool.get(),
                settings.get(),
                days));
    }

    /** @param smallestEffect of interest, in the unit of the indicator */
    record OutcomeBody(@Nullable String indicator, @Nullable Double smallestEffect) {

        @Nullable
        StudyOutcome read(Fields fields) {
            Field<IndicatorCode> code = fields.required("indicator", indicator, IndicatorCode::new);
            Field<Double> smallest =
                    fields.requiredValue("smallestEffect", smallestEffect, StudyOutcome::requireEffect);
            return fields.makeIfGood(() -> new StudyOutcome(code.get(), smallest.get()));
        }
    }

    /** @param from the first period in which the measures can have worked */
    record TreatedBody(@Nullable String gebied, @Nullable String from) {

        @Nullable
        TreatedGebied read(Fields fields) {
            Field<GebiedCode> code = fields.required("gebied", gebied, GebiedCode::new);
            Field<Period> start = fields.required("from", from, Period::new);
            return fields.makeIfGood(() -> new TreatedGebied(code.get(), start.get()));
        }
    }

    /** How it is estimated. */
    record EstimationBody(
            @Nullable List<@Nullable String> estimators,
            @Nullable String solver,
            @Nullable String inference,
            @Nullable Integer replications,
            @Nullable Long seed,
            @Nullable String missing) {

        @Nullable
        EstimationSettings read(Fields fields) {
            List<Estimator> all =
                    fields.values(EstimationSettings.ESTIMATORS, estimators, Fields.oneOf(Estimator.class));
            Field<Solver> solving = fields.optional("solver", solver, Fields.oneOf(Solver.class));
            Field<Inference> inferring = fields.optional(
                    "inference",
                    inference,
                    text -> EstimationSettings.requireInference(
                            Fields.oneOf(Inference.class).apply(text)));
            Field<Integer> draws = fields.optional("replications", replications, Estimation::requireReplications);
            Field<MissingRule> rule = fields.optional("missing", missing, Fields.oneOf(MissingRule.class));
            return fields.makeIfGood(() -> new EstimationSettings(
                    all,
                    solving.or(Solver.REFERENCE),
                    inferring.or(Inference.PLACEBO),
                    draws.orNull(),
                    seed == null ? Estimation.SEED : seed,
                    rule.or(MissingRule.REFUSE)));
        }
    }
}
