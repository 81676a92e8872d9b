package nl.gebiedsmonitor.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How many there may be in a list of one kind.
 *
 * @param name the kebab-case name of the rule
 * @param field the field that holds the list
 * @param kind what is in it, such as {@code addressees of a manifest}
 */
public record ListRule(String name, String field, String kind, int least, int most) {

    public static ListRule atMost(int most, String name, String field, String kind) {
        return new ListRule(name, field, kind, 0, most);
    }

    /**
     * Holds a list to this rule.
     *
     * @throws InvalidValue when these are too few or too many
     */
    public void require(Collection<?> values) {
        require(values.size());
    }

    /**
     * Holds the length of a list to this rule.
     *
     * @throws InvalidValue when these are too few or too many
     */
    public void require(int given) {
        if (given < least || given > most) {
            String bounds = least == 0 ? "at most" : least + " to";
            throw new InvalidValue(
                            name,
                            null,
                            String.format(Locale.ROOT, "There are %s %,d %s; here are %,d.", bounds, most, kind, given))
                    .inField(field);
        }
    }

    /**
     * Answers what is listed, each once, in the order given.
     *
     * @throws InvalidValue when these are too few or too many
     */
    public <T> List<T> read(Collection<T> values) {
        require(values);
        return values.stream().distinct().toList();
    }
}
