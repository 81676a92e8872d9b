package nl.gebiedsmonitor.api.study.chart;

import java.util.List;
import nl.gebiedsmonitor.api.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the things in a chart are called. Any text will do: what XML cannot hold is replaced, and what does not fit ends in
 * dots.
 *
 * @param outcome the name of the indicator
 * @param unit of the outcome; null when it has none
 * @param gebieden the names of the treated
 */
public record ChartLabels(
        String title, String outcome, @Nullable String unit, List<String> gebieden, Language language) {

    private static final int LONGEST = 200;
    private static final int LONGEST_UNIT = 40;
    private static final int NAMED = 4;

    public ChartLabels {
        title = shown(title, LONGEST);
        outcome = shown(outcome, LONGEST / 2);
        unit = unit == null || unit.isBlank() ? null : shown(unit, LONGEST_UNIT);
        gebieden = gebieden.stream().map(name -> shown(name, LONGEST / 2)).toList();
    }

    /** Something in the unit of the outcome. */
    String inUnit(String what) {
        return unit == null ? what : what + " (" + unit + ")";
    }

    /** The treated, by the names of the first few. */
    String treated() {
        if (gebieden.size() <= NAMED) {
            return String.join(", ", gebieden);
        }
        return String.join(", ", gebieden.subList(0, NAMED))
                + language.of(" en nog ", " and ")
                + (gebieden.size() - NAMED)
                + language.of("", " more");
    }

    /** The text on one line, with only what XML 1.0 can hold (section 2.2). */
    static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(longest + 1L)
                .map(point -> Character.isWhitespace(point) ? ' ' : writable(point) ? point : 0xFFFD)
                .forEach(shown::appendCodePoint);
        if (shown.codePointCount(0, shown.length()) > longest) {
            shown.setLength(shown.offsetByCodePoints(0, longest - 1));
            shown.append('…');
        }
        return shown.toString().strip();
    }

    private static boolean writable(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
