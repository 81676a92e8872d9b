package nl.gebiedsmonitor.api.study;

import java.time.LocalDate;
import java.util.function.BiFunction;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.study.StudyAssessment;
import nl.gebiedsmonitor.domain.study.StudyCommand;
import nl.gebiedsmonitor.domain.study.StudyCommand.AmendStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.AssessStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.ConcludeStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.DesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.RedesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.StartStudy;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import org.jspecify.annotations.Nullable;

/** What is posted about effect studies. */
final class StudyBodies {

    private StudyBodies() {}

    /** A study that is to begin. */
    record StudyBody(@Nullable String id, @Nullable DesignBody design) {

        DesignStudy read() {
            return read(DesignStudy::new);
        }

        RedesignStudy readAnew() {
            return read(RedesignStudy::new);
        }

        private <C> C read(BiFunction<StudyId, StudyDesign, C> command) {
            Fields fields = new Fields();
            Field<StudyId> readId = fields.required("id", id, StudyId::new);
            Field<StudyDesign> readDesign = fields.requiredPart("design", design, (body, inside) -> body.read(inside));
            return fields.make(() -> command.apply(readId.get(), readDesign.get()));
        }
    }

    /** A design that takes the place of one that was fixed. */
    record AmendmentBody(
            @Nullable DesignBody design, @Nullable String reason) {

        AmendStudy read(String id) {
            Fields fields = new Fields();
            Field<StudyId> readId = fields.required("id", id, StudyId::new);
            Field<StudyDesign> readDesign = fields.requiredPart("design", design, (body, inside) -> body.read(inside));
            Field<String> why = fields.required("reason", reason, TextRule.REASON::read);
            return fields.make(() -> new AmendStudy(readId.get(), readDesign.get(), why.get()));
        }
    }

    /** A step in the life of a study: to RUNNING or CONCLUDED; for the last the conclusion is the reason. */
    record StatusChangeBody(
            @Nullable String status,
            @Nullable String date,
            @Nullable String reason) {

        StudyCommand read(String id) {
            Fields fields = new Fields();
            Field<StudyId> readId = fields.required("id", id, StudyId::new);
            Field<StudyStatus> to = fields.required("status", status, StatusChangeBody::step);
            Field<LocalDate> on = fields.required("date", date, Fields::date);
            Field<String> why = to.orNull() == StudyStatus.CONCLUDED
                    ? fields.required("reason", reason, StudyAssessment.CONCLUSION::read)
                    : fields.optional("reason", reason, TextRule.REASON::read);
            return fields.<StudyCommand>make(() -> to.get() == StudyStatus.RUNNING
                    ? new StartStudy(readId.get(), on.get(), why.orNull())
                    : new ConcludeStudy(readId.get(), on.get(), why.get()));
        }

        private static StudyStatus step(String text) {
            StudyStatus status = Fields.oneOf(StudyStatus.class).apply(text);
            if (status != StudyStatus.RUNNING && status != StudyStatus.CONCLUDED) {
                throw new InvalidValue(
                        "status-change",
                        text,
                        "A study becomes RUNNING or CONCLUDED here; it is registered and read by requests of their own.");
            }
            return status;
        }
    }

    /** What a kennisinstelling makes of a reading. */
    record AssessmentBody(
            @Nullable Integer reading,
            @Nullable String kennisinstelling,
            @Nullable String conclusion,
            @Nullable Integer evidenceLevel,
            @Nullable String levelReason,
            @Nullable String limitations,
            @Nullable String publication) {

        AssessStudy read(String id) {
            Fields fields = new Fields();
            Field<StudyId> readId = fields.required("id", id, StudyId::new);
            Field<Integer> of = fields.requiredValue("reading", reading, value -> value);
            Field<String> who =
                    fields.required("kennisinstelling", kennisinstelling, StudyDesign.KENNISINSTELLING::read);
            Field<String> what = fields.required("conclusion", conclusion, StudyAssessment.CONCLUSION::read);
            Field<Integer> level = fields.requiredValue("evidenceLevel", evidenceLevel, StudyAssessment::requireLevel);
            Field<String> why = fields.required("levelReason", levelReason, TextRule.REASON::read);
            Field<String> limits = fields.required("limitations", limitations, StudyAssessment.LIMITATIONS::read);
            Field<String> where = fields.optional("publication", publication, StudyAssessment::requireAddress);
            return fields.make(() -> new AssessStudy(
                    readId.get(),
                    new StudyAssessment(
                            of.get(), who.get(), what.get(), level.get(), why.get(), limits.get(), where.orNull())));
        }
    }
}
