package nl.gebiedsmonitor.domain.gebied;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Registers gebieden, one or thousands, in one transaction: all of them or none. */
public final class GebiedRegistrar {

    /** How many were new and how many were registered just so before. */
    public record Registration(int registered, int unchanged) {}

    private record Loaded(Entry entry, Aggregate<Gebied> aggregate) {}

    private final Repository<Gebied> repository;
    private final Gebieden gebieden;

    public GebiedRegistrar(Repository<Gebied> repository, Gebieden gebieden) {
        this.repository = repository;
        this.gebieden = gebieden;
    }

    /**
     * Registers what is not there yet.
     *
     * @throws RegistrationRejected with every fault of every entry; nothing is registered then
     */
    @CommandHandler
    Registration register(RegisterGebieden command) throws Exception {
        Faults faults = new Faults(command.unreadable());
        Map<GebiedCode, Entry> inLockOrder = new TreeMap<>();
        for (Entry entry : command.entries()) {
            Entry first = inLockOrder.putIfAbsent(entry.code(), entry);
            if (first != null) {
                faults.givenTwice(first, entry);
            }
        }
        requireKnown(inLockOrder, faults);
        int registered = 0;
        for (Loaded loaded : load(inLockOrder.values())) {
            if (register(loaded, faults)) {
                registered++;
            }
        }
        int unchanged = command.entries().size() - faults.entries() - registered;
        if (!faults.areNone()) {
            throw new RegistrationRejected(
                    registered, unchanged, faults.entries() + command.unreadableEntries(), faults.byLine());
        }
        return new Registration(registered, unchanged);
    }

    /**
     * Loads all before any is registered: whenever Axon loads one, it looks through all events of the unit of work that
     * are not yet stored.
     */
    private List<Loaded> load(Collection<Entry> entries) throws Exception {
        List<Loaded> loaded = new ArrayList<>();
        for (Entry entry : entries) {
            loaded.add(new Loaded(entry, repository.loadOrCreate(entry.code().value(), Gebied::new)));
        }
        return loaded;
    }

    /** Registers one, and tells whether that changed anything; of one with a fault it did not. */
    private static boolean register(Loaded loaded, Faults faults) {
        Entry entry = loaded.entry();
        var changed = new boolean[1];
        loaded.aggregate().execute(gebied -> {
            try {
                changed[0] = gebied.register(entry);
            } catch (RuleViolated violated) {
                faults.add(entry, "code", entry.code(), violated.rule(), violated.detail());
            }
        });
        return changed[0] && !faults.has(entry);
    }

    private void requireKnown(Map<GebiedCode, Entry> entries, Faults faults) {
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
                faults.notRegistered(entry, "parent", entry.parent());
            }
            if (entry.composition() != null) {
                entry.composition().members().stream()
                        .filter(unknown::contains)
                        .forEach(member -> faults.notRegistered(entry, "members", member));
            }
        }
    }

    /** What is wrong with the entries of one command, and with which of them. */
    private static final class Faults {

        private final List<Fault> faults;
        private final Set<Entry> atFault = Collections.newSetFromMap(new IdentityHashMap<>());

        Faults(List<Fault> unreadable) {
            faults = new ArrayList<>(unreadable);
        }

        void add(Entry entry, String field, GebiedCode value, String rule, String detail) {
            faults.add(new Fault(entry.line(), field, value.value(), rule, detail));
            atFault.add(entry);
        }

        void givenTwice(Entry first, Entry again) {
            String where = again.line() == null ? "" : ": on line " + first.line() + " and on line " + again.line();
            add(again, "code", again.code(), "gebied-given-once", again.code() + " is given twice" + where + ".");
        }

        void notRegistered(Entry entry, String field, GebiedCode code) {
            add(entry, field, code, "gebied-known", code + " is not registered as a gebied.");
        }

        boolean has(Entry entry) {
            return atFault.contains(entry);
        }

        boolean areNone() {
            return faults.isEmpty();
        }

        int entries() {
            return atFault.size();
        }

        List<Fault> byLine() {
            return faults.stream()
                    .sorted(Comparator.comparing(fault -> fault.line() == null ? 0 : fault.line()))
                    .toList();
        }
    }
}
