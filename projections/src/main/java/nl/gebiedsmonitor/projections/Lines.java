package nl.gebiedsmonitor.projections;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A list of short texts in one column, one a line. */
public final class Lines {

    private Lines() {}

    public static String join(Collection<?> texts) {
        return texts.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    public static List<String> split(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }
}
