package nl.gebiedsmonitor.domain;

import java.util.regex.Pattern;

/**
 * What an id must be that stands in an address, such as {@code arnhem-oost-taalklassen}.
 *
 * @param name the kebab-case name of the rule
 * @param sentence how the rule is told, up to its length, such as {@code A measure has an id}
 */
public record SlugRule(String name, String sentence) {

    private static final int LONGEST = 80;
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Holds a text to this rule.
     *
     * @throws InvalidValue when it is not such an id
     */
    public void require(String text) {
        if (text.length() > LONGEST || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(
                    name,
                    text,
                    sentence + " of at most " + LONGEST + " lower-case letters and digits, joined by single hyphens.");
        }
    }
}
