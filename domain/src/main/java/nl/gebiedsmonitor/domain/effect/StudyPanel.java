package nl.gebiedsmonitor.domain.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balanced panel whose units may be treated from different periods on, each to the end.
 *
 * @param times the periods, in order
 * @param rows the units, in any order
 */
public record StudyPanel(List<String> times, List<Row> rows) {

    /**
     * A unit.
     *
     * @param treatedFrom its first treated period; null for a control
     * @param outcomes one per period, none missing; kept, never changed
     */
    public record Row(String unit, @Nullable String treatedFrom, List<Double> outcomes) {}

    public StudyPanel {
        times = List.copyOf(times);
        rows = List.copyOf(rows);
    }
}
