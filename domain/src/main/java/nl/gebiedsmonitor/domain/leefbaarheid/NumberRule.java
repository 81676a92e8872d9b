package nl.gebiedsmonitor.domain.leefbaarheid;

import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * What a number of one kind must be: finite, and within bounds.
 *
 * @param name the kebab-case name of the rule
 * @param field the field that holds the number
 * @param sentence how the rule is told
 * @param least the smallest there may be, inclusive
 * @param most the largest there may be, inclusive
 */
public record NumberRule(String name, String field, String sentence, double least, double most) {

    static NumberRule finite(String name, String field, String sentence) {
        return new NumberRule(name, field, sentence, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /**
     * Answers the number, minus zero being zero.
     *
     * @throws InvalidValue when the number does not meet this rule
     */
    public double read(double number) {
        if (!(number >= least && number <= most)) {
            throw new InvalidValue(name, number, sentence).inField(field);
        }
        return number == 0 ? 0.0 : number;
    }
}
