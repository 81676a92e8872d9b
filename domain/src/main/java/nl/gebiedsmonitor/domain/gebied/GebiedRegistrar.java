package nl.gebiedsmonitor.domain.gebied;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Registers gebieden, one or thousands, in one transaction: all of them or none. */
public final class GebiedRegistrar {

    /** How many were new and how many were registered just so before. */
    public record Registration(int registered, int unchanged) {}

    private final Repository<Gebied> repository;
    private final Gebieden gebieden;

    public GebiedRegistrar(Repository<Gebied> repository, Gebieden gebieden) {
        this.repository = repository;
        this.gebieden = gebieden;
    }

    /**
     * Registers what is not there yet.
     *
     * @throws InputRejected with every fault of every entry; nothing is registered then
     */
    @CommandHandler
    Registration register(RegisterGebieden command) throws Exception {
        List<Fault> faults = new ArrayList<>();
        Map<GebiedCode, Entry> inLockOrder = new TreeMap<>();
        for (Entry entry : command.entries()) {
            Entry first = inLockOrder.putIfAbsent(entry.code(), entry);
            if (first != null) {
                faults.add(givenTwice(first, entry));
            }
        }
        requireKnown(inLockOrder, faults);
        int registered = 0;
        for (Entry entry : inLockOrder.values()) {
            if (register(entry, faults)) {
                registered++;
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(fault -> fault.line() == null ? 0 : fault.line()));
            throw new InputRejected(faults);
        }
        return new Registration(registered, command.entries().size() - registered);
    }

    private boolean register(Entry entry, List<Fault> faults) throws Exception {
        var changed = new boolean[1];
        repository.loadOrCreate(entry.code().value(), Gebied::new).execute(gebied -> {
            try {
                changed[0] = gebied.register(entry);
            } catch (RuleViolated violated) {
                faults.add(new Fault(entry.line(), "code", entry.code().value(), violated.rule(), violated.detail()));
            }
        });
        return changed[0];
    }

    private static Fault givenTwice(Entry first, Entry again) {
        String where = again.line() == null ? "" : ": on line " + first.line() + " and on line " + again.line();
        return new Fault(
                again.line(),
                "code",
                again.code().value(),
                "gebied-given-once",
                again.code() + " is given twice" + where + ".");
    }

    private void requireKnown(Map<GebiedCode, Entry> entries, List<Fault> faults) {
        Set<GebiedCode> unknown = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.parent() != null) {
                unknown.add(entry.parent());
            }
            if (entry.composition() != null) {
                unknown.addAll(entry.composition().members());
            }
        }
        unknown.removeAll(entries.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        unknown.removeAll(gebieden.registered(unknown));
        for (Entry entry : entries.values()) {
            if (entry.parent() != null && unknown.contains(entry.parent())) {
                faults.add(notRegistered(entry, "parent", entry.parent()));
            }
            if (entry.composition() != null) {
                entry.composition().members().stream()
                        .filter(unknown::contains)
                        .forEach(member -> faults.add(notRegistered(entry, "members", member)));
            }
        }
    }

    private static Fault notRegistered(Entry entry, String field, GebiedCode code) {
        return new Fault(entry.line(), field, code.value(), "gebied-known", code + " is not registered as a gebied.");
    }
}
