package nl.gebiedsmonitor.domain.study;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/** The life of an effect study. */
public sealed interface StudyEvent extends DomainEvent {

    StudyId id();

    /** A study began, or its design was replaced before it was registered. */
    record StudyDesigned(StudyId id, StudyDesign design) implements StudyEvent {}

    /**
     * The design was fixed.
     *
     * @param registration what was fixed
     */
    record StudyRegistered(StudyId id, Registration registration) implements StudyEvent {}

    /**
     * A fixed design was changed.
     *
     * @param number 1 for the first amendment
     * @param readings how many readings had been asked for by then
     */
    record StudyAmended(
            StudyId id, int number, StudyDesign design, Registration registration, String reason, int readings)
            implements StudyEvent {}

    /** What is studied began. */
    record StudyStarted(
            StudyId id, LocalDate startedOn, @Nullable String reason) implements StudyEvent {}

    /**
     * Results were asked for.
     *
     * @param number 1 for the first reading
     * @param amendment the number of the last amendment, 0 when the design is the registered one
     * @param asOf the position of the figures
     * @param planned whether the day is one of those planned
     */
    record ReadingRequested(
            StudyId id,
            int number,
            int amendment,
            String protocolHash,
            long asOf,
            LocalDate requestedOn,
            boolean planned)
            implements StudyEvent {}

    record ReadingCancelled(StudyId id, int number) implements StudyEvent {}

    /** A reading could not be computed. */
    record ReadingFailed(StudyId id, int number, String reason) implements StudyEvent {}

    /** Results were computed. */
    record StudyRead(StudyId id, int number, List<StudyResult> results) implements StudyEvent {
        public StudyRead {
            results = List.copyOf(results);
        }

        /** The same without what was found for some outcomes. */
        public StudyRead withholding(Predicate<IndicatorCode> hidden) {
            return new StudyRead(
                    id,
                    number,
                    results.stream()
                            .map(result -> hidden.test(result.outcome()) ? result.withheld() : result)
                            .toList());
        }
    }

    /**
     * A kennisinstelling said what it makes of a reading.
     *
     * @param number 1 for the first assessment
     */
    record StudyAssessed(StudyId id, int number, StudyAssessment assessment) implements StudyEvent {}

    record StudyConcluded(StudyId id, LocalDate concludedOn, String conclusion) implements StudyEvent {}

    /**
     * What a design was fixed to.
     *
     * @param protocolHash the SHA-256 of the {@link StudyProtocol}
     * @param donors in order of their codes
     * @param excluded what the rule or the list would have had, and why not
     * @param concerns what could not be seen to, and what was allowed though it may do harm
     */
    record Registration(
            String protocolHash, List<GebiedCode> donors, List<Donors.Excluded> excluded, List<Concern> concerns) {
        public Registration {
            donors = List.copyOf(donors);
            excluded = List.copyOf(excluded);
            concerns = List.copyOf(concerns);
        }
    }
}
