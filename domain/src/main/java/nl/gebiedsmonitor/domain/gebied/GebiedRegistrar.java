package nl.gebiedsmonitor.domain.gebied;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** @throws InputRejected with every fault of every entry; nothing is registered then */
    @CommandHandler
    Registration register(RegisterGebieden command) throws Exception {
        List<Fault> faults = new ArrayList<>(duplicates(command.entries()));
        faults.addAll(unknownMembers(command.entries()));
        int registered = 0;
        List<Entry> inLockOrder = command.entries().stream()
                .sorted(Comparator.comparing(Entry::code))
                .toList();
        for (Entry entry : inLockOrder) {
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

    private static List<Fault> duplicates(List<Entry> entries) {
        return entries.stream().collect(groupingBy(Entry::code)).values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(same -> same.stream()
                        .skip(1)
                        .map(again -> new Fault(
                                again.line(),
                                "code",
                                again.code().value(),
                                "gebied-given-once",
                                again.code() + " is given twice: on line "
                                        + same.getFirst().line() + " and on line " + again.line() + ".")))
                .toList();
    }

    private List<Fault> unknownMembers(List<Entry> entries) {
        Set<GebiedCode> known = new HashSet<>();
        Set<GebiedCode> members = new HashSet<>();
        for (Entry entry : entries) {
            known.add(entry.code());
            if (entry.composition() != null) {
                members.addAll(entry.composition().members());
            }
        }
        members.removeAll(known);
        if (members.isEmpty()) {
            return List.of();
        }
        members.removeAll(gebieden.registered(members));
        List<Fault> faults = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.composition() != null) {
                entry.composition().members().stream()
                        .filter(members::contains)
                        .map(member -> new Fault(
                                entry.line(),
                                "members",
                                member.value(),
                                "gebied-known",
                                member + " is not registered as a gebied."))
                        .forEach(faults::add);
            }
        }
        return faults;
    }
}
