package nl.gebiedsmonitor.domain.impact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RecordRealisation;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.RegisterImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactCommand.ReviseImpactAnalysis;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRegistered;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.ImpactAnalysisRevised;
import nl.gebiedsmonitor.domain.impact.ImpactEvent.RealisationRecorded;
import nl.gebiedsmonitor.domain.measure.Measures;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An impact analysis: registered once, revised with a reason, and compared with what was measured since. */
@AggregateRoot
public final class ImpactAnalysis {

    private record Place(String cashFlow, int year) {}

    @AggregateIdentifier
    private @Nullable ImpactAnalysisId id;

    private @Nullable ImpactAnalysisRegistered registered;
    private @Nullable ImpactPlan plan;
    private final Map<Place, Realisation> realised = new HashMap<>();

    ImpactAnalysis() {}

    /**
     * Registers this analysis, or finds it registered just so, however it has been revised since.
     *
     * @return whether anything changed
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean register(RegisterImpactAnalysis command, Gebieden gebieden, Measures measures) {
        var now = new ImpactAnalysisRegistered(command.id(), command.plan());
        if (now.equals(registered)) {
            return false;
        }
        if (registered != null) {
            throw new RuleViolated(
                    "impact-analysis-registered-once", id + " is registered already; revise it to change its plan.");
        }
        requireRegistered(command.plan(), gebieden, measures);
        apply(now);
        return true;
    }

    /**
     * Replaces the plan, unless it is the same.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean revise(ReviseImpactAnalysis command, Gebieden gebieden, Measures measures) {
        if (command.plan().equals(plan)) {
            return false;
        }
        requireRegistered(command.plan(), gebieden, measures);
        realised.values().forEach(realisation -> requirePlanned(command.plan(), realisation));
        apply(new ImpactAnalysisRevised(command.id(), command.plan(), command.reason()));
        return true;
    }

    /**
     * Records what was measured, unless it is the same as before.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean record(RecordRealisation command) {
        Realisation realisation = command.realisation();
        if (realisation.equals(realised.get(place(realisation)))) {
            return false;
        }
        requirePlanned(Objects.requireNonNull(plan), realisation);
        apply(new RealisationRecorded(command.id(), realisation));
        return true;
    }

    private static void requireRegistered(ImpactPlan plan, Gebieden gebieden, Measures measures) {
        RuleViolated.throwIfAny(
                Stream.of(gebieden.unregistered(List.of(plan.gebied())), measures.unregistered(plan.measures()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static void requirePlanned(ImpactPlan plan, Realisation realisation) {
        CashFlow planned = plan.cashFlows().stream()
                .filter(cashFlow -> cashFlow.key().equals(realisation.cashFlow()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(
                        "cash-flow-planned",
                        "No cost or benefit of the plan has the key " + realisation.cashFlow() + "."));
        if (!planned.fallsIn(realisation.year())) {
            throw new RuleViolated(
                    "year-planned",
                    planned.key() + " falls in years " + planned.fromYear() + " to " + planned.toYear() + ", not in "
                            + realisation.year() + ".");
        }
        if (realisation.priceLevel() != plan.priceLevel()
                && !plan.priceIndices().containsKey(realisation.priceLevel())) {
            throw new RuleViolated(
                    "price-index-stated",
                    "The plan has no price index of " + realisation.priceLevel() + "; revise it to state one.");
        }
    }

    private static Place place(Realisation realisation) {
        return new Place(realisation.cashFlow(), realisation.year());
    }

    @EventSourcingHandler
    void on(ImpactEvent event) {
        switch (event) {
            case ImpactAnalysisRegistered first -> {
                id = first.id();
                registered = first;
                plan = first.plan();
            }
            case ImpactAnalysisRevised revised -> plan = revised.plan();
            case RealisationRecorded recorded -> realised.put(place(recorded.realisation()), recorded.realisation());
        }
    }
}
