package nl.gebiedsmonitor.domain.study;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.measure.Measures;
import nl.gebiedsmonitor.domain.study.StudyCommand.AmendStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.AssessStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.CancelReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.ConcludeStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.DesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.FailReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.RecordResults;
import nl.gebiedsmonitor.domain.study.StudyCommand.RedesignStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.RegisterStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.RequestReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.StartStudy;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingCancelled;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingFailed;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingRequested;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAssessed;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyConcluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRegistered;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyStarted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An effect study: designed, registered, started, read and concluded. Nothing is read before the design is fixed, and a
 * design that is fixed changes by an amendment only, with a reason.
 */
@AggregateRoot
public final class EffectStudy {

    /** The rule that a reading was asked for. */
    public static final String READING_KNOWN = "reading-known";

    private static final Set<StudyStatus> FIXED =
            EnumSet.of(StudyStatus.REGISTERED, StudyStatus.RUNNING, StudyStatus.READ);
    private static final Set<StudyStatus> READABLE = EnumSet.of(StudyStatus.RUNNING, StudyStatus.READ);

    @AggregateIdentifier
    private @Nullable StudyId id;

    private StudyStatus status = StudyStatus.DESIGNED;
    private @Nullable StudyDesign first;
    private @Nullable StudyDesign design;
    private String protocolHash = "";
    private LocalDate startedOn = LocalDate.MIN;
    private int amendments;
    private int readings;
    private int computing;
    private final Set<Integer> computed = new HashSet<>();
    private int assessments;

    EffectStudy() {}

    /**
     * Begins this study, or finds it begun just so, whatever became of its design since.
     *
     * @return whether anything changed
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean design(DesignStudy command, Gebieden gebieden, Measures measures, Indicators indicators) {
        if (command.design().equals(first)) {
            return false;
        }
        if (first != null) {
            throw new RuleViolated(
                    "effect-study-designed-once", id + " is designed already; replace its design, or amend it.");
        }
        KnownParts.require(command.design(), gebieden, measures, indicators);
        apply(new StudyDesigned(command.id(), command.design()));
        return true;
    }

    /**
     * Replaces a design that is not fixed, unless it is the same.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean redesign(RedesignStudy command, Gebieden gebieden, Measures measures, Indicators indicators) {
        if (command.design().equals(design)) {
            return false;
        }
        if (status != StudyStatus.DESIGNED) {
            throw new RuleViolated(
                    "design-fixed", id + " is registered; amend it, with a reason, to change its design.");
        }
        KnownParts.require(command.design(), gebieden, measures, indicators);
        apply(new StudyDesigned(command.id(), command.design()));
        return true;
    }

    /**
     * Fixes the design, unless it is fixed already.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean register(RegisterStudy command, Donors donors) {
        if (status != StudyStatus.DESIGNED) {
            return false;
        }
        StudyDesign fixed = Objects.requireNonNull(design);
        apply(new StudyRegistered(command.id(), StudyRegistration.of(command.id(), fixed, donors)));
        return true;
    }

    /**
     * Replaces a design that is fixed, unless it is the same.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean amend(AmendStudy command, Gebieden gebieden, Measures measures, Indicators indicators, Donors donors) {
        requireStatus(FIXED, "amended");
        if (command.design().equals(design)) {
            return false;
        }
        requireNothingComputing();
        KnownParts.require(command.design(), gebieden, measures, indicators);
        apply(new StudyAmended(
                command.id(),
                amendments + 1,
                command.design(),
                StudyRegistration.of(command.id(), command.design(), donors),
                command.reason(),
                readings));
        return true;
    }

    @CommandHandler
    void start(StartStudy command) {
        requireStatus(EnumSet.of(StudyStatus.REGISTERED), "started");
        apply(new StudyStarted(command.id(), command.startedOn(), command.reason()));
    }

    /**
     * Asks for results.
     *
     * @return the number of the reading
     */
    @CommandHandler
    int read(RequestReading command) {
        requireStatus(READABLE, "read");
        requireNothingComputing();
        boolean planned = Objects.requireNonNull(design).plannedReadings().contains(command.requestedOn());
        apply(new ReadingRequested(
                command.id(), readings + 1, amendments, protocolHash, command.asOf(), command.requestedOn(), planned));
        return readings;
    }

