package nl.gebiedsmonitor.domain.study;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.TextRule;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an effect study. */
public sealed interface StudyCommand {

    /** Begins a study. */
    record DesignStudy(@TargetAggregateIdentifier StudyId id, StudyDesign design) implements StudyCommand {}

    /** Replaces a design that is not registered yet. */
    record RedesignStudy(@TargetAggregateIdentifier StudyId id, StudyDesign design) implements StudyCommand {}

    /** Fixes the design, and finds the donors by it. */
    record RegisterStudy(@TargetAggregateIdentifier StudyId id) implements StudyCommand {}

    /**
     * Changes a design that is fixed; the one before it stays to be read.
     *
     * @param design the whole design as it is to be
     */
    record AmendStudy(@TargetAggregateIdentifier StudyId id, StudyDesign design, String reason)
            implements StudyCommand {
        public AmendStudy {
            reason = TextRule.REASON.read(reason);
        }
    }

    /** Says that what is studied has begun. */
    record StartStudy(
            @TargetAggregateIdentifier StudyId id,
            LocalDate startedOn,
            @Nullable String reason) implements StudyCommand {
        public StartStudy {
            reason = reason == null ? null : TextRule.REASON.read(reason);
        }
    }

    /**
     * Asks for results.
     *
     * @param asOf the position of the figures that they are computed from
     * @param requestedOn the day on which it is asked
     */
    record RequestReading(@TargetAggregateIdentifier StudyId id, long asOf, LocalDate requestedOn)
            implements StudyCommand {}

    /** Calls a reading off that is still being computed. */
    record CancelReading(@TargetAggregateIdentifier StudyId id, int number) implements StudyCommand {}

    /** Hands in what was computed. */
    record RecordResults(@TargetAggregateIdentifier StudyId id, int number, List<StudyResult> results)
            implements StudyCommand {
        public RecordResults {
            results = List.copyOf(results);
        }
    }

    /** Says that a reading could not be computed. */
    record FailReading(@TargetAggregateIdentifier StudyId id, int number, String reason) implements StudyCommand {}

    record AssessStudy(@TargetAggregateIdentifier StudyId id, StudyAssessment assessment) implements StudyCommand {}

    record ConcludeStudy(@TargetAggregateIdentifier StudyId id, LocalDate concludedOn, String conclusion)
            implements StudyCommand {
        public ConcludeStudy {
            conclusion = StudyAssessment.CONCLUSION.read(conclusion);
        }
    }
}
