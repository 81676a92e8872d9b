package nl.gebiedsmonitor.domain.gebied;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.CloseGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.ComposeGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RenameGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A gebied: registered once, renamed, composed by reference year, closed with its successors. */
@AggregateRoot
public final class Gebied {

    @AggregateIdentifier
    private @Nullable GebiedCode code;

    private String registeredName = "";
    private String name = "";
    private @Nullable GebiedCode parent;
    private @Nullable Composition firstComposition;
    private @Nullable Composition composition;
    private @Nullable LocalDate closedOn;

    Gebied() {}

    /**
     * Registers this gebied, or finds it registered just so, whatever it was renamed to or composed of since.
     *
     * @return whether anything changed
     * @throws RuleViolated when it was never registered with this name, parent or composition
     */
    boolean register(Entry entry) {
        if (code == null) {
            apply(new GebiedRegistered(entry.code(), entry.name(), entry.parent()));
            if (entry.composition() != null) {
                apply(new GebiedComposed(entry.code(), entry.composition()));
            }
            return true;
        }
        if (!entry.name().equals(registeredName) && !entry.name().equals(name)) {
            throw new RuleViolated(
                    "gebied-registered-once",
                    code + " is registered already, as \"" + name + "\"; rename it to give it another name.");
        }
        if (entry.parent() != null && parent != null && !entry.parent().equals(parent)) {
            throw new RuleViolated(
                    "gebied-registered-once", code + " is registered already, as lying in " + parent + ".");
        }
        if (entry.composition() != null
                && !entry.composition().equals(firstComposition)
                && !entry.composition().equals(composition)) {
            throw new RuleViolated(
                    "gebied-registered-once",
                    code + " is registered already, with other members; compose it anew to change them.");
        }
        if (entry.parent() != null && parent == null) {
            apply(new GebiedPlaced(entry.code(), entry.parent()));
            return true;
        }
        return false;
    }

    @CommandHandler
    void rename(RenameGebied command) {
        requireOpen();
        if (!name.equals(command.name())) {
            apply(new GebiedRenamed(command.code(), command.name()));
        }
    }

    @CommandHandler
    void compose(ComposeGebied command, Gebieden gebieden) {
        requireOpen();
        if (command.code().type() != GebiedType.FOCUS) {
            throw new InvalidValue(
                            "composition-focus", command.code(), "Only a focus area (SV-...) is composed of members.")
                    .inField("code");
        }
        gebieden.requireRegistered(command.composition().members());
        if (!command.composition().equals(composition)) {
            apply(new GebiedComposed(command.code(), command.composition()));
        }
    }

    @CommandHandler
    void close(CloseGebied command, Gebieden gebieden) {
        requireOpen();
        if (command.successors().contains(command.code())) {
            throw new RuleViolated("successor-is-another", command.code() + " cannot succeed itself.");
        }
        gebieden.requireRegistered(command.successors());
        apply(new GebiedClosed(command.code(), command.closedOn(), command.successors(), command.shares()));
    }

    private void requireOpen() {
        if (closedOn != null) {
            throw new RuleViolated("gebied-is-open", code + " was closed on " + closedOn + ".");
        }
    }

    @EventSourcingHandler
    void on(GebiedEvent event) {
        switch (event) {
            case GebiedRegistered registered -> {
                code = registered.code();
                registeredName = registered.name();
                name = registered.name();
                parent = registered.parent();
            }
            case GebiedPlaced placed -> parent = placed.parent();
            case GebiedRenamed renamed -> name = renamed.name();
            case GebiedComposed composed -> {
                composition = composed.composition();
                firstComposition = firstComposition == null ? composition : firstComposition;
            }
            case GebiedClosed closed -> closedOn = closed.closedOn();
        }
    }
}
