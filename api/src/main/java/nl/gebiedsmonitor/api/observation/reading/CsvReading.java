package nl.gebiedsmonitor.api.observation.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import nl.gebiedsmonitor.api.tabular.CsvFile;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file, long or wide. */
final class CsvReading {

    private final Cells cells;
    private final CsvLayout layout;

    CsvReading(Cells cells, CsvLayout layout) {
        this.cells = cells;
        this.layout = layout;
    }

    /** Reads all rows, and tells whether there were any, under a header that they could be read by. */
    boolean read(InputStream body) throws IOException {
        CsvFile file = new CsvFile(body, layout.separator(), cells.faults());
        CsvFile.Rows rows = layout.isWide() ? new WideRows(file) : new LongRows(file);
        if (cells.faults().count() > 0) {
            return false;
        }
        file.forEach(rows);
        if (cells.rows() == 0) {
            cells.fault(1, "body", null, "not-empty", "There are no rows under the header.");
        }
        return cells.rows() > 0;
    }

    private static boolean isMissing(String text) {
        return text.isEmpty() || text.equals("NA");
    }

    /** Reads a number; a fault, and null, when it is none. */
    private @Nullable Double number(long line, String column, String text) {
        try {
            return layout.decimals().read(text);
        } catch (InvalidValue invalid) {
            cells.faults().add(Fault.of(line, column, invalid));
            return null;
        }
    }

    /** One observation a row. */
    private final class LongRows implements CsvFile.Rows {

        private final int indicator;
        private final int gebied;
        private final int period;
        private final int value;
        private final int status;
        private final int reason;

        LongRows(CsvFile file) {
            indicator = file.require("indicator");
            gebied = file.require("gebied");
            period = file.require("period");
            value = file.require("value");
            status = file.header().indexOf("status");
            reason = file.header().indexOf("missingReason");
        }

        @Override
        public void row(long line, CsvRecord fields) {
            cells.startRow();
            IndicatorCode readIndicator = cells.indicator(line, "indicator", fields.getField(indicator));
            GebiedCode readGebied = cells.gebied(line, "gebied", fields.getField(gebied));
            Period readPeriod = cells.period(line, "period", fields.getField(period));
            String text = fields.getField(value);
            Double number = isMissing(text) ? null : number(line, "value", text);
            Constant<ObsStatus> readStatus = constant(line, "status", status, fields, ObsStatus.class);
            Constant<MissingReason> readReason = constant(line, "missingReason", reason, fields, MissingReason.class);
            if (readIndicator == null
                    || readGebied == null
                    || readPeriod == null
                    || (number == null && !isMissing(text))
                    || !readStatus.good()
                    || !readReason.good()) {
                cells.unreadable(1);
            } else {
                cells.add(
                        line,
                        FieldNames.STANDARD,
                        readIndicator,
                        readGebied,
                        readPeriod,
                        number,
                        readStatus.value(),
                        readReason.value());
            }
        }

        private <E extends Enum<E>> Constant<E> constant(
                long line, String column, int place, CsvRecord fields, Class<E> type) {
            String text = place < 0 ? "" : fields.getField(place);
            return Constant.read(cells, line, column, text.isEmpty() ? null : text, type);
        }

        @Override
        public void unreadable() {
            cells.startRow();
            cells.unreadable(1);
        }
    }

    /** One gebied and period a row, one indicator a column. */
    private final class WideRows implements CsvFile.Rows {

        private final int gebied;
        private final int period;
        private final int[] places;

        WideRows(CsvFile file) {
            gebied = file.require(layout.gebiedColumn());
            period = file.require(layout.periodColumn());
            places = layout.columns().stream()
                    .mapToInt(column -> file.require(column.name()))
                    .toArray();
        }

        @Override
        public void row(long line, CsvRecord fields) {
            cells.startRow();
            GebiedCode readGebied = cells.gebied(line, layout.gebiedColumn(), layout.prefixed(fields.getField(gebied)));
            Period readPeriod = cells.period(line, layout.periodColumn(), fields.getField(period));
            for (int i = 0; i < places.length; i++) {
                CsvLayout.Column column = layout.columns().get(i);
                String text = fields.getField(places[i]);
                Double number = isMissing(text) ? null : number(line, column.name(), text);
                if (readGebied == null || readPeriod == null || (number == null && !isMissing(text))) {
                    cells.unreadable(1);
                } else {
                    cells.add(line, column.fields(), column.indicator(), readGebied, readPeriod, number, null, null);
                }
            }
        }

        @Override
        public void unreadable() {
            cells.startRow();
            cells.unreadable(places.length);
        }
    }
}
