package nl.gebiedsmonitor.projections.study;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.study.StudyAssessment;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import org.jspecify.annotations.Nullable;

/**
 * An effect study as it stands.
 *
 * @param design as it was last amended
 * @param protocols what the design was fixed to, the registration first and then each amendment; empty before
 */
public record StudyView(
        String id,
        StudyStatus status,
        StudyDesign design,
        List<ProtocolView> protocols,
        @Nullable LocalDate startedOn,
        @Nullable String startReason,
        List<ReadingView> readings,
        List<AssessmentView> assessments,
        @Nullable LocalDate concludedOn,
        @Nullable String conclusion) {

    /**
     * A design that was fixed.
     *
     * @param amendment 0 for the registration
     * @param reason why it was amended; null for the registration
     * @param readings how many readings had been asked for by then
     */
    public record ProtocolView(
            int amendment,
            StudyDesign design,
            Registration registration,
            @Nullable String reason,
            int readings) {}

    /**
     * A reading, without its results.
     *
     * @param amendment of the design that it is of
     * @param asOf the position of the figures
     * @param requestedAt the position at which it was asked for
     * @param failure why it could not be computed; null unless that is so
     */
    public record ReadingView(
            int number,
            ReadingState state,
            int amendment,
            String protocolHash,
            long asOf,
            long requestedAt,
            LocalDate requestedOn,
            boolean planned,
            @Nullable String failure) {}

    /** How far a reading is. */
    public enum ReadingState {
        COMPUTING,
        COMPUTED,
        FAILED,
        CANCELLED
    }

    public record AssessmentView(int number, StudyAssessment assessment) {}
}
