package nl.gebiedsmonitor.api.sdmx;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.InvalidValue;

/** Which artefacts come along with those that are asked for (the parameter {@code references} of SDMX REST 2). */
record References(Function<Artefact, Set<Artefact>> along) {

    static final References NONE = new References(_ -> Set.of());

    /** @throws InvalidValue when the text is neither one of the words of the standard nor a type that there is here */
    static References parse(String text) {
        return switch (text) {
            case "none" -> NONE;
            case "children" -> new References(Artefact::children);
            case "descendants" -> new References(References::descendants);
            case "parents" -> new References(Artefact::parents);
            case "ancestors" -> new References(References::ancestors);
            case "parentsandsiblings" -> new References(References::parentsAndSiblings);
            case "all" -> new References(artefact -> union(parentsAndSiblings(artefact), descendants(artefact)));
            default -> ofType(text);
        };
    }

    private static References ofType(String type) {
        if (Arrays.stream(Artefact.values()).noneMatch(each -> each.type().equals(type))) {
            throw new InvalidValue(
                    "references",
                    type,
                    "References are none, parents, parentsandsiblings, ancestors, children, descendants, all, or a type of"
                            + " artefact.");
        }
        return new References(artefact -> {
            Set<Artefact> related = union(ancestors(artefact), descendants(artefact));
            related.removeIf(each -> !each.type().equals(type));
            return related;
        });
    }

    /** Those that are asked for and what comes along, in the order of a message. */
    Set<Artefact> with(Set<Artefact> asked) {
        Set<Artefact> all = EnumSet.noneOf(Artefact.class);
        all.addAll(asked);
        asked.forEach(each -> all.addAll(along.apply(each)));
        return all;
    }

    private static Set<Artefact> descendants(Artefact artefact) {
        return reached(artefact, Artefact::children);
    }

    private static Set<Artefact> ancestors(Artefact artefact) {
        return reached(artefact, Artefact::parents);
    }

    private static Set<Artefact> parentsAndSiblings(Artefact artefact) {
        Set<Artefact> found = EnumSet.noneOf(Artefact.class);
        artefact.parents().forEach(parent -> {
            found.add(parent);
            found.addAll(parent.children());
        });
        return found;
    }

    private static Set<Artefact> reached(Artefact from, Function<Artefact, Set<Artefact>> step) {
        Set<Artefact> reached = EnumSet.noneOf(Artefact.class);
        step.apply(from).forEach(each -> {
            reached.add(each);
            reached.addAll(reached(each, step));
        });
        return reached;
    }

    private static Set<Artefact> union(Set<Artefact> some, Set<Artefact> others) {
        Set<Artefact> all = EnumSet.noneOf(Artefact.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }
}
