package nl.gebiedsmonitor.api.measure;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureCommand;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.AdjustMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.CompleteMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.RegisterMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StartMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.StopMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import org.jspecify.annotations.Nullable;

/** What is posted about measures. */
final class MeasureBodies {

    private MeasureBodies() {}

    /** A measure that is to be registered. */
    record MeasureBody(
            @Nullable String id,
            @Nullable String gebied,
            @Nullable String opgave,
            @Nullable String title,
            @Nullable String description,
            @Nullable String plannedFrom,
            @Nullable String plannedTo,
            @Nullable String leadOrganisation,
            @Nullable List<String> targetIndicators) {

        RegisterMeasure read() {
            Fields fields = new Fields();
            Field<MeasureId> readId = fields.required("id", id, MeasureId::new);
            Field<GebiedCode> readGebied = fields.required("gebied", gebied, GebiedCode::new);
            Field<Opgave> readOpgave = fields.required("opgave", opgave, Fields.oneOf(Opgave.class));
            MeasurePlan plan = plan(fields);
            return fields.make(() ->
                    new RegisterMeasure(readId.get(), readGebied.get(), readOpgave.get(), new Field<>(plan).get()));
        }

        private @Nullable MeasurePlan plan(Fields fields) {
            return new PlanBody(title, description, plannedFrom, plannedTo, leadOrganisation, targetIndicators)
                    .read(fields);
        }
    }

    /** All of a measure that may be adjusted. */
    record PlanBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable String plannedFrom,
            @Nullable String plannedTo,
            @Nullable String leadOrganisation,
            @Nullable List<String> targetIndicators) {

        @Nullable
        MeasurePlan read(Fields fields) {
            Field<String> readTitle = fields.required("title", title, MeasurePlan.TITLE::read);
            Field<String> readDescription = fields.optional("description", description, MeasurePlan.DESCRIPTION::read);
            Field<LocalDate> from = fields.required("plannedFrom", plannedFrom, Fields::date);
            Field<LocalDate> to = fields.optional("plannedTo", plannedTo, Fields::date);
            if (from.orNull() != null) {
                fields.check(() -> MeasurePlan.requirePeriod(from.get(), to.orNull()));
            }
            Field<String> lead =
                    fields.required("leadOrganisation", leadOrganisation, MeasurePlan.LEAD_ORGANISATION::read);
            List<IndicatorCode> targets =
                    fields.list(MeasurePlan.TARGET_INDICATORS, targetIndicators, IndicatorCode::new);
            return fields.areGood()
                    ? fields.tryToMake(() -> new MeasurePlan(
                            readTitle.get(), readDescription.orNull(), from.get(), to.orNull(), lead.get(), targets))
                    : null;
        }
    }

    /** A plan that takes the place of the one before. */
    record AdjustmentBody(
            @Nullable String adjustedOn,
            @Nullable String reason,
            @Nullable PlanBody plan) {

        AdjustMeasure read(String id) {
            Fields fields = new Fields();
            Field<MeasureId> readId = fields.required("id", id, MeasureId::new);
            Field<LocalDate> readDate = fields.required("adjustedOn", adjustedOn, Fields::date);
            Field<String> readReason = fields.required("reason", reason, TextRule.REASON::read);
            if (plan == null) {
                fields.add(new Fault(null, "plan", null, "required", "The field plan is required."));
            }
            MeasurePlan readPlan = plan == null ? null : plan.read(fields);
            return fields.make(() ->
                    new AdjustMeasure(readId.get(), readDate.get(), readReason.get(), new Field<>(readPlan).get()));
        }
    }

    /** A step in the life of a measure: to RUNNING, STOPPED or COMPLETED; for the last two a reason is required. */
    record StatusChangeBody(
            @Nullable String status,
            @Nullable String date,
            @Nullable String reason) {

        MeasureCommand read(String id) {
            Fields fields = new Fields();
            Field<MeasureId> readId = fields.required("id", id, MeasureId::new);
            Field<MeasureStatus> to = fields.required("status", status, Fields.oneOf(MeasureStatus.class));
            Field<LocalDate> on = fields.required("date", date, Fields::date);
            boolean ends = to.orNull() == MeasureStatus.STOPPED || to.orNull() == MeasureStatus.COMPLETED;
            Field<String> why = ends
                    ? fields.required("reason", reason, TextRule.REASON::read)
                    : fields.optional("reason", reason, TextRule.REASON::read);
            if (to.orNull() == MeasureStatus.PLANNED) {
                fields.add(
                        new Fault(null, "status", status, "status-change", "A measure does not become PLANNED again."));
            }
            return fields.<MeasureCommand>make(() -> switch (to.get()) {
                case STOPPED -> new StopMeasure(readId.get(), on.get(), why.get());
                case COMPLETED -> new CompleteMeasure(readId.get(), on.get(), why.get());
                case RUNNING, PLANNED -> new StartMeasure(readId.get(), on.get(), why.orNull());
            });
        }
    }
}
