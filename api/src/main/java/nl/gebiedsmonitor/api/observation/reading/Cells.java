package nl.gebiedsmonitor.api.observation.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.gebiedsmonitor.api.tabular.FaultList;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.Receipt;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of one delivery and what is wrong with them; equal codes and periods are held once. */
final class Cells {

    private final long maxRows;
    private final CellBudget.Share share;
    private final FaultList faults = new FaultList(Receipt.SHOWN);
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, GebiedCode> gebieden = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<String, IndicatorCode> indicators = new HashMap<>();
    private long rows;
    private long unreadable;

    Cells(long maxRows, CellBudget.Share share) {
        this.maxRows = maxRows;
        this.share = share;
    }

    FaultList faults() {
        return faults;
    }

    /** Counts a row in, before it is read. */
    void startRow() {
        if (++rows > maxRows) {
            throw new TooLarge("A delivery has at most " + maxRows + " rows; send it in parts.");
        }
    }

    /** How many rows there were, the one being read included. */
    long rows() {
        return rows;
    }

    /** Ends a JSON text that stops being JSON; the observation it breaks off in cannot be read. */
    void breakOff(int line, int column) {
        unreadable = rows - cells.size();
        fault(
                line,
                "body",
                null,
                "json",
                "This cannot be read as JSON from line " + line + ", column " + column
                        + " on; what follows was not looked at.");
    }

    void unreadable(long count) {
        unreadable += count;
    }

    void fault(long line, String field, @Nullable String value, String rule, String detail) {
        faults.add(new Fault(line, field, value, rule, detail));
    }

    @Nullable
    GebiedCode gebied(long line, String field, @Nullable String text) {
        return read(line, field, text, gebieden, GebiedCode::new);
    }

    @Nullable
    Period period(long line, String field, @Nullable String text) {
        return read(line, field, text, periods, Period::new);
    }

    @Nullable
    IndicatorCode indicator(long line, String field, @Nullable String text) {
        return read(line, field, text, indicators, IndicatorCode::new);
    }

    private <T> @Nullable T read(
            long line, String field, @Nullable String text, Map<String, T> known, Function<String, T> reading) {
        if (text == null || text.isEmpty()) {
            fault(line, field, text, "required", "The field " + field + " is required.");
            return null;
        }
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            fault(line, field, text, "no-spaces", "There is a space before or after this value; leave it out.");
            return null;
        }
        T value = known.get(text);
        if (value == null) {
            try {
                value = reading.apply(text);
                share.takeOne();
                known.put(text, value);
            } catch (InvalidValue invalid) {
                faults.add(Fault.of(line, field, invalid));
            }
        }
        return value;
    }

    /** Adds an observation; one whose value and status contradict each other is a fault. */
    void add(
            long line,
            FieldNames fields,
            IndicatorCode indicator,
            GebiedCode gebied,
            Period period,
            @Nullable Double value,
            @Nullable ObsStatus status,
            @Nullable MissingReason reason) {
        share.takeOne();
        ObsStatus stated = status == null ? (value == null ? ObsStatus.MISSING : ObsStatus.FINAL) : status;
        try {
            Observation observation = new Observation(gebied, period, value, stated, reason);
            cells.add(new Cell(line, fields, indicator, observation, reason != null));
        } catch (InvalidValue invalid) {
            faults.add(Fault.of(line, fields.value(), invalid));
            unreadable(1);
        }
    }

    DeliveryReading finish(@Nullable String source, boolean whole) {
        return new DeliveryReading(cells, faults.first(), faults.count(), unreadable, source, whole);
    }
}
