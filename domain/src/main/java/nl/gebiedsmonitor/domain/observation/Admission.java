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

    private final FaultTally faults;

    /** Of what is there twice, the lines it is on. */
    private final Map<Key, Twice> twice = new HashMap<>();

    private record Twice(long first, long second) {}

    Admission(
            Map<IndicatorCode, Indicators.Known> indicators,
            Set<GebiedCode> gebieden,
            @Nullable String revisionReason,
            FaultTally faults) {
        this.indicators = indicators;
        this.gebieden = gebieden;
        this.revisionReason = revisionReason;
        this.faults = faults;
    }

    FaultTally faults() {
        return faults;
    }

    /** Tells which gebieden of a delivery are not registered, of the cells that stand together on one line once. */
    void tellUnknownGebieden(List<Cell> cells) {
        Cell told = null;
        for (Cell cell : cells) {
            GebiedCode gebied = cell.observation().gebied();
            if (gebieden.contains(gebied)) {
                continue;
            }
            if (told == null
                    || told.line() != cell.line()
                    || !told.observation().gebied().equals(gebied)) {
                faults.refuse(
                        cell,
                        cell.fields().gebied(),
                        gebied.value(),
                        "gebied-known",
                        gebied + " is not registered as a gebied.");
            }
            told = cell;
        }
    }

    /** Makes these cells, all of one series, the ones among which nothing may be there twice. */
    void startSeries(List<Cell> cells) {
        twice.clear();
        List<Cell> byKey = new ArrayList<>(cells);
        byKey.sort(BY_KEY_AND_LINE);
        for (int i = 1; i < byKey.size(); i++) {
            Cell first = byKey.get(i - 1);
            Cell second = byKey.get(i);
            if (first.key().equals(second.key())) {
                twice.putIfAbsent(first.key(), new Twice(first.line(), second.line()));
            }
        }
    }

    @Nullable
    String revisionReason() {
        return revisionReason;
    }

    /** Whether a cell may enter its series; if not, why is told. */
    boolean admits(Cell cell) {
        boolean admitted = gebieden.contains(cell.observation().gebied());
        Indicators.Known known = indicators.get(cell.indicator());
        if (known == null) {
            faults.refuse(
                    cell,
                    cell.fields().indicator(),
                    cell.indicator().value(),
                    "indicator-defined",
                    cell.indicator() + " is not defined as an indicator.");
            admitted = false;
        } else {
            boolean fits = fits(cell, known);
            admitted = admitted && fits;
        }
        boolean once = givenOnce(cell);
        return admitted && once;
    }

    private boolean fits(Cell cell, Indicators.Known known) {
        IndicatorDefinition definition = known.definition();
        Observation observation = cell.observation();
        boolean fits = true;
        if (known.retired()) {
            faults.refuse(
                    cell,
                    cell.fields().indicator(),
                    cell.indicator().value(),
                    "indicator-in-use",
                    cell.indicator() + " is retired and takes no observations.");
            fits = false;
        }
        if (observation.period().frequency() != definition.frequency()) {
            faults.reject(
                    cell,
                    cell.fields().period(),
                    observation.period().value(),
                    "period-fits-frequency",
                    definition.code() + " is observed per " + definition.frequency() + ".");
            fits = false;
        }
        if (observation.value() != null && !definition.admits(observation.value())) {
            faults.reject(
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

    private boolean givenOnce(Cell cell) {
        Twice lines = twice.isEmpty() ? null : twice.get(cell.key());
        if (lines == null) {
            return true;
        }
        Observation observation = cell.observation();
        faults.reject(
                cell,
                cell.fields().value(),
                observation.value() == null ? null : observation.value().toString(),
                "given-once",
                cell.indicator() + " of " + observation.gebied() + " in " + observation.period()
                        + " is given twice: on line " + lines.first() + " and on line "
                        + Math.max(lines.second(), cell.line()) + ".");
        return false;
    }

    private static String bound(@Nullable Double limit) {
        return limit == null ? "any" : limit.toString();
    }
}
