package nl.gebiedsmonitor.api.web;

/** What counts as text: no control characters but line ends and tabs, and no half of a character. */
public final class PlainText {

    private PlainText() {}

    /** Whether every database and every reader can hold this text as it is. */
    public static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)
                    || (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0)) {
                return false;
            }
        }
        return true;
    }
}
