package nl.gebiedsmonitor.domain.indicator;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.RetireIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.ReviseIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An indicator: defined once, revised with a reason, and when retired closed to new observations. */
@AggregateRoot
public final class Indicator {

    @AggregateIdentifier
    private @Nullable IndicatorCode code;

    private @Nullable IndicatorDefinition definition;
    private boolean retired;

    Indicator() {}

    /** Answers whether anything changed: defining it just so again does not. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean define(DefineIndicator command) {
        if (definition == null) {
            apply(new IndicatorDefined(command.definition()));
            return true;
        }
        if (!command.definition().equals(definition)) {
            throw new RuleViolated(
                    "indicator-defined-once",
                    code + " is defined already, in other words; revise it, with a reason, to change its definition.");
        }
        return false;
    }

    /** Answers whether anything changed. */
    @CommandHandler
    boolean revise(ReviseIndicator command) {
        requireInUse();
        if (command.definition().equals(definition)) {
            return false;
        }
        if (command.definition().frequency()
                != Objects.requireNonNull(definition).frequency()) {
            throw new RuleViolated(
                    "frequency-is-fixed",
                    code + " is observed per " + definition.frequency()
                            + "; define another indicator for another frequency.");
        }
        apply(new IndicatorDefinitionRevised(command.definition(), command.reason()));
        return true;
    }

    @CommandHandler
    void retire(RetireIndicator command) {
        requireInUse();
        apply(new IndicatorRetired(command.code(), command.retiredOn(), command.reason()));
    }

    private void requireInUse() {
        if (retired) {
            throw new RuleViolated("indicator-in-use", code + " is retired.");
        }
    }

    @EventSourcingHandler
    void on(IndicatorEvent event) {
        switch (event) {
            case IndicatorDefined defined -> {
                code = defined.code();
                definition = defined.definition();
            }
            case IndicatorDefinitionRevised revised -> definition = revised.definition();
            case IndicatorRetired _ -> retired = true;
        }
    }
}
