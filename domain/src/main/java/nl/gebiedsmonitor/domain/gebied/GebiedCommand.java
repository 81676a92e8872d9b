package nl.gebiedsmonitor.domain.gebied;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the gebieden. */
public sealed interface GebiedCommand {

    TextRule NAME = TextRule.oneLine("gebied-name", "A gebied has a name", 200);

    ListRule SUCCESSORS = ListRule.atMost(100, "successors", "successors", "successors of a gebied");

    /**
     * Registers many gebieden at once, all or none.
     *
     * @param entries what to register; the order does not matter
     * @param unreadable the faults of what could not be read; with any, nothing is registered
     * @param unreadableEntries how many entries could not be read
     */
    record RegisterGebieden(List<Entry> entries, List<Fault> unreadable, int unreadableEntries)
            implements GebiedCommand {

        public RegisterGebieden {
            entries = List.copyOf(entries);
            unreadable = List.copyOf(unreadable);
        }

        public RegisterGebieden(List<Entry> entries) {
            this(entries, List.of(), 0);
        }
    }

    /**
     * One gebied to register.
     *
     * @param line where the sender wrote it, from 1; null when it came alone
     * @param parent the gebied it lies in, for a gemeente (a provincie) or a PC4 (a gemeente); null when not stated
     * @param composition what it consists of; null for anything but a focus area
     */
    record Entry(
            @Nullable Long line,
            GebiedCode code,
            String name,
            @Nullable GebiedCode parent,
            @Nullable Composition composition) {

        /** @throws InvalidValue when the name is blank or too long, or the parent or composition does not fit */
        public Entry {
            name = NAME.read(name);
            if (parent != null && !mayLieIn(code, parent)) {
                throw new InvalidValue(
                                "gebied-parent",
                                parent,
                                code + " cannot lie in " + parent + " by the grammar of their codes.")
                        .inField("parent");
            }
            parent = code.parent().isPresent() ? null : parent;
            if (composition != null && code.type() != GebiedType.FOCUS) {
                throw new InvalidValue("composition-focus", code, "Only a focus area (SV-...) is composed of members.")
                        .inField("code");
            }
        }

        private static boolean mayLieIn(GebiedCode code, GebiedCode parent) {
            return code.parent().map(parent::equals).orElseGet(() -> switch (code.type()) {
                case GEMEENTE -> parent.type() == GebiedType.PROVINCIE;
                case PC4 -> parent.type() == GebiedType.GEMEENTE;
                case FOCUS -> parent.type() == GebiedType.GEMEENTE;
                case LAND, PROVINCIE, WIJK, BUURT -> false;
            });
        }
    }

    record RenameGebied(@TargetAggregateIdentifier GebiedCode code, String name) implements GebiedCommand {
        public RenameGebied {
            name = NAME.read(name);
        }
    }

    record ComposeGebied(@TargetAggregateIdentifier GebiedCode code, Composition composition)
            implements GebiedCommand {}

    /**
     * Closes a gebied.
     *
     * @param shares how it was divided over its successors; null when that is not known, or there is one at most
     */
    record CloseGebied(
            @TargetAggregateIdentifier GebiedCode code,
            LocalDate closedOn,
            SortedSet<GebiedCode> successors,
            @Nullable SuccessorShares shares)
            implements GebiedCommand {

        /** @throws InvalidValue when there are too many successors, or shares of other gebieden than these */
        public CloseGebied {
            SUCCESSORS.require(successors);
            successors = new Succession(successors, shares).successors();
        }
    }
}
