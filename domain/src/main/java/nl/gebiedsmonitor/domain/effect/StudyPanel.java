package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A balanced panel whose units may be treated from different periods on, each to the end.
 *
 * @param times the periods, in order
 * @param rows the units, in any order
 * @param at where each period stands in time, in units of one period of the frequency, ascending: years 2002, 2008 and 2009
 *     stand at 0, 6 and 7
 */
public record StudyPanel(List<String> times, List<Row> rows, List<Integer> at) {

    /**
     * A unit.
     *
     * @param treatedFrom its first treated period; null for a control
     * @param outcomes one per period, none missing; kept, never changed
     */
    public record Row(String unit, @Nullable String treatedFrom, List<Double> outcomes) {}

    /** @throws IllegalArgumentException when not every period stands somewhere, later than the one before */
    public StudyPanel {
        times = List.copyOf(times);
        rows = List.copyOf(rows);
        at = List.copyOf(at);
        if (at.size() != times.size()) {
            throw new IllegalArgumentException(times.size() + " periods stand at " + at.size() + " moments");
        }
        for (int t = 1; t < at.size(); t++) {
            if (at.get(t) <= at.get(t - 1)) {
                throw new IllegalArgumentException(times.get(t) + " does not stand after " + times.get(t - 1));
            }
        }
    }

    /** A panel of periods that follow one another. */
    public StudyPanel(List<String> times, List<Row> rows) {
        this(times, rows, IntStream.range(0, times.size()).boxed().toList());
    }
}