    /**
     * Calls a reading off.
     *
     * @return whether it was still being computed
     */
    @CommandHandler
    boolean cancel(CancelReading command) {
        return isComputing(command.number()) && applied(new ReadingCancelled(command.id(), command.number()));
    }

    /**
     * Keeps the results of a reading that is waited for.
     *
     * @return whether it still was
     */
    @CommandHandler
    boolean record(RecordResults command) {
        return isComputing(command.number())
                && applied(new StudyRead(command.id(), command.number(), command.results()));
    }

    /**
     * Ends a reading that cannot be computed.
     *
     * @return whether it was waited for
     */
    @CommandHandler
    boolean fail(FailReading command) {
        return isComputing(command.number())
                && applied(new ReadingFailed(command.id(), command.number(), command.reason()));
    }

    @CommandHandler
    int assess(AssessStudy command) {
        if (!computed.contains(command.assessment().reading())) {
            throw new RuleViolated(
                    "reading-computed",
                    "There are no results of reading " + command.assessment().reading() + ".");
        }
        apply(new StudyAssessed(command.id(), assessments + 1, command.assessment()));
        return assessments;
    }

    @CommandHandler
    void conclude(ConcludeStudy command) {
        requireStatus(EnumSet.of(StudyStatus.READ), "concluded");
        requireNothingComputing();
        if (command.concludedOn().isBefore(startedOn)) {
            throw new RuleViolated(
                    "study-dates-in-order",
                    command.concludedOn() + " lies before " + startedOn + ", the day on which the study started.");
        }
        apply(new StudyConcluded(command.id(), command.concludedOn(), command.conclusion()));
    }

    private static boolean applied(StudyEvent event) {
        apply(event);
        return true;
    }

    private boolean isComputing(int number) {
        if (number < 1 || number > readings) {
            throw new RuleViolated(READING_KNOWN, "There is no reading " + number + ".");
        }
        return number == computing;
    }

    private void requireStatus(Set<StudyStatus> allowed, String step) {
        if (!allowed.contains(status)) {
            throw new RuleViolated("study-status", id + " is " + status + " and cannot be " + step + ".");
        }
    }

    private void requireNothingComputing() {
        if (computing > 0) {
            throw new RuleViolated(
                    "one-reading-at-a-time",
                    "Reading " + computing + " is still being computed; wait for it or cancel it.");
        }
    }

    @EventSourcingHandler
    void on(StudyEvent event) {
        switch (event) {
            case StudyDesigned designed -> {
                id = designed.id();
                first = first == null ? designed.design() : first;
                design = designed.design();
            }
            case StudyRegistered registered -> {
                status = StudyStatus.REGISTERED;
                protocolHash = registered.registration().protocolHash();
            }
            case StudyAmended amended -> {
                amendments = amended.number();
                design = amended.design();
                protocolHash = amended.registration().protocolHash();
                status = status == StudyStatus.READ ? StudyStatus.RUNNING : status;
            }
            case StudyStarted started -> {
                status = StudyStatus.RUNNING;
                startedOn = started.startedOn();
            }
            case ReadingRequested requested -> {
                readings = requested.number();
                computing = requested.number();
            }
            case ReadingCancelled _, ReadingFailed _ -> computing = 0;
            case StudyRead read -> {
                computing = 0;
                computed.add(read.number());
                status = StudyStatus.READ;
            }
            case StudyAssessed assessed -> assessments = assessed.number();
            case StudyConcluded _ -> status = StudyStatus.CONCLUDED;
        }
    }
}
