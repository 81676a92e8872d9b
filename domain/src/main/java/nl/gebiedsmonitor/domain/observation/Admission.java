package nl.gebiedsmonitor.domain.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a cell must meet whatever its series holds: its indicator is defined and in use, its gebied registered,
 * its period of the indicator's frequency, its value in the indicator's range, and nothing is delivered twice.
 */
final class Admission {

    private static final Comparator<Cell> BY_KEY_AND_LINE = Comparator.comparing(
                    (Cell cell) -> cell.observation().gebied())
            .thenComparing(cell -> cell.observation().period().value())
            .thenComparingLong(Cell::line);

    private final Map<IndicatorCode, Indicators.Known> indicators;
    private final Set<GebiedCode> gebieden;
    private final @Nullable String revisionReason;

    /** Of what is there twice, the first line and the second. */
    private final Map<Key, Long> firstLines = new HashMap<>();

    private final Map<Key, Long> secondLines = new HashMap<>();

    Admission(
            Map<IndicatorCode, Indicators.Known> indicators,
            Set<GebiedCode> gebieden,
            @Nullable String revisionReason) {
        this.indicators = indicators;
        this.gebieden = gebieden;
        this.revisionReason = revisionReason;
    }

    /** Makes these cells, all of one series, the ones among which nothing may be there twice. */
    void startSeries(List<Cell> cells) {
        firstLines.clear();
        secondLines.clear();
        List<Cell> byKey = new ArrayList<>(cells);
        byKey.sort(BY_KEY_AND_LINE);
        for (int i = 1; i < byKey.size(); i++) {
            Cell first = byKey.get(i - 1);
            Cell second = byKey.get(i);
            if (first.key().equals(second.key())) {
                firstLines.putIfAbsent(first.key(), first.line());
                secondLines.putIfAbsent(second.key(), second.line());
            }
        }
    }

    @Nullable
    String revisionReason() {
        return revisionReason;
    }

    /** Whether a cell may enter its series; what is wrong with it goes to the assessment. */
    boolean admits(Cell cell, Assessment assessment) {
        Observation observation = cell.observation();
        boolean admitted = true;
        if (!gebieden.contains(observation.gebied())) {
            assessment.reject(
                    cell,
                    cell.fields().gebied(),
                    observation.gebied().value(),
                    "gebied-known",
                    observation.gebied() + " is not registered as a gebied.");
            admitted = false;
        }
        Indicators.Known known = indicators.get(cell.indicator());
        if (known == null) {
            assessment.reject(
                    cell,
                    cell.fields().indicator(),
                    cell.indicator().value(),
                    "indicator-defined",
                    cell.indicator() + " is not defined as an indicator.");
            admitted = false;
        } else {
            boolean fits = fits(cell, known, assessment);
            admitted = admitted && fits;
        }
        boolean once = givenOnce(cell, assessment);
        return admitted && once;
    }

    private static boolean fits(Cell cell, Indicators.Known known, Assessment assessment) {
        IndicatorDefinition definition = known.definition();
        Observation observation = cell.observation();
        boolean fits = true;
        if (known.retired()) {
            assessment.reject(
                    cell,
                    cell.fields().indicator(),
                    cell.indicator().value(),
                    "indicator-in-use",
                    cell.indicator() + " is retired and takes no observations.");
            fits = false;
        }
        if (observation.period().frequency() != definition.frequency()) {
            assessment.reject(
                    cell,
                    cell.fields().period(),
                    observation.period().value(),
                    "period-fits-frequency",
                    definition.code() + " is observed per " + definition.frequency() + ".");
            fits = false;
        }
        if (observation.value() != null && !definition.admits(observation.value())) {
            assessment.reject(
                    cell,
                    cell.fields().value(),
                    observation.value().toString(),
                    "value-in-range",
                    "A value of " + definition.code() + " lies in " + bound(definition.min()) + " to "
                            + bound(definition.max()) + ".");
            fits = false;
        }
        return fits;
    }

    private boolean givenOnce(Cell cell, Assessment assessment) {
        Long second = secondLines.isEmpty() ? null : secondLines.get(cell.key());
        if (second == null) {
            return true;
        }
        Observation observation = cell.observation();
        assessment.reject(
                cell,
                cell.fields().value(),
                observation.value() == null ? null : observation.value().toString(),
                "given-once",
                cell.indicator() + " of " + observation.gebied() + " in " + observation.period()
                        + " is given twice: on line " + firstLines.get(cell.key()) + " and on line "
                        + Math.max(second, cell.line()) + ".");
        return false;
    }

    private static String bound(@Nullable Double limit) {
        return limit == null ? "any" : limit.toString();
    }
}
