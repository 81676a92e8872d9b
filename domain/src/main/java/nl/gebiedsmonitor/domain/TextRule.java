package nl.gebiedsmonitor.domain;

import java.util.Locale;

/**
 * What a text of one kind must be: something, not too long, and without control characters. Spaces around it do not
 * count.
 *
 * @param name the kebab-case name of the rule
 * @param sentence how the rule is told, up to the length, such as {@code An office has a name}
 * @param longest how many characters there may be
 * @param oneLine whether line ends and tabs are refused as well
 */
public record TextRule(String name, String sentence, int longest, boolean oneLine) {

    /** Why something is done, wherever that is asked. */
    public static final TextRule REASON = oneLine("reason", "A reason is a text", 1000);

    public static TextRule oneLine(String name, String sentence, int longest) {
        return new TextRule(name, sentence, longest, true);
    }

    public static TextRule manyLines(String name, String sentence, int longest) {
        return new TextRule(name, sentence, longest, false);
    }

    /**
     * Answers the text without the spaces around it.
     *
     * @throws InvalidValue when the text does not meet this rule
     */
    public String read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > longest
                || !stripped.codePoints().allMatch(this::mayHold)) {
            throw new InvalidValue(
                    name,
                    text,
                    String.format(
                            Locale.ROOT,
                            "%s of 1 to %,d characters, %s.",
                            sentence,
                            longest,
                            oneLine ? "on one line" : "none of them a control character"));
        }
        return stripped;
    }

    private boolean mayHold(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !oneLine && "\t\n\r".indexOf(character) >= 0;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !oneLine;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
